package pointwise.engine.fast;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import pointwise.engine.Engine;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * Plain loops until the vector engine is warm, then the vector engine.
 *
 * <p>Code in Java's Vector API is hundreds of times too slow until C2 has compiled it: before, each
 * operation allocates its result. So a daemon of low priority runs the micro-kernels on small data
 * until they are fast, while the first calls are answered by loops. The two engines add up in
 * different orders: a result may differ in its last digits from that of an earlier call.
 */
final class WarmingEngine implements Engine {
  private final FastEngine loops;
  private final FastEngine vectors;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean warm;

  WarmingEngine(FastEngine loops, FastEngine vectors) {
    this.loops = loops;
    this.vectors = vectors;
    Thread warmer = new Thread(this::warmUp, "pointwise-warm-up");
    warmer.setDaemon(true);
    warmer.setPriority(Thread.MIN_PRIORITY);
    warmer.start();
  }

  private void warmUp() {
    try {
      warm = WarmUp.run();
    } finally {
      done.countDown();
    }
  }

  /** Waits until the vector engine has taken over, or has turned out not to become fast. */
  void awaitFullSpeed() {
    try {
      done.await();
    } catch (InterruptedException interrupt) {
      throw new CancellationException("Interrupted: the engine is still warming up");
    }
  }

  /** The engine that computes at this moment. */
  FastEngine now() {
    return warm ? vectors : loops;
  }

  @Override
  public void run(int tasks, IntConsumer task) {
    now().run(tasks, task);
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor filters, Tensor bias, Window window, int groups) {
    return now().conv2d(x, filters, bias, window, groups);
  }

  @Override
  public Tensor depthwiseConv2d(Tensor x, Tensor filters, Tensor bias, Window window) {
    return now().depthwiseConv2d(x, filters, bias, window);
  }

  @Override
  public Tensor transposedConv2d(Tensor x, Tensor filters, Tensor bias, Window window) {
    return now().transposedConv2d(x, filters, bias, window);
  }

  @Override
  public Tensor dense(Tensor x, Tensor weights, Tensor bias) {
    return now().dense(x, weights, bias);
  }

  @Override
  public Tensor maxPool(Tensor x, Window window) {
    return now().maxPool(x, window);
  }

  @Override
  public Tensor avgPool(Tensor x, Window window, boolean countPadding) {
    return now().avgPool(x, window, countPadding);
  }
}
