package pointwise.engine.fast.kernel;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The micro-kernels in Java's Vector API.
 *
 * <p>Each is one loop with every sum in a register of its own, spelled out: C2 keeps variables in
 * registers, but neither arrays of vectors nor vectors that pass through a method within the loop.
 * For 16 registers the walk along the weights counts the loop and each pixel has an index that
 * moves along, which keeps both C2 of JDK 17 and of 25 free of spills. For 32 there are more pixels
 * than general registers: k counts, and their sums are loaded first, since adding them at the end
 * would reach C2's node budget, and what it does not inline makes an object of every vector.
 */
final class VectorMicroKernels {
  private static final VectorSpecies<Float> S = Vectors.SPECIES;
  private static final int LANES = Vectors.LANES;
  private static final int TWO = 2 * LANES;
  private static final int THREE = 3 * LANES;

  private VectorMicroKernels() {}

  /** Three vectors of filters at once. */
  static List<MicroKernel> wide() {
    return List.of(new MicroKernel("4×3", 4, THREE, VectorMicroKernels::fourByThree));
  }

  /** Two vectors of filters at once, the best for 32 registers or for 16 first. */
  static List<MicroKernel> narrow(boolean manyRegisters) {
    MicroKernel five = new MicroKernel("5×2", 5, TWO, VectorMicroKernels::fiveByTwo);
    return manyRegisters
        ? List.of(new MicroKernel("12×2", 12, TWO, VectorMicroKernels::twelveByTwo), five)
        : List.of(five);
  }

