package pointwise.engine.fast.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transforms of F(4, 3), from 6 inputs, in Java's Vector API. Inputs are at least as long as a
 * vector, the lengths of outputs are multiples of it.
 */
final class VectorWinogradTransforms6 extends WinogradTransforms {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LANES = Vectors.LANES;

  @Override
  public void input(float[] x, int from, int step, float[] y, int to, int stepTo, int length) {
    if (length == 0) {
      return;
    }
    int third = from + 2 * step;
    int fifth = from + 4 * step;
    int to2 = to + 2 * stepTo;
    int to4 = to + 4 * stepTo;
    for (int n = 0; n < length; n += LANES) {
      // The last vectors may overlap: values are computed twice, not beyond the end.
      int i = Math.min(n, length - LANES);
      FloatVector x0 = fromArray(SPECIES, x, from + i);
      FloatVector x1 = fromArray(SPECIES, x, from + step + i);
      FloatVector x2 = fromArray(SPECIES, x, third + i);
      FloatVector x3 = fromArray(SPECIES, x, third + step + i);
      FloatVector x4 = fromArray(SPECIES, x, fifth + i);
      FloatVector x5 = fromArray(SPECIES, x, fifth + step + i);
      x0.sub(x2).mul(4).add(x4.sub(x2)).intoArray(y, to + i);
      FloatVector even = x4.sub(x2.mul(4));
      FloatVector odd = x3.sub(x1.mul(4));
      even.add(odd).intoArray(y, to + stepTo + i);
      even.sub(odd).intoArray(y, to2 + i);
      even = x4.sub(x2);
      odd = x3.sub(x1).mul(2);
      even.add(odd).intoArray(y, to2 + stepTo + i);
      even.sub(odd).intoArray(y, to4 + i);
      x1.sub(x3).mul(4).add(x5.sub(x3)).intoArray(y, to4 + stepTo + i);
    }
  }

  @Override
  public void output(float[] x, int from, int step, float[] y, int to, int stepTo, int length) {
    if (length == 0) {
      return;
    }
    int third = from + 2 * step;
    int fifth = from + 4 * step;
    int to2 = to + 2 * stepTo;
    for (int i = 0; i < length; i += LANES) {
      FloatVector x1 = fromArray(SPECIES, x, from + step + i);
      FloatVector x2 = fromArray(SPECIES, x, third + i);
      FloatVector x3 = fromArray(SPECIES, x, third + step + i);
      FloatVector x4 = fromArray(SPECIES, x, fifth + i);
      FloatVector near = x1.add(x2);
      FloatVector far = x3.add(x4);
      fromArray(SPECIES, x, from + i).add(near).add(far).intoArray(y, to + i);
      near.add(far.mul(4)).intoArray(y, to2 + i);
      near = x1.sub(x2);
      far = x3.sub(x4).mul(2);
      near.add(far).intoArray(y, to + stepTo + i);
      near.add(far.mul(4))
          .add(fromArray(SPECIES, x, fifth + step + i))
          .intoArray(y, to2 + stepTo + i);
    }
  }
}
