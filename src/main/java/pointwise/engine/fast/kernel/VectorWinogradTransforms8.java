package pointwise.engine.fast.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transforms of F(4, 5), from 8 inputs, in Java's Vector API. Inputs are at least as long as a
 * vector, the lengths of outputs are multiples of it.
 */
final class VectorWinogradTransforms8 extends WinogradTransforms {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LANES = Vectors.LANES;

  @Override
  public void input(float[] x, int from, int step, float[] y, int to, int stepTo, int length) {
    if (length == 0) {
      return;
    }
    for (int n = 0; n < length; n += LANES) {
      int i = from + Math.min(n, length - LANES);
      int j = to + i - from;
      FloatVector x0 = fromArray(SPECIES, x, i);
      FloatVector x1 = fromArray(SPECIES, x, i + step);
      FloatVector x2 = fromArray(SPECIES, x, i + 2 * step);
      FloatVector x3 = fromArray(SPECIES, x, i + 3 * step);
      FloatVector x4 = fromArray(SPECIES, x, i + 4 * step);
      FloatVector x5 = fromArray(SPECIES, x, i + 5 * step);
      FloatVector x6 = fromArray(SPECIES, x, i + 6 * step);
      FloatVector x7 = fromArray(SPECIES, x, i + 7 * step);
      x2.sub(x4).mul(5.25f).add(x6.sub(x0)).intoArray(y, j);
      x3.sub(x5).mul(5.25f).add(x7.sub(x1)).intoArray(y, j + 7 * stepTo);
      FloatVector even = x2.add(x6).sub(x4.mul(4.25f));
      FloatVector odd = x1.add(x5).sub(x3.mul(4.25f));
      even.add(odd).intoArray(y, j + stepTo);
      even.sub(odd).intoArray(y, j + 2 * stepTo);
      even = x2.mul(0.25f).sub(x4.mul(1.25f)).add(x6);
      odd = x1.mul(0.5f).sub(x3.mul(2.5f)).add(x5.mul(2));
      even.add(odd).intoArray(y, j + 3 * stepTo);
      even.sub(odd).intoArray(y, j + 4 * stepTo);
      even = x2.mul(4).sub(x4.mul(5)).add(x6);
      odd = x1.mul(2).sub(x3.mul(2.5f)).add(x5.mul(0.5f));
      even.add(odd).intoArray(y, j + 5 * stepTo);
      even.sub(odd).intoArray(y, j + 6 * stepTo);
    }
  }

  @Override
  public void output(float[] x, int from, int step, float[] y, int to, int stepTo, int length) {
    if (length == 0) {
      return;
    }
    for (int n = 0; n < length; n += LANES) {
      int i = from + n;
      int j = to + n;
      FloatVector x1 = fromArray(SPECIES, x, i + step);
      FloatVector x2 = fromArray(SPECIES, x, i + 2 * step);
      FloatVector x3 = fromArray(SPECIES, x, i + 3 * step);
      FloatVector x4 = fromArray(SPECIES, x, i + 4 * step);
      FloatVector x5 = fromArray(SPECIES, x, i + 5 * step);
      FloatVector x6 = fromArray(SPECIES, x, i + 6 * step);
      FloatVector one = x1.add(x2);
      FloatVector two = x3.add(x4);
      FloatVector half = x5.add(x6);
      fromArray(SPECIES, x, i).add(one).add(two).add(half).intoArray(y, j);
      one.add(two.mul(4)).add(half.mul(0.25f)).intoArray(y, j + 2 * stepTo);
      one = x1.sub(x2);
      two = x3.sub(x4).mul(2);
      half = x5.sub(x6).mul(0.5f);
      one.add(two).add(half).intoArray(y, j + stepTo);
      one.add(two.mul(4))
          .add(half.mul(0.25f))
          .add(fromArray(SPECIES, x, i + 7 * step))
          .intoArray(y, j + 3 * stepTo);
    }
  }
}
