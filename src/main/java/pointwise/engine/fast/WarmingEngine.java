package pointwise.engine.fast;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import pointwise.engine.Engine;
import pointwise.engine.fast.kernel.Kernels;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * Plain loops until the vector kernels are warm, then those of them that have become fast.
 *
 * <p>Code in Java's Vector API is hundreds of times too slow until C2 has compiled it: before, each
 * operation allocates its result. So a daemon of low priority runs the kernels on small data, once
 * in a JVM, while the first calls are answered by loops. The two engines add up in different
 * orders: a result may differ in its last digits from that of an earlier call.
 */
final class WarmingEngine implements Engine {
  private final FastEngine loops;
  private final CompletableFuture<FastEngine> first;
  private final CompletableFuture<FastEngine> last;

  /**
   * An engine that waits for kernels. Until it has them it leaves a processor to C2, which compiles
   * them, where there are several.
   *
   * @param threads those that plain loops get which have to stay
   * @param first those to begin with, once enough have become fast
   * @param last those that are fast in the end, if they are others; known after the first
   * @param vectors makes the engine of them
   */
  WarmingEngine(
      int threads,
      CompletableFuture<Kernels> first,
      CompletableFuture<Kernels> last,
      Function<Kernels, FastEngine> vectors) {
    this.loops = new LoopsEngine(Math.max(1, threads - 1));
    this.first = first.thenApply(vectors).exceptionally(problem -> without(threads, problem));
    this.last =
        last.thenCombine(
                this.first, (all, engine) -> all == first.join() ? engine : vectors.apply(all))
            .exceptionallyCompose(problem -> this.first);
  }

  private static FastEngine without(int threads, Throwable problem) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    return new LoopsEngine(
        threads,
        List.of("The vector kernels cannot be used (" + cause + "): plain loops compute."));
  }

  /** Waits until there are vector kernels to begin with, or it is known that there are none. */
  void awaitFullSpeed() {
    try {
      first.get();
    } catch (InterruptedException interrupt) {
      throw new CancellationException("Interrupted: the engine is still warming up");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible.getMessage(), impossible);
    }
  }

  /** The engine that computes at this moment. */
  FastEngine now() {
    return last.getNow(first.getNow(loops));
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
