package pointwise.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the engines and their peers and writes the CSV, the table and the chart.
 *
 * <p>JMH measures one contestant after another, and on a machine that others use too one of them
 * then has the bad minute. Here JMH runs in rounds: each measures every contestant once.
 */
public final class Bench {
  private final Settings settings;
  private final List<Contest> contests;
  private final Rounds results = new Rounds();
  private final long start = System.nanoTime();
  private int rounds;
  private int forks;

  private Bench(Settings settings) {
    this.settings = settings;
    this.contests = new ArrayList<>(settings.contests());
    this.rounds = settings.rounds();
  }

  /** Arguments: the project's folder and the one to write to. The rest are system properties. */
  public static void main(String[] arguments) throws Exception {
    try {
      run(arguments);
    } catch (IllegalArgumentException problem) {
      System.err.println(problem.getMessage());
      System.exit(1);
    }
  }

  private static void run(String[] arguments) throws Exception {
    Path output = Path.of(arguments[1]);
    Path csv = output.resolve("bench.csv");
    if (!"report".equals(System.getProperty("bench"))) {
      new Bench(Settings.of(System.getProperties())).measure().write(csv);
    }
    Measurements measured = Measurements.read(csv);
    PerformancePage.write(measured, output);
    if (Boolean.getBoolean("bench.publish")) {
      PerformancePage.publish(measured, Path.of(arguments[0], "docs"));
    }
    System.out.println(PerformanceTable.markdown(measured));
  }

  private Measurements measure() throws RunnerException {
    for (int round = 1; round <= rounds; round++) {
      for (int threads : settings.threads()) {
        double peak = Fork.peakGmacs(threads);
        results.addPeak(threads, peak);
        String who = "peak, " + PerformanceTable.plural(threads, "thread");
        report(round, String.format(Locale.ROOT, "%s: %.1f GMAC/s", who, peak));
      }
      for (Contest contest : List.copyOf(contests)) {
        report(round, contest + ": " + measure(contest, round));
      }
      long affordable = settings.budget().toNanos() / (elapsed() / round);
      rounds = (int) Math.min(rounds, Math.max(round, affordable));
    }
    return results.measurements();
  }

  /** A peer that this machine has no native library for is left out, and says so. */
  private String measure(Contest contest, int round) throws RunnerException {
    try {
      double millis = Fork.medianMillis(contest, settings.millis());
      results.add(contest, millis);
      return String.format(Locale.ROOT, "%.3f ms", millis);
    } catch (RunnerException problem) {
      if (round > 1 || !contest.isPeer()) {
        throw problem;
      }
      contests.remove(contest);
      return "left out, " + Fork.reason(problem);
    }
  }

  /** How many rounds there will be, and when they end, is a guess until the first is over. */
  private void report(int round, String result) {
    forks++;
    int all = rounds * (contests.size() + settings.threads().size());
    long extrapolated = elapsed() / forks * Math.max(0, all - forks);
    long left = Math.min(extrapolated, settings.budget().toNanos() - elapsed());
    System.out.printf(
        Locale.ROOT,
        "round %d of %d, %s; about %d min left%n",
        round,
        rounds,
        result,
        Math.max(0, Duration.ofNanos(left).plusSeconds(30).toMinutes()));
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }
}
