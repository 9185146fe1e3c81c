package pointwise.engine.fast.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The depthwise micro-kernels in Java's Vector API: one vector of channels, weights in registers.
 */
final class VectorDepthwiseKernels extends DepthwiseKernels {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;

  @Override
  public int lanes() {
    return Vectors.LANES;
  }

  @Override
  public void nine(
      float[] x,
      int from,
      int row,
      int tap,
      int step,
      float[] bias,
      float[] w,
      int weight,
      int channels,
      float[] y,
      int to,
      int stride,
      int pixels) {
    if (pixels == 0) {
      return;
    }
    FloatVector b = fromArray(SPECIES, bias, weight);
    FloatVector w0 = fromArray(SPECIES, w, weight);
    FloatVector w1 = fromArray(SPECIES, w, weight + channels);
    FloatVector w2 = fromArray(SPECIES, w, weight + 2 * channels);
    FloatVector w3 = fromArray(SPECIES, w, weight + 3 * channels);
    FloatVector w4 = fromArray(SPECIES, w, weight + 4 * channels);
    FloatVector w5 = fromArray(SPECIES, w, weight + 5 * channels);
    FloatVector w6 = fromArray(SPECIES, w, weight + 6 * channels);
    FloatVector w7 = fromArray(SPECIES, w, weight + 7 * channels);
    FloatVector w8 = fromArray(SPECIES, w, weight + 8 * channels);
    int above = from;
    int middle = from + row;
    int below = middle + row;
    for (int p = 0; p < pixels; p++) {
      FloatVector s0 = w0.fma(fromArray(SPECIES, x, above + p * step), b);
      FloatVector s1 = w3.mul(fromArray(SPECIES, x, middle + p * step));
      FloatVector s2 = w6.mul(fromArray(SPECIES, x, below + p * step));
      s0 = w1.fma(fromArray(SPECIES, x, above + p * step + tap), s0);
      s1 = w4.fma(fromArray(SPECIES, x, middle + p * step + tap), s1);
      s2 = w7.fma(fromArray(SPECIES, x, below + p * step + tap), s2);
      s0 = w2.fma(fromArray(SPECIES, x, above + p * step + 2 * tap), s0);
      s1 = w5.fma(fromArray(SPECIES, x, middle + p * step + 2 * tap), s1);
      s2 = w8.fma(fromArray(SPECIES, x, below + p * step + 2 * tap), s2);
      s0.add(s1).add(s2).intoArray(y, to + p * stride);
    }
  }

  @Override
  public void some(
      int taps,
      float[] x,
      int from,
      int tap,
      int step,
      float[] w,
      int weight,
      int channels,
      float[] y,
      int to,
      int stride,
      int pixels) {
    if (taps == 5) {
      five(x, from, tap, step, w, weight, channels, y, to, stride, pixels);
      return;
    }
    for (int t = 0; t < taps; t++) {
      one(x, from + t * tap, step, w, weight + t * channels, y, to, stride, pixels);
    }
  }

  static void five(
      float[] x,
      int from,
      int tap,
      int step,
      float[] w,
      int weight,
      int channels,
      float[] y,
      int to,
      int stride,
      int pixels) {
    if (pixels == 0) {
      return;
    }
    FloatVector w0 = fromArray(SPECIES, w, weight);
    FloatVector w1 = fromArray(SPECIES, w, weight + channels);
    FloatVector w2 = fromArray(SPECIES, w, weight + 2 * channels);
    FloatVector w3 = fromArray(SPECIES, w, weight + 3 * channels);
    FloatVector w4 = fromArray(SPECIES, w, weight + 4 * channels);
    for (int p = 0; p < pixels; p++) {
      FloatVector s0 =
          w0.fma(fromArray(SPECIES, x, from + p * step), fromArray(SPECIES, y, to + p * stride));
      FloatVector s1 = w1.mul(fromArray(SPECIES, x, from + p * step + tap));
      s0 = w2.fma(fromArray(SPECIES, x, from + p * step + 2 * tap), s0);
      s1 = w3.fma(fromArray(SPECIES, x, from + p * step + 3 * tap), s1);
      s0 = w4.fma(fromArray(SPECIES, x, from + p * step + 4 * tap), s0);
      s0.add(s1).intoArray(y, to + p * stride);
    }
  }

  static void one(
      float[] x,
      int from,
      int step,
      float[] w,
      int weight,
      float[] y,
      int to,
      int stride,
      int pixels) {
    if (pixels == 0) {
      return;
    }
    FloatVector w0 = fromArray(SPECIES, w, weight);
    for (int p = 0; p < pixels; p++) {
      w0.fma(fromArray(SPECIES, x, from + p * step), fromArray(SPECIES, y, to + p * stride))
          .intoArray(y, to + p * stride);
    }
  }
}
