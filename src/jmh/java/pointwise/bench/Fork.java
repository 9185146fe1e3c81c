package pointwise.bench;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures once, in a JVM of its own, so that nobody's threads disturb somebody else. */
final class Fork {
  /** What JMH prints; the next fork overwrites it. */
  private static final Path LOG = Path.of("target", "jmh.log");

  private Fork() {}

  /**
   * The median of a contestant's calls in so many milliseconds, after a warm-up; of a training, per
   * step.
   */
  static double medianMillis(Contest contest, long measured) throws RunnerException {
    RunResult result =
        run(
            options(ContestantBenchmark.class, contest.threads())
                .param("workload", contest.workload().name())
                .param("engine", contest.engine())
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(contest.workload().kind().warmUp(measured)))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(measured)));
    return result.getPrimaryResult().getStatistics().getPercentile(50)
        / contest.workload().kind().steps();
  }

  /** What that many threads can multiply at most, in GMAC/s. */
  static double peakGmacs(int threads) throws RunnerException {
    RunResult result =
        run(options(PeakBenchmark.class, threads).warmupIterations(0).measurementIterations(1));
    return result.getSecondaryResults().get("gmacs").getScore();
  }

  private static ChainedOptionsBuilder options(Class<?> benchmark, int threads) {
    return new OptionsBuilder()
        .include(benchmark.getSimpleName())
        .param("threads", String.valueOf(threads))
        .forks(1)
        .jvmArgs("--add-modules", "jdk.incubator.vector")
        .output(LOG.toString())
        .shouldFailOnError(true);
  }

  private static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).runSingle();
  }

  /** What went wrong inside of the forked JVM, in one line. */
  static String reason(RunnerException problem) {
    Throwable outer = problem.getCause() == null ? problem : problem.getCause();
    return Stream.of(outer.getSuppressed()).findFirst().orElse(outer).toString();
  }
}
