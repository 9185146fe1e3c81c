package pointwise.engine.fast;

import static jdk.incubator.vector.FloatVector.broadcast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import pointwise.engine.fast.kernel.Vectors;

/** How many multiplications this machine does when nothing but multiplying is to be done. */
final class VectorPeak {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int SUMS = 12;
  private static final int ROUNDS = 20_000;
  private static final double COMPILED_GMACS = 2;
  private static final long STABLE_NANOS = 60_000_000;
  private static final long COMPILE_NANOS = 2_000_000_000;

  private VectorPeak() {}

  /** Billions of fused multiply-adds per second on all threads of an engine: the best of many. */
  static double gmacs(FastEngine engine) {
    int threads = engine.threads();
    float[] sums = new float[threads];
    double best = 0;
    long improved = System.nanoTime();
    // C2 may compile the loop only now: samples of code that is not compiled yet do not end it.
    while (System.nanoTime() - improved < (best > COMPILED_GMACS ? STABLE_NANOS : COMPILE_NANOS)) {
      long start = System.nanoTime();
      engine.run(threads, task -> sums[task] += multiply(ROUNDS));
      double multiplications = (double) threads * ROUNDS * SUMS * SPECIES.length();
      double rate = multiplications / (System.nanoTime() - start);
      if (rate > 1.01 * best) {
        best = rate;
        improved = System.nanoTime();
      }
    }
    return best;
  }

  /** Twelve sums do not wait for each other: two units of four cycles' latency need eight. */
  static float multiply(int rounds) {
    FloatVector f = broadcast(SPECIES, 0.5f);
    FloatVector a = f;
    FloatVector b = f;
    FloatVector c = f;
    FloatVector d = f;
    FloatVector e = f;
    FloatVector g = f;
    FloatVector h = f;
    FloatVector i = f;
    FloatVector j = f;
    FloatVector k = f;
    FloatVector l = f;
    FloatVector m = f;
    for (int round = 0; round < rounds; round++) {
      a = f.fma(f, a);
      b = f.fma(f, b);
      c = f.fma(f, c);
      d = f.fma(f, d);
      e = f.fma(f, e);
      g = f.fma(f, g);
      h = f.fma(f, h);
      i = f.fma(f, i);
      j = f.fma(f, j);
      k = f.fma(f, k);
      l = f.fma(f, l);
      m = f.fma(f, m);
    }
    FloatVector sum =
        a.add(b).add(c).add(d).add(e).add(g).add(h).add(i).add(j).add(k).add(l).add(m);
    return sum.reduceLanes(VectorOperators.ADD);
  }
}
