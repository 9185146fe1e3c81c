package pointwise.engine.fast;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The micro-kernels in Java's Vector API.
 *
 * <p>Each is one loop with every sum in a register of its own, spelled out: C2 keeps variables in
 * registers, but neither arrays of vectors nor vectors that pass through a method within the loop.
 * The walk along the weights counts the loop, and each pixel has an index of its own that moves
 * along: the form that both C2 of JDK 17 and of 25 keep free of spills and copies. Sums begin at
 * zero, and are added to those of the runs before at the end.
 */
final class VectorTiles {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LANES = Vectors.LANES;
  private static final int TWO = 2 * LANES;
  private static final int THREE = 3 * LANES;

  private VectorTiles() {}

  /** The tiles for 32 vector registers or for 16. */
  static Tiles tiles(boolean manyRegisters) {
    Tile wide =
        manyRegisters
            ? new Tile(6, THREE, VectorTiles::sixByThree)
            : new Tile(4, THREE, VectorTiles::fourByThree);
    return new Tiles(wide, new Tile(5, TWO, VectorTiles::fiveByTwo));
  }

  /** 6 pixels × 3 vectors of filters: 18 sums and four other vectors. */
  private static void sixByThree(
      float[] x, int[] at, int first, Run run, float[] w, int from, float[] sums, int to) {
    int shift = run.shift();
    int k0 = at[first] + shift, k1 = at[first + 1] + shift, k2 = at[first + 2] + shift;
    int k3 = at[first + 3] + shift, k4 = at[first + 4] + shift, k5 = at[first + 5] + shift;
    int end = from + run.length() * THREE;
    FloatVector zero = zero(SPECIES);
    FloatVector a0 = zero, a1 = zero, a2 = zero, b0 = zero, b1 = zero, b2 = zero;
    FloatVector c0 = zero, c1 = zero, c2 = zero, d0 = zero, d1 = zero, d2 = zero;
    FloatVector e0 = zero, e1 = zero, e2 = zero, f0 = zero, f1 = zero, f2 = zero;
    for (int i = from; i < end; i += THREE, k0++, k1++, k2++, k3++, k4++, k5++) {
      FloatVector w0 = fromArray(SPECIES, w, i);
      FloatVector w1 = fromArray(SPECIES, w, i + LANES);
      FloatVector w2 = fromArray(SPECIES, w, i + TWO);
      FloatVector v = broadcast(SPECIES, x[k0]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      a2 = v.fma(w2, a2);
      v = broadcast(SPECIES, x[k1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      b2 = v.fma(w2, b2);
      v = broadcast(SPECIES, x[k2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      c2 = v.fma(w2, c2);
      v = broadcast(SPECIES, x[k3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      d2 = v.fma(w2, d2);
      v = broadcast(SPECIES, x[k4]);
      e0 = v.fma(w0, e0);
      e1 = v.fma(w1, e1);
      e2 = v.fma(w2, e2);
      v = broadcast(SPECIES, x[k5]);
      f0 = v.fma(w0, f0);
      f1 = v.fma(w1, f1);
      f2 = v.fma(w2, f2);
    }
    add(sums, to, a0, a1, a2);
    add(sums, to + THREE, b0, b1, b2);
    add(sums, to + 2 * THREE, c0, c1, c2);
    add(sums, to + 3 * THREE, d0, d1, d2);
    add(sums, to + 4 * THREE, e0, e1, e2);
    add(sums, to + 5 * THREE, f0, f1, f2);
  }

  /** 4 pixels × 3 vectors of filters: 12 sums and four other vectors. */
  private static void fourByThree(
      float[] x, int[] at, int first, Run run, float[] w, int from, float[] sums, int to) {
    int shift = run.shift();
    int k0 = at[first] + shift, k1 = at[first + 1] + shift, k2 = at[first + 2] + shift;
    int k3 = at[first + 3] + shift;
    int end = from + run.length() * THREE;
    FloatVector zero = zero(SPECIES);
    FloatVector a0 = zero, a1 = zero, a2 = zero, b0 = zero, b1 = zero, b2 = zero;
    FloatVector c0 = zero, c1 = zero, c2 = zero, d0 = zero, d1 = zero, d2 = zero;
    for (int i = from; i < end; i += THREE, k0++, k1++, k2++, k3++) {
      FloatVector w0 = fromArray(SPECIES, w, i);
      FloatVector w1 = fromArray(SPECIES, w, i + LANES);
      FloatVector w2 = fromArray(SPECIES, w, i + TWO);
      FloatVector v = broadcast(SPECIES, x[k0]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      a2 = v.fma(w2, a2);
      v = broadcast(SPECIES, x[k1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      b2 = v.fma(w2, b2);
      v = broadcast(SPECIES, x[k2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      c2 = v.fma(w2, c2);
      v = broadcast(SPECIES, x[k3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      d2 = v.fma(w2, d2);
    }
    add(sums, to, a0, a1, a2);
    add(sums, to + THREE, b0, b1, b2);
    add(sums, to + 2 * THREE, c0, c1, c2);
    add(sums, to + 3 * THREE, d0, d1, d2);
  }

  /** 5 pixels × 2 vectors of filters: 10 sums and three other vectors. */
  private static void fiveByTwo(
      float[] x, int[] at, int first, Run run, float[] w, int from, float[] sums, int to) {
    int shift = run.shift();
    int k0 = at[first] + shift, k1 = at[first + 1] + shift, k2 = at[first + 2] + shift;
    int k3 = at[first + 3] + shift, k4 = at[first + 4] + shift;
    int end = from + run.length() * TWO;
    FloatVector zero = zero(SPECIES);
    FloatVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero;
    FloatVector d0 = zero, d1 = zero, e0 = zero, e1 = zero;
    for (int i = from; i < end; i += TWO, k0++, k1++, k2++, k3++, k4++) {
      FloatVector w0 = fromArray(SPECIES, w, i);
      FloatVector w1 = fromArray(SPECIES, w, i + LANES);
      FloatVector v = broadcast(SPECIES, x[k0]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      v = broadcast(SPECIES, x[k1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      v = broadcast(SPECIES, x[k2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      v = broadcast(SPECIES, x[k3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      v = broadcast(SPECIES, x[k4]);
      e0 = v.fma(w0, e0);
      e1 = v.fma(w1, e1);
    }
    add(sums, to, a0, a1);
    add(sums, to + TWO, b0, b1);
    add(sums, to + 2 * TWO, c0, c1);
    add(sums, to + 3 * TWO, d0, d1);
    add(sums, to + 4 * TWO, e0, e1);
  }

  // Not one by way of the other: C2 may then leave a call, and the vectors would be objects.

  private static void add(float[] sums, int to, FloatVector v0, FloatVector v1, FloatVector v2) {
    fromArray(SPECIES, sums, to).add(v0).intoArray(sums, to);
    fromArray(SPECIES, sums, to + LANES).add(v1).intoArray(sums, to + LANES);
    fromArray(SPECIES, sums, to + TWO).add(v2).intoArray(sums, to + TWO);
  }

  private static void add(float[] sums, int to, FloatVector v0, FloatVector v1) {
    fromArray(SPECIES, sums, to).add(v0).intoArray(sums, to);
    fromArray(SPECIES, sums, to + LANES).add(v1).intoArray(sums, to + LANES);
  }
}
