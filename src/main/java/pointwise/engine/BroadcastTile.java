package pointwise.engine;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Filters side by side in the lanes; each pixel's value meets all of them. */
abstract class BroadcastTile extends Tile {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;

  BroadcastTile(int pixels, int vectors) {
    super(pixels, vectors * LANES, vectors * LANES);
  }

  @Override
  int index(int k, int stretch) {
    return k * filters;
  }

  @Override
  int step(int stretch) {
    return 1;
  }

  @Override
  void start(float[] bias, int from, float[] sums, int to, int pixels) {
    for (int i = 0; i < pixels * width; i += width) {
      System.arraycopy(bias, from, sums, to + i, width);
    }
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
    int full = channels / LANES * LANES;
    for (int lane = 0; lane < full; lane += LANES) {
      if (relu) {
        storeRelu(sums, from + lane, width, count, y, to + lane, stride);
      } else {
        storePlain(sums, from + lane, width, count, y, to + lane, stride);
      }
    }
    for (int lane = full; lane < channels; lane++) {
      for (int p = 0; p < count; p++) {
        float sum = sums[from + p * width + lane];
        y[to + p * stride + lane] = relu && sum < 0 ? 0 : sum;
      }
    }
  }

  private static void storeRelu(
      float[] sums, int from, int width, int count, float[] y, int to, int stride) {
    for (int p = 0; p < count; p++) {
      FloatVector sum = fromArray(SPECIES, sums, from + p * width);
      // Not max: a NaN must stay one, and max(NaN) costs five instructions.
      sum.blend(0, sum.compare(VectorOperators.LT, 0)).intoArray(y, to + p * stride);
    }
  }

  private static void storePlain(
      float[] sums, int from, int width, int count, float[] y, int to, int stride) {
    for (int p = 0; p < count; p++) {
      fromArray(SPECIES, sums, from + p * width).intoArray(y, to + p * stride);
    }
  }
}
