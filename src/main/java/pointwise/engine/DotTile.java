package pointwise.engine;

import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * 2 pixels × 4 filters as dot products, lanes along the run: for so few filters that most lanes of
 * a block would be empty. Each sum stays a vector of partial sums until it is stored.
 */
final class DotTile extends Tile {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int FOUR = 4 * LANES;

  DotTile() {
    super(2, 4, FOUR);
  }

  @Override
  int index(int k, int stretch) {
    return k;
  }

  @Override
  int step(int stretch) {
    return stretch;
  }

  @Override
  void start(float[] bias, int from, float[] sums, int to, int pixels) {
    Arrays.fill(sums, to, to + pixels * width, 0);
    for (int i = 0; i < pixels * width; i += LANES) {
      sums[to + i] = bias[from + i / LANES % filters];
    }
  }

  @Override
  void multiply(float[] x, int[] at, int first, Run run, float[] sums, int to) {
    int full = run.length() / LANES * LANES;
    vectors(x, at, first, run, run.from() + full, sums, to);
    for (int f = 0; f < filters; f++) {
      for (int k = full; k < run.length(); k++) {
        float weight = run.weights()[run.from() + f * run.stretch() + k];
        sums[to + f * LANES] += x[at[first] + run.shift() + k] * weight;
        sums[to + FOUR + f * LANES] += x[at[first + 1] + run.shift() + k] * weight;
      }
    }
  }

  private static void vectors(
      float[] x, int[] at, int first, Run run, int end, float[] sums, int to) {
    int at1 = at[first + 1] - at[first];
    float[] w = run.weights();
    int second = run.stretch();
    int third = 2 * second;
    int fourth = 3 * second;
    FloatVector zero = zero(SPECIES);
    FloatVector a0 = zero, a1 = zero, a2 = zero, a3 = zero;
    FloatVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
    for (int i = run.from(), k = at[first] + run.shift(); i < end; i += LANES, k += LANES) {
      FloatVector x0 = fromArray(SPECIES, x, k);
      FloatVector x1 = fromArray(SPECIES, x, k + at1);
      FloatVector v = fromArray(SPECIES, w, i);
      a0 = x0.fma(v, a0);
      b0 = x1.fma(v, b0);
      v = fromArray(SPECIES, w, i + second);
      a1 = x0.fma(v, a1);
      b1 = x1.fma(v, b1);
      v = fromArray(SPECIES, w, i + third);
      a2 = x0.fma(v, a2);
      b2 = x1.fma(v, b2);
      v = fromArray(SPECIES, w, i + fourth);
      a3 = x0.fma(v, a3);
      b3 = x1.fma(v, b3);
    }
    fromArray(SPECIES, sums, to).add(a0).intoArray(sums, to);
    fromArray(SPECIES, sums, to + LANES).add(a1).intoArray(sums, to + LANES);
    fromArray(SPECIES, sums, to + 2 * LANES).add(a2).intoArray(sums, to + 2 * LANES);
    fromArray(SPECIES, sums, to + 3 * LANES).add(a3).intoArray(sums, to + 3 * LANES);
    fromArray(SPECIES, sums, to + FOUR).add(b0).intoArray(sums, to + FOUR);
    fromArray(SPECIES, sums, to + FOUR + LANES).add(b1).intoArray(sums, to + FOUR + LANES);
    fromArray(SPECIES, sums, to + FOUR + 2 * LANES).add(b2).intoArray(sums, to + FOUR + 2 * LANES);
    fromArray(SPECIES, sums, to + FOUR + 3 * LANES).add(b3).intoArray(sums, to + FOUR + 3 * LANES);
  }

  @Override
  void store(
      float[] sums,
      int from,
      int count,
      float[] y,
      int to,
      int stride,
      int channels,
      boolean relu) {
    for (int p = 0; p < count; p++) {
      for (int f = 0; f < channels; f++) {
        int first = from + p * width + f * LANES;
        float sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
          sum += sums[first + lane];
        }
        y[to + p * stride + f] = relu && sum < 0 ? 0 : sum;
      }
    }
  }
}
