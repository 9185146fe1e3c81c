package pointwise.timing;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long one design took, measured several times.
 *
 * @param name the design's name, or how it is written
 * @param multiplications the multiplications it costs, as papers count them
 * @param samples milliseconds of one call, one number a round, ascending
 */
public record Timing(String name, long multiplications, double[] samples) {
  public Timing {
    if (samples.length == 0) {
      throw new IllegalArgumentException("A timing needs at least one sample");
    }
    samples = samples.clone();
    Arrays.sort(samples);
  }

  @Override
  public double[] samples() {
    return samples.clone();
  }

  /** The middle one of the samples. */
  public double medianMillis() {
    return quantile(0.5);
  }

  /** A quarter of the samples is below. */
  public double lowerQuartileMillis() {
    return quantile(0.25);
  }

  /** A quarter of the samples is above. */
  public double upperQuartileMillis() {
    return quantile(0.75);
  }

  /** Whether the middle halves of both samples have a value in common. */
  public boolean overlaps(Timing other) {
    return lowerQuartileMillis() <= other.upperQuartileMillis()
        && other.lowerQuartileMillis() <= upperQuartileMillis();
  }

  /** Billions of multiplications per second, at the median. */
  public double gmacs() {
    return multiplications / medianMillis() / 1e6;
  }

  /** Between two samples the value is interpolated, as NumPy and R do. */
  private double quantile(double share) {
    double position = share * (samples.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, samples.length - 1);
    return samples[below] + (position - below) * (samples[above] - samples[below]);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %.3f ms (%.3f … %.3f), %.1f GMAC/s",
        name,
        medianMillis(),
        lowerQuartileMillis(),
        upperQuartileMillis(),
        gmacs());
  }
}
