package pointwise.engine.fast.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Rows in Java's Vector API; what does not fill a vector is computed one by one. */
final class VectorRowKernels extends RowKernels {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LANES = Vectors.LANES;

  @Override
  public void max(float[] x, int a, int b, float[] y, int to, int length) {
    if (length == 0) {
      return;
    }
    int full = length / LANES * LANES;
    for (int i = 0; i < full; i += LANES) {
      FloatVector largest = fromArray(SPECIES, x, a + i).max(fromArray(SPECIES, x, b + i));
      fromArray(SPECIES, y, to + i).max(largest).intoArray(y, to + i);
    }
    for (int i = full; i < length; i++) {
      y[to + i] = Math.max(y[to + i], Math.max(x[a + i], x[b + i]));
    }
  }

  @Override
  public void add(float[] x, int from, float[] y, int to, int length) {
    if (length == 0) {
      return;
    }
    int full = length / LANES * LANES;
    for (int i = 0; i < full; i += LANES) {
      fromArray(SPECIES, y, to + i).add(fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (int i = full; i < length; i++) {
      y[to + i] += x[from + i];
    }
  }

  @Override
  public void addScaled(
      float[] factors, int rows, float[] x, int from, int stride, float[] sums, int length) {
    int full = length / LANES * LANES;
    if (rows == 8) {
      addEight(factors, x, from, stride, sums, full);
    } else {
      for (int j = 0; j < rows; j++) {
        addOne(factors[j], x, from + j * stride, sums, full);
      }
    }
    for (int i = full; i < length; i++) {
      for (int j = 0; j < rows; j++) {
        sums[i] = Math.fma(factors[j], x[from + j * stride + i], sums[i]);
      }
    }
  }

  static void addOne(float factor, float[] x, int from, float[] sums, int full) {
    if (full == 0) {
      return;
    }
    FloatVector f = FloatVector.broadcast(SPECIES, factor);
    for (int i = 0; i < full; i += LANES) {
      f.fma(fromArray(SPECIES, x, from + i), fromArray(SPECIES, sums, i)).intoArray(sums, i);
    }
  }

  static void addEight(float[] factors, float[] x, int from, int stride, float[] sums, int full) {
    if (full == 0) {
      return;
    }
    FloatVector f0 = FloatVector.broadcast(SPECIES, factors[0]);
    FloatVector f1 = FloatVector.broadcast(SPECIES, factors[1]);
    FloatVector f2 = FloatVector.broadcast(SPECIES, factors[2]);
    FloatVector f3 = FloatVector.broadcast(SPECIES, factors[3]);
    FloatVector f4 = FloatVector.broadcast(SPECIES, factors[4]);
    FloatVector f5 = FloatVector.broadcast(SPECIES, factors[5]);
    FloatVector f6 = FloatVector.broadcast(SPECIES, factors[6]);
    FloatVector f7 = FloatVector.broadcast(SPECIES, factors[7]);
    int fourth = from + 4 * stride;
    for (int i = 0; i < full; i += LANES) {
      FloatVector a = f0.fma(fromArray(SPECIES, x, from + i), fromArray(SPECIES, sums, i));
      FloatVector b = f4.mul(fromArray(SPECIES, x, fourth + i));
      a = f1.fma(fromArray(SPECIES, x, from + stride + i), a);
      b = f5.fma(fromArray(SPECIES, x, fourth + stride + i), b);
      a = f2.fma(fromArray(SPECIES, x, from + 2 * stride + i), a);
      b = f6.fma(fromArray(SPECIES, x, fourth + 2 * stride + i), b);
      a = f3.fma(fromArray(SPECIES, x, from + 3 * stride + i), a);
      b = f7.fma(fromArray(SPECIES, x, fourth + 3 * stride + i), b);
      a.add(b).intoArray(sums, i);
    }
  }
}
