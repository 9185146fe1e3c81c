package pointwise.learn;

import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import pointwise.tensor.Require;

/**
 * What came of the same training with several seeds: a claim about it is worth no more than their
 * spread allows.
 *
 * @param name what was trained
 * @param shares one a seed, such as accuracies, from 0 to 1
 */
public record Trials(String name, List<Double> shares) {
  /** Differences of means below so many standard errors are left to chance. */
  private static final double ERRORS = 2;

  private static final int MOST = 10_000;

  /**
   * A summary of what is given.
   *
   * @throws IllegalArgumentException if there are fewer than two, which have no spread, or one is
   *     not finite
   */
  public Trials {
    Require.given(name, "a name");
    shares = Require.all(shares, "what came of each seed");
    if (shares.size() < 2) {
      throw new IllegalArgumentException(
          "A spread needs at least 2 seeds, but got " + shares.size());
    }
    if (!shares.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "The share of each seed must be a finite number, but got " + shares);
    }
  }

  /** Runs a trial with the seeds 1 … {@code seeds}. */
  public static Trials of(String name, int seeds, LongToDoubleFunction trial) {
    Require.given(trial, "a trial");
    if (seeds > MOST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Up to %,d seeds are tried, not %,d", MOST, seeds));
    }
    return new Trials(
        name, LongStream.rangeClosed(1, seeds).mapToObj(trial::applyAsDouble).toList());
  }

  /** The mean over the seeds. */
  public double mean() {
    return shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The standard deviation over the seeds, divided by one less than their number. */
  public double deviation() {
    double mean = mean();
    double squares = shares.stream().mapToDouble(share -> (share - mean) * (share - mean)).sum();
    return Math.sqrt(squares / (shares.size() - 1));
  }

  /**
   * Whether its mean is above another's by more than twice the standard error of the difference
   * (Welch 1947, with a fixed bound).
   */
  public boolean isClearlyAbove(Trials other) {
    double difference = mean() - Require.given(other, "other trials").mean();
    double error = Math.hypot(standardError(), other.standardError());
    return difference > 0 && difference >= ERRORS * error;
  }

  private double standardError() {
    return deviation() / Math.sqrt(shares.size());
  }

  /** How it compares with another, in a sentence that the numbers decide. */
  public String versus(Trials other) {
    if (!isClearlyAbove(other) && !other.isClearlyAbove(this)) {
      return String.format(
          Locale.ROOT,
          "%s and %s differ by %.1f points, which may be the luck of the seeds: no effect shows here.",
          name,
          other.name,
          100 * Math.abs(mean() - other.mean()));
    }
    return String.format(
        Locale.ROOT,
        "%s is %s %s by %.1f points, more than the seeds' spread explains.",
        name,
        mean() > other.mean() ? "above" : "below",
        other.name,
        100 * Math.abs(mean() - other.mean()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %.1f %% ± %.1f over %d seeds (%.1f … %.1f)",
        name,
        100 * mean(),
        100 * deviation(),
        shares.size(),
        100 * shares.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
        100 * shares.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
  }
}
