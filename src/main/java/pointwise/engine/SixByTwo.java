package pointwise.engine;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** 6 pixels × 2 vectors of filters: 12 sums. */
final class SixByTwo extends BroadcastTile {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int TWO = 2 * LANES;

  SixByTwo() {
    super(6, 2);
  }

  @Override
  void multiply(float[] x, int[] at, int first, Run run, float[] sums, int to) {
    int at1 = at[first + 1] - at[first];
    int at2 = at[first + 2] - at[first];
    int at3 = at[first + 3] - at[first];
    int at4 = at[first + 4] - at[first];
    int at5 = at[first + 5] - at[first];
    float[] w = run.weights();
    int from = run.from();
    int start = at[first] + run.shift();
    int end = from + run.length() * TWO;
    FloatVector zero = zero(SPECIES);
    FloatVector a0 = zero, a1 = zero;
    FloatVector b0 = zero, b1 = zero;
    FloatVector c0 = zero, c1 = zero;
    FloatVector d0 = zero, d1 = zero;
    FloatVector e0 = zero, e1 = zero;
    FloatVector f0 = zero, f1 = zero;
    for (int i = from, k = start; i < end; i += TWO, k++) {
      FloatVector w0 = fromArray(SPECIES, w, i);
      FloatVector w1 = fromArray(SPECIES, w, i + LANES);
      FloatVector v = broadcast(SPECIES, x[k]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      v = broadcast(SPECIES, x[k + at1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      v = broadcast(SPECIES, x[k + at2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      v = broadcast(SPECIES, x[k + at3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      v = broadcast(SPECIES, x[k + at4]);
      e0 = v.fma(w0, e0);
      e1 = v.fma(w1, e1);
      v = broadcast(SPECIES, x[k + at5]);
      f0 = v.fma(w0, f0);
      f1 = v.fma(w1, f1);
    }
    fromArray(SPECIES, sums, to).add(a0).intoArray(sums, to);
    fromArray(SPECIES, sums, to + LANES).add(a1).intoArray(sums, to + LANES);
    int to1 = to + TWO;
    fromArray(SPECIES, sums, to1).add(b0).intoArray(sums, to1);
    fromArray(SPECIES, sums, to1 + LANES).add(b1).intoArray(sums, to1 + LANES);
    int to2 = to + 2 * TWO;
    fromArray(SPECIES, sums, to2).add(c0).intoArray(sums, to2);
    fromArray(SPECIES, sums, to2 + LANES).add(c1).intoArray(sums, to2 + LANES);
    int to3 = to + 3 * TWO;
    fromArray(SPECIES, sums, to3).add(d0).intoArray(sums, to3);
    fromArray(SPECIES, sums, to3 + LANES).add(d1).intoArray(sums, to3 + LANES);
    int to4 = to + 4 * TWO;
    fromArray(SPECIES, sums, to4).add(e0).intoArray(sums, to4);
    fromArray(SPECIES, sums, to4 + LANES).add(e1).intoArray(sums, to4 + LANES);
    int to5 = to + 5 * TWO;
    fromArray(SPECIES, sums, to5).add(f0).intoArray(sums, to5);
    fromArray(SPECIES, sums, to5 + LANES).add(f1).intoArray(sums, to5 + LANES);
  }
}
