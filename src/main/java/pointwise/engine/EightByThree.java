package pointwise.engine;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** 8 pixels × 3 vectors of filters: 24 sums, for 32 registers. */
final class EightByThree extends BroadcastTile {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final int TWO = 2 * LANES;
  private static final int THREE = 3 * LANES;

  EightByThree() {
    super(8, 3);
  }

  @Override
  void multiply(float[] x, int[] at, int first, Run run, float[] sums, int to) {
    int at1 = at[first + 1] - at[first];
    int at2 = at[first + 2] - at[first];
    int at3 = at[first + 3] - at[first];
    int at4 = at[first + 4] - at[first];
    int at5 = at[first + 5] - at[first];
    int at6 = at[first + 6] - at[first];
    int at7 = at[first + 7] - at[first];
    float[] w = run.weights();
    int from = run.from();
    int start = at[first] + run.shift();
    int end = from + run.length() * THREE;
    FloatVector zero = zero(SPECIES);
    FloatVector a0 = zero, a1 = zero, a2 = zero;
    FloatVector b0 = zero, b1 = zero, b2 = zero;
    FloatVector c0 = zero, c1 = zero, c2 = zero;
    FloatVector d0 = zero, d1 = zero, d2 = zero;
    FloatVector e0 = zero, e1 = zero, e2 = zero;
    FloatVector f0 = zero, f1 = zero, f2 = zero;
    FloatVector g0 = zero, g1 = zero, g2 = zero;
    FloatVector h0 = zero, h1 = zero, h2 = zero;
    for (int i = from, k = start; i < end; i += THREE, k++) {
      FloatVector w0 = fromArray(SPECIES, w, i);
      FloatVector w1 = fromArray(SPECIES, w, i + LANES);
      FloatVector w2 = fromArray(SPECIES, w, i + TWO);
      FloatVector v = broadcast(SPECIES, x[k]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      a2 = v.fma(w2, a2);
      v = broadcast(SPECIES, x[k + at1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      b2 = v.fma(w2, b2);
      v = broadcast(SPECIES, x[k + at2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      c2 = v.fma(w2, c2);
      v = broadcast(SPECIES, x[k + at3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      d2 = v.fma(w2, d2);
      v = broadcast(SPECIES, x[k + at4]);
      e0 = v.fma(w0, e0);
      e1 = v.fma(w1, e1);
      e2 = v.fma(w2, e2);
      v = broadcast(SPECIES, x[k + at5]);
      f0 = v.fma(w0, f0);
      f1 = v.fma(w1, f1);
      f2 = v.fma(w2, f2);
      v = broadcast(SPECIES, x[k + at6]);
      g0 = v.fma(w0, g0);
      g1 = v.fma(w1, g1);
      g2 = v.fma(w2, g2);
      v = broadcast(SPECIES, x[k + at7]);
      h0 = v.fma(w0, h0);
      h1 = v.fma(w1, h1);
      h2 = v.fma(w2, h2);
    }
    fromArray(SPECIES, sums, to).add(a0).intoArray(sums, to);
    fromArray(SPECIES, sums, to + LANES).add(a1).intoArray(sums, to + LANES);
    fromArray(SPECIES, sums, to + TWO).add(a2).intoArray(sums, to + TWO);
    int to1 = to + THREE;
    fromArray(SPECIES, sums, to1).add(b0).intoArray(sums, to1);
    fromArray(SPECIES, sums, to1 + LANES).add(b1).intoArray(sums, to1 + LANES);
    fromArray(SPECIES, sums, to1 + TWO).add(b2).intoArray(sums, to1 + TWO);
    int to2 = to + 2 * THREE;
    fromArray(SPECIES, sums, to2).add(c0).intoArray(sums, to2);
    fromArray(SPECIES, sums, to2 + LANES).add(c1).intoArray(sums, to2 + LANES);
    fromArray(SPECIES, sums, to2 + TWO).add(c2).intoArray(sums, to2 + TWO);
    int to3 = to + 3 * THREE;
    fromArray(SPECIES, sums, to3).add(d0).intoArray(sums, to3);
    fromArray(SPECIES, sums, to3 + LANES).add(d1).intoArray(sums, to3 + LANES);
    fromArray(SPECIES, sums, to3 + TWO).add(d2).intoArray(sums, to3 + TWO);
    int to4 = to + 4 * THREE;
    fromArray(SPECIES, sums, to4).add(e0).intoArray(sums, to4);
    fromArray(SPECIES, sums, to4 + LANES).add(e1).intoArray(sums, to4 + LANES);
    fromArray(SPECIES, sums, to4 + TWO).add(e2).intoArray(sums, to4 + TWO);
    int to5 = to + 5 * THREE;
    fromArray(SPECIES, sums, to5).add(f0).intoArray(sums, to5);
    fromArray(SPECIES, sums, to5 + LANES).add(f1).intoArray(sums, to5 + LANES);
    fromArray(SPECIES, sums, to5 + TWO).add(f2).intoArray(sums, to5 + TWO);
    int to6 = to + 6 * THREE;
    fromArray(SPECIES, sums, to6).add(g0).intoArray(sums, to6);
    fromArray(SPECIES, sums, to6 + LANES).add(g1).intoArray(sums, to6 + LANES);
    fromArray(SPECIES, sums, to6 + TWO).add(g2).intoArray(sums, to6 + TWO);
    int to7 = to + 7 * THREE;
    fromArray(SPECIES, sums, to7).add(h0).intoArray(sums, to7);
    fromArray(SPECIES, sums, to7 + LANES).add(h1).intoArray(sums, to7 + LANES);
    fromArray(SPECIES, sums, to7 + TWO).add(h2).intoArray(sums, to7 + TWO);
  }
}