  /** 12 pixels × 2 vectors of filters: 24 sums and three other vectors. */
  private static void twelveByTwo(
      float[] x, int[] at, int first, Run run, float[] w, int from, float[] sums, int to) {
    int shift = run.shift();
    int p0 = at[first] + shift, p1 = at[first + 1] + shift, p2 = at[first + 2] + shift;
    int p3 = at[first + 3] + shift, p4 = at[first + 4] + shift, p5 = at[first + 5] + shift;
    int p6 = at[first + 6] + shift, p7 = at[first + 7] + shift, p8 = at[first + 8] + shift;
    int p9 = at[first + 9] + shift, p10 = at[first + 10] + shift, p11 = at[first + 11] + shift;
    int length = run.length();
    FloatVector a0 = fromArray(S, sums, to), a1 = fromArray(S, sums, to + LANES);
    FloatVector b0 = fromArray(S, sums, to + 2 * LANES), b1 = fromArray(S, sums, to + 3 * LANES);
    FloatVector c0 = fromArray(S, sums, to + 4 * LANES), c1 = fromArray(S, sums, to + 5 * LANES);
    FloatVector d0 = fromArray(S, sums, to + 6 * LANES), d1 = fromArray(S, sums, to + 7 * LANES);
    FloatVector e0 = fromArray(S, sums, to + 8 * LANES), e1 = fromArray(S, sums, to + 9 * LANES);
    FloatVector f0 = fromArray(S, sums, to + 10 * LANES), f1 = fromArray(S, sums, to + 11 * LANES);
    FloatVector g0 = fromArray(S, sums, to + 12 * LANES), g1 = fromArray(S, sums, to + 13 * LANES);
    FloatVector h0 = fromArray(S, sums, to + 14 * LANES), h1 = fromArray(S, sums, to + 15 * LANES);
    FloatVector i0 = fromArray(S, sums, to + 16 * LANES), i1 = fromArray(S, sums, to + 17 * LANES);
    FloatVector j0 = fromArray(S, sums, to + 18 * LANES), j1 = fromArray(S, sums, to + 19 * LANES);
    FloatVector k0 = fromArray(S, sums, to + 20 * LANES), k1 = fromArray(S, sums, to + 21 * LANES);
    FloatVector l0 = fromArray(S, sums, to + 22 * LANES), l1 = fromArray(S, sums, to + 23 * LANES);
    for (int k = 0, i = from; k < length; k++, i += TWO) {
      FloatVector w0 = fromArray(S, w, i), w1 = fromArray(S, w, i + LANES);
      FloatVector v = broadcast(S, x[p0 + k]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      v = broadcast(S, x[p1 + k]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      v = broadcast(S, x[p2 + k]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      v = broadcast(S, x[p3 + k]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      v = broadcast(S, x[p4 + k]);
      e0 = v.fma(w0, e0);
      e1 = v.fma(w1, e1);
      v = broadcast(S, x[p5 + k]);
      f0 = v.fma(w0, f0);
      f1 = v.fma(w1, f1);
      v = broadcast(S, x[p6 + k]);
      g0 = v.fma(w0, g0);
      g1 = v.fma(w1, g1);
      v = broadcast(S, x[p7 + k]);
      h0 = v.fma(w0, h0);
      h1 = v.fma(w1, h1);
      v = broadcast(S, x[p8 + k]);
      i0 = v.fma(w0, i0);
      i1 = v.fma(w1, i1);
      v = broadcast(S, x[p9 + k]);
      j0 = v.fma(w0, j0);
      j1 = v.fma(w1, j1);
      v = broadcast(S, x[p10 + k]);
      k0 = v.fma(w0, k0);
      k1 = v.fma(w1, k1);
      v = broadcast(S, x[p11 + k]);
      l0 = v.fma(w0, l0);
      l1 = v.fma(w1, l1);
    }
    a0.intoArray(sums, to);
    a1.intoArray(sums, to + LANES);
    b0.intoArray(sums, to + 2 * LANES);
    b1.intoArray(sums, to + 3 * LANES);
    c0.intoArray(sums, to + 4 * LANES);
    c1.intoArray(sums, to + 5 * LANES);
    d0.intoArray(sums, to + 6 * LANES);
    d1.intoArray(sums, to + 7 * LANES);
    e0.intoArray(sums, to + 8 * LANES);
    e1.intoArray(sums, to + 9 * LANES);
    f0.intoArray(sums, to + 10 * LANES);
    f1.intoArray(sums, to + 11 * LANES);
    g0.intoArray(sums, to + 12 * LANES);
    g1.intoArray(sums, to + 13 * LANES);
    h0.intoArray(sums, to + 14 * LANES);
    h1.intoArray(sums, to + 15 * LANES);
    i0.intoArray(sums, to + 16 * LANES);
    i1.intoArray(sums, to + 17 * LANES);
    j0.intoArray(sums, to + 18 * LANES);
    j1.intoArray(sums, to + 19 * LANES);
    k0.intoArray(sums, to + 20 * LANES);
    k1.intoArray(sums, to + 21 * LANES);
    l0.intoArray(sums, to + 22 * LANES);
    l1.intoArray(sums, to + 23 * LANES);
  }

  /** 4 pixels × 3 vectors of filters: 12 sums and four other vectors. */
  private static void fourByThree(
      float[] x, int[] at, int first, Run run, float[] w, int from, float[] sums, int to) {
    if (run.length() == 0) {
      return;
    }
    int shift = run.shift();
    int k0 = at[first] + shift, k1 = at[first + 1] + shift, k2 = at[first + 2] + shift;
    int k3 = at[first + 3] + shift;
    int end = from + run.length() * THREE;
    FloatVector zero = zero(S);
    FloatVector a0 = zero, a1 = zero, a2 = zero, b0 = zero, b1 = zero, b2 = zero;
    FloatVector c0 = zero, c1 = zero, c2 = zero, d0 = zero, d1 = zero, d2 = zero;
    for (int i = from; i < end; i += THREE, k0++, k1++, k2++, k3++) {
      FloatVector w0 = fromArray(S, w, i), w1 = fromArray(S, w, i + LANES);
      FloatVector w2 = fromArray(S, w, i + TWO);
      FloatVector v = broadcast(S, x[k0]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      a2 = v.fma(w2, a2);
      v = broadcast(S, x[k1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      b2 = v.fma(w2, b2);
      v = broadcast(S, x[k2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      c2 = v.fma(w2, c2);
      v = broadcast(S, x[k3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      d2 = v.fma(w2, d2);
    }
    // No method: its calls would seem rare to C2, which would leave them.
    fromArray(S, sums, to).add(a0).intoArray(sums, to);
    fromArray(S, sums, to + LANES).add(a1).intoArray(sums, to + LANES);
    fromArray(S, sums, to + TWO).add(a2).intoArray(sums, to + TWO);
    fromArray(S, sums, to + THREE).add(b0).intoArray(sums, to + THREE);
    fromArray(S, sums, to + THREE + LANES).add(b1).intoArray(sums, to + THREE + LANES);
    fromArray(S, sums, to + THREE + TWO).add(b2).intoArray(sums, to + THREE + TWO);
    fromArray(S, sums, to + 2 * THREE).add(c0).intoArray(sums, to + 2 * THREE);
    fromArray(S, sums, to + 2 * THREE + LANES).add(c1).intoArray(sums, to + 2 * THREE + LANES);
    fromArray(S, sums, to + 2 * THREE + TWO).add(c2).intoArray(sums, to + 2 * THREE + TWO);
    fromArray(S, sums, to + 3 * THREE).add(d0).intoArray(sums, to + 3 * THREE);
    fromArray(S, sums, to + 3 * THREE + LANES).add(d1).intoArray(sums, to + 3 * THREE + LANES);
    fromArray(S, sums, to + 3 * THREE + TWO).add(d2).intoArray(sums, to + 3 * THREE + TWO);
  }

  /** 5 pixels × 2 vectors of filters: 10 sums and three other vectors. */
  private static void fiveByTwo(
      float[] x, int[] at, int first, Run run, float[] w, int from, float[] sums, int to) {
    int shift = run.shift();
    int k0 = at[first] + shift, k1 = at[first + 1] + shift, k2 = at[first + 2] + shift;
    int k3 = at[first + 3] + shift, k4 = at[first + 4] + shift;
    int end = from + run.length() * TWO;
    FloatVector zero = zero(S);
    FloatVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero;
    FloatVector d0 = zero, d1 = zero, e0 = zero, e1 = zero;
    for (int i = from; i < end; i += TWO, k0++, k1++, k2++, k3++, k4++) {
      FloatVector w0 = fromArray(S, w, i), w1 = fromArray(S, w, i + LANES);
      FloatVector v = broadcast(S, x[k0]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      v = broadcast(S, x[k1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      v = broadcast(S, x[k2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      v = broadcast(S, x[k3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      v = broadcast(S, x[k4]);
      e0 = v.fma(w0, e0);
      e1 = v.fma(w1, e1);
    }
    add(sums, to, a0, a1);
    add(sums, to + TWO, b0, b1);
    add(sums, to + 2 * TWO, c0, c1);
    add(sums, to + 3 * TWO, d0, d1);
    add(sums, to + 4 * TWO, e0, e1);
  }

  private static void add(float[] sums, int to, FloatVector v0, FloatVector v1) {
    fromArray(S, sums, to).add(v0).intoArray(sums, to);
    fromArray(S, sums, to + LANES).add(v1).intoArray(sums, to + LANES);
  }
}
