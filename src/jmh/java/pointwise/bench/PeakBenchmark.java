package pointwise.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pointwise.engine.fast.Engines;

/** What the multiply-add units of the machine can do; the loop times itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class PeakBenchmark {
  @Param({"1", "2"})
  public int threads;

  /** Where JMH finds the result. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counter {
    public double gmacs;
  }

  @Benchmark
  public void run(Counter counter) {
    counter.gmacs = Engines.vector(threads).peakGmacs();
  }
}
