package pointwise.tensor;

import java.util.SplittableRandom;

/**
 * Standard normal numbers by Marsaglia's polar method: the same from a seed on every Java version,
 * which {@code SplittableRandom.nextGaussian} does not promise.
 */
final class Gaussian {
  private final SplittableRandom uniform;
  private double spare = Double.NaN;

  Gaussian(long seed) {
    this.uniform = new SplittableRandom(seed);
  }

  double next() {
    if (!Double.isNaN(spare)) {
      double value = spare;
      spare = Double.NaN;
      return value;
    }
    while (true) {
      double u = 2 * uniform.nextDouble() - 1;
      double v = 2 * uniform.nextDouble() - 1;
      double square = u * u + v * v;
      if (square > 0 && square < 1) {
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * scale;
        return u * scale;
      }
    }
  }
}
