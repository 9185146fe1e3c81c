package pointwise.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import pointwise.data.Dataset;
import pointwise.data.Mnist;
import pointwise.data.Split;
import pointwise.engine.fast.Engines;
import pointwise.learn.Progress;
import pointwise.learn.Sgd;
import pointwise.learn.Trainer;
import pointwise.model.Model;
import pointwise.net.LeNet;

/**
 * One step of training today's LeNet on a batch of 64 real digits: taking the batch, forward, the
 * loss, back, and stochastic gradient descent with momentum.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LeNetTraining {
  static final int BATCH = 64;
  static final int STEPS = 16;
  static final float RATE = 0.01f;
  static final float MOMENTUM = 0.9f;

  @Param({"vector", "pytorch"})
  public String engine;

  @Param({"1", "2"})
  public int threads;

  private Contestant contestant;

  @Setup
  public void setUp() {
    Model model = Model.of(LeNet.modern28().body(), LeNet.modern28().input(), 1);
    Dataset train = Mnist.digits().train();
    // The digits lie sorted by class.
    Dataset mixed =
        train.pick(IntStream.range(0, BATCH * STEPS).map(i -> i * 397 % train.size()).toArray());
    contestant =
        switch (engine) {
          case "vector" -> own(model, mixed);
          case "pytorch" -> new PyTorchTraining(model, mixed, threads);
          default -> throw new IllegalArgumentException("No engine called '" + engine + "' trains");
        };
  }

  /** A single digit is held back, so that what is measured is the training. */
  private Contestant own(Model model, Dataset mixed) {
    Trainer trainer =
        Trainer.of(model, new Split(mixed, mixed.range(0, 1)))
            .batch(BATCH)
            .optimizer(Sgd.of(RATE).momentum(MOMENTUM))
            .engine(Engines.vector(threads))
            .progress(Progress.none());
    return () -> {
      int epochs = trainer.fit(1).epochs().size();
      return new float[] {epochs};
    };
  }

  /** Sixteen steps. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public float[] run() throws Exception {
    return contestant.run();
  }

  @TearDown
  public void tearDown() {
    contestant.close();
  }
}
