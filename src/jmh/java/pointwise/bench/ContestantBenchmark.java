package pointwise.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One call of a contestant.
 *
 * <p>JMH times each call: the median of the calls does not see those that another program of the
 * machine interrupted, and a mean would.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ContestantBenchmark {
  @Param("W1")
  public String workload;

  @Param({"naive", "loops", "vector", "direct", "ort", "pytorch"})
  public String engine;

  @Param({"1", "2"})
  public int threads;

  private Contestant contestant;

  @Setup
  public void setUp() throws Exception {
    contestant = Contestant.of(engine, Workload.named(workload), threads);
  }

  @Benchmark
  public float[] run() throws Exception {
    return contestant.run();
  }

  @TearDown
  public void tearDown() {
    contestant.close();
  }
}
