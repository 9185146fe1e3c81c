package pointwise.timing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pointwise.cost.CostReport;
import pointwise.engine.Engine;
import pointwise.engine.fast.Engines;
import pointwise.engine.fast.FastEngine;
import pointwise.model.Model;
import pointwise.op.Op;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Times designs in turn: every round measures each of them once, so that a machine that is slower
 * for a while is slower for all.
 *
 * <p>A design is warm when its calls have stopped becoming faster. About two seconds a design, of
 * which a third is the warm-up; a design that is slower than that is called as often as {@link
 * #FEWEST} asks.
 */
public final class Stopwatch {
  private static final double WARM_UP_MILLIS = 600;
  private static final double MEASURED_MILLIS = 1000;

  /** A sample is the mean of as many calls as fill this time: the clock's grain does not matter. */
  private static final double SAMPLE_MILLIS = 4;

  private static final int FEWEST = 5;
  private static final int MOST = 101;

  private final Model model;
  private final Tensor x;
  private final Engine engine;

  private Stopwatch(Model model, Tensor x, Engine engine) {
    this.model = model;
    this.x = x;
    this.engine = engine;
  }

  /**
   * Times designs on a random input.
   *
   * @throws CancellationException if the calling thread is interrupted
   */
  public static TimingReport time(Engine engine, Shape input, Op... designs) {
    Require.given(input, "the shape of the input");
    Require.all("designs to be timed", designs);
    if (designs.length == 0) {
      throw new IllegalArgumentException("A timing needs at least 1 design, but got 0");
    }
    Engines.awaitFullSpeed(engine);
    Tensor x = Tensor.random(input, 1);
    List<Stopwatch> watches =
        Stream.of(designs)
            .map(design -> new Stopwatch(Model.of(design, input, 1), x, engine))
            .toList();
    double[] callMillis = watches.stream().mapToDouble(Stopwatch::warmUp).toArray();
    int[] calls =
        Arrays.stream(callMillis).mapToInt(ms -> (int) Math.max(1, SAMPLE_MILLIS / ms)).toArray();
    double roundMillis =
        IntStream.range(0, calls.length).mapToDouble(i -> calls[i] * callMillis[i]).sum();
    int rounds =
        (int) Math.min(MOST, Math.max(FEWEST, MEASURED_MILLIS * designs.length / roundMillis));
    OtherThreads others = new OtherThreads();
    double[][] samples = new double[designs.length][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < designs.length; i++) {
        samples[i][round] = watches.get(i).run(calls[i]);
      }
    }
    String busy = others.busiest();
    return new TimingReport(
        input,
        Engines.preparing(engine).map(FastEngine::peakGmacs).orElse(Double.NaN),
        IntStream.range(0, designs.length)
            .mapToObj(i -> timing(designs[i], input, samples[i]))
            .toList(),
        busy);
  }

  private static CancellationException interrupted() {
    return new CancellationException("Interrupted: the timing was stopped");
  }

  private static Timing timing(Op design, Shape input, double[] samples) {
    return new Timing(design.title(), CostReport.of(design, input).multiplications(), samples);
  }

  /**
   * Runs until two stretches of time in a row were equally fast, and answers with the milliseconds
   * of one call.
   */
  private double warmUp() {
    double before = run(1);
    double spent = before;
    while (true) {
      int calls = (int) Math.max(1, WARM_UP_MILLIS / 6 / before);
      double now = run(calls);
      spent += calls * now;
      boolean stable = spent > WARM_UP_MILLIS / 2 && now > 0.95 * before;
      if (stable || spent > WARM_UP_MILLIS) {
        return now;
      }
      before = now;
    }
  }

  /** Milliseconds of one call, the mean of several. */
  private double run(int calls) {
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      if (Thread.interrupted()) {
        throw interrupted();
      }
      model.forward(x, engine);
    }
    return (System.nanoTime() - start) / 1e6 / calls;
  }
}
