package pointwise.engine;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The three micro-kernels in Java's Vector API. Only loaded where the JVM has the module.
 *
 * <p>Each {@code multiply} is one loop with every sum in a register of its own, spelled out: C2
 * keeps variables in registers, but neither arrays of vectors nor vectors that pass through a
 * method. The sums are loaded from where they will be stored, so that the range checks of the loads
 * cover the stores. The walk along the weights counts the loop, the walk along the pixels is
 * derived from it: the form that both C2 of JDK 17 and of 25 keep free of spills.
 */
final class VectorTiles {
  static final VectorSpecies<Float> SPECIES =
      species(Integer.getInteger("pointwise.vector.bits", 0));
  static final int LANES = SPECIES.length();

  /**
   * Whether 8 × 3 sums fit: AVX-512 and NEON have 32 vector registers, SSE and AVX have 16, which
   * hold 6 × 2 sums, two vectors of filters and a pixel's value.
   */
  private static final boolean MANY_REGISTERS =
      SPECIES.vectorBitSize() >= 512 || System.getProperty("os.arch").equals("aarch64");

  private static final int TWO = 2 * LANES;
  private static final int THREE = 3 * LANES;
  private static final int FOUR = 4 * LANES;

  private VectorTiles() {}

  /** The tiles that suit this machine. */
  static Tiles tiles() {
    return tiles(MANY_REGISTERS);
  }

  /** The tiles for 32 registers or for 16. */
  static Tiles tiles(boolean manyRegisters) {
    Tile wide = manyRegisters ? new EightByThree() : new FourByThree();
    return new Tiles(wide, new SixByTwo(), new Dot());
  }

  private static VectorSpecies<Float> species(int bits) {
    return switch (bits) {
      case 0 -> FloatVector.SPECIES_PREFERRED;
      case 64 -> FloatVector.SPECIES_64;
      case 128 -> FloatVector.SPECIES_128;
      case 256 -> FloatVector.SPECIES_256;
      case 512 -> FloatVector.SPECIES_512;
      default ->
          throw new IllegalArgumentException(
              "pointwise.vector.bits must be 64, 128, 256 or 512, but is " + bits);
    };
  }

  /** Filters side by side in the lanes; each pixel's value meets all of them. */
  private abstract static class Broadcast extends Tile {
    Broadcast(int pixels, int vectors) {
      super(pixels, vectors * LANES, vectors * LANES);
    }

    @Override
    int index(int filter, int k, int run) {
      return k * filters + filter;
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

  /** 8 pixels × 3 vectors of filters: 24 sums, for 32 registers. */
  private static final class EightByThree extends Broadcast {
    EightByThree() {
      super(8, 3);
    }

    @Override
    void multiply(
        float[] x,
        int[] at,
        int first,
        int shift,
        float[] w,
        int from,
        int run,
        float[] sums,
        int to) {
      int start = at[first] + shift;
      int at1 = at[first + 1] - at[first];
      int at2 = at[first + 2] - at[first];
      int at3 = at[first + 3] - at[first];
      int at4 = at[first + 4] - at[first];
      int at5 = at[first + 5] - at[first];
      int at6 = at[first + 6] - at[first];
      int at7 = at[first + 7] - at[first];
      FloatVector a0 = fromArray(SPECIES, sums, to);
      FloatVector a1 = fromArray(SPECIES, sums, to + LANES);
      FloatVector a2 = fromArray(SPECIES, sums, to + 2 * LANES);
      FloatVector b0 = fromArray(SPECIES, sums, to + THREE);
      FloatVector b1 = fromArray(SPECIES, sums, to + THREE + LANES);
      FloatVector b2 = fromArray(SPECIES, sums, to + THREE + 2 * LANES);
      FloatVector c0 = fromArray(SPECIES, sums, to + 2 * THREE);
      FloatVector c1 = fromArray(SPECIES, sums, to + 2 * THREE + LANES);
      FloatVector c2 = fromArray(SPECIES, sums, to + 2 * THREE + 2 * LANES);
      FloatVector d0 = fromArray(SPECIES, sums, to + 3 * THREE);
      FloatVector d1 = fromArray(SPECIES, sums, to + 3 * THREE + LANES);
      FloatVector d2 = fromArray(SPECIES, sums, to + 3 * THREE + 2 * LANES);
      FloatVector e0 = fromArray(SPECIES, sums, to + 4 * THREE);
      FloatVector e1 = fromArray(SPECIES, sums, to + 4 * THREE + LANES);
      FloatVector e2 = fromArray(SPECIES, sums, to + 4 * THREE + 2 * LANES);
      FloatVector f0 = fromArray(SPECIES, sums, to + 5 * THREE);
      FloatVector f1 = fromArray(SPECIES, sums, to + 5 * THREE + LANES);
      FloatVector f2 = fromArray(SPECIES, sums, to + 5 * THREE + 2 * LANES);
      FloatVector g0 = fromArray(SPECIES, sums, to + 6 * THREE);
      FloatVector g1 = fromArray(SPECIES, sums, to + 6 * THREE + LANES);
      FloatVector g2 = fromArray(SPECIES, sums, to + 6 * THREE + 2 * LANES);
      FloatVector h0 = fromArray(SPECIES, sums, to + 7 * THREE);
      FloatVector h1 = fromArray(SPECIES, sums, to + 7 * THREE + LANES);
      FloatVector h2 = fromArray(SPECIES, sums, to + 7 * THREE + 2 * LANES);
      int end = from + run * THREE;
      for (int i = from, k = start; i < end; i += THREE, k++) {
        FloatVector w0 = fromArray(SPECIES, w, i);
        FloatVector w1 = fromArray(SPECIES, w, i + LANES);
        FloatVector w2 = fromArray(SPECIES, w, i + 2 * LANES);
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
      a0.intoArray(sums, to);
      a1.intoArray(sums, to + LANES);
      a2.intoArray(sums, to + 2 * LANES);
      b0.intoArray(sums, to + THREE);
      b1.intoArray(sums, to + THREE + LANES);
      b2.intoArray(sums, to + THREE + 2 * LANES);
      c0.intoArray(sums, to + 2 * THREE);
      c1.intoArray(sums, to + 2 * THREE + LANES);
      c2.intoArray(sums, to + 2 * THREE + 2 * LANES);
      d0.intoArray(sums, to + 3 * THREE);
      d1.intoArray(sums, to + 3 * THREE + LANES);
      d2.intoArray(sums, to + 3 * THREE + 2 * LANES);
      e0.intoArray(sums, to + 4 * THREE);
      e1.intoArray(sums, to + 4 * THREE + LANES);
      e2.intoArray(sums, to + 4 * THREE + 2 * LANES);
      f0.intoArray(sums, to + 5 * THREE);
      f1.intoArray(sums, to + 5 * THREE + LANES);
      f2.intoArray(sums, to + 5 * THREE + 2 * LANES);
      g0.intoArray(sums, to + 6 * THREE);
      g1.intoArray(sums, to + 6 * THREE + LANES);
      g2.intoArray(sums, to + 6 * THREE + 2 * LANES);
      h0.intoArray(sums, to + 7 * THREE);
      h1.intoArray(sums, to + 7 * THREE + LANES);
      h2.intoArray(sums, to + 7 * THREE + 2 * LANES);
    }
  }

  /** 4 pixels × 3 vectors of filters: 12 sums, for 16 registers. */
  private static final class FourByThree extends Broadcast {
    FourByThree() {
      super(4, 3);
    }

    @Override
    void multiply(
        float[] x,
        int[] at,
        int first,
        int shift,
        float[] w,
        int from,
        int run,
        float[] sums,
        int to) {
      int start = at[first] + shift;
      int at1 = at[first + 1] - at[first];
      int at2 = at[first + 2] - at[first];
      int at3 = at[first + 3] - at[first];
      FloatVector a0 = fromArray(SPECIES, sums, to);
      FloatVector a1 = fromArray(SPECIES, sums, to + LANES);
      FloatVector a2 = fromArray(SPECIES, sums, to + 2 * LANES);
      FloatVector b0 = fromArray(SPECIES, sums, to + THREE);
      FloatVector b1 = fromArray(SPECIES, sums, to + THREE + LANES);
      FloatVector b2 = fromArray(SPECIES, sums, to + THREE + 2 * LANES);
      FloatVector c0 = fromArray(SPECIES, sums, to + 2 * THREE);
      FloatVector c1 = fromArray(SPECIES, sums, to + 2 * THREE + LANES);
      FloatVector c2 = fromArray(SPECIES, sums, to + 2 * THREE + 2 * LANES);
      FloatVector d0 = fromArray(SPECIES, sums, to + 3 * THREE);
      FloatVector d1 = fromArray(SPECIES, sums, to + 3 * THREE + LANES);
      FloatVector d2 = fromArray(SPECIES, sums, to + 3 * THREE + 2 * LANES);
      int end = from + run * THREE;
      for (int i = from, k = start; i < end; i += THREE, k++) {
        FloatVector w0 = fromArray(SPECIES, w, i);
        FloatVector w1 = fromArray(SPECIES, w, i + LANES);
        FloatVector w2 = fromArray(SPECIES, w, i + 2 * LANES);
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
      }
      a0.intoArray(sums, to);
      a1.intoArray(sums, to + LANES);
      a2.intoArray(sums, to + 2 * LANES);
      b0.intoArray(sums, to + THREE);
      b1.intoArray(sums, to + THREE + LANES);
      b2.intoArray(sums, to + THREE + 2 * LANES);
      c0.intoArray(sums, to + 2 * THREE);
      c1.intoArray(sums, to + 2 * THREE + LANES);
      c2.intoArray(sums, to + 2 * THREE + 2 * LANES);
      d0.intoArray(sums, to + 3 * THREE);
      d1.intoArray(sums, to + 3 * THREE + LANES);
      d2.intoArray(sums, to + 3 * THREE + 2 * LANES);
    }
  }

  /** 6 pixels × 2 vectors of filters: 12 sums. */
  private static final class SixByTwo extends Broadcast {
    SixByTwo() {
      super(6, 2);
    }

    @Override
    void multiply(
        float[] x,
        int[] at,
        int first,
        int shift,
        float[] w,
        int from,
        int run,
        float[] sums,
        int to) {
      int start = at[first] + shift;
      int at1 = at[first + 1] - at[first];
      int at2 = at[first + 2] - at[first];
      int at3 = at[first + 3] - at[first];
      int at4 = at[first + 4] - at[first];
      int at5 = at[first + 5] - at[first];
      FloatVector a0 = fromArray(SPECIES, sums, to);
      FloatVector a1 = fromArray(SPECIES, sums, to + LANES);
      FloatVector b0 = fromArray(SPECIES, sums, to + TWO);
      FloatVector b1 = fromArray(SPECIES, sums, to + TWO + LANES);
      FloatVector c0 = fromArray(SPECIES, sums, to + 2 * TWO);
      FloatVector c1 = fromArray(SPECIES, sums, to + 2 * TWO + LANES);
      FloatVector d0 = fromArray(SPECIES, sums, to + 3 * TWO);
      FloatVector d1 = fromArray(SPECIES, sums, to + 3 * TWO + LANES);
      FloatVector e0 = fromArray(SPECIES, sums, to + 4 * TWO);
      FloatVector e1 = fromArray(SPECIES, sums, to + 4 * TWO + LANES);
      FloatVector f0 = fromArray(SPECIES, sums, to + 5 * TWO);
      FloatVector f1 = fromArray(SPECIES, sums, to + 5 * TWO + LANES);
      int end = from + run * TWO;
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
      a0.intoArray(sums, to);
      a1.intoArray(sums, to + LANES);
      b0.intoArray(sums, to + TWO);
      b1.intoArray(sums, to + TWO + LANES);
      c0.intoArray(sums, to + 2 * TWO);
      c1.intoArray(sums, to + 2 * TWO + LANES);
      d0.intoArray(sums, to + 3 * TWO);
      d1.intoArray(sums, to + 3 * TWO + LANES);
      e0.intoArray(sums, to + 4 * TWO);
      e1.intoArray(sums, to + 4 * TWO + LANES);
      f0.intoArray(sums, to + 5 * TWO);
      f1.intoArray(sums, to + 5 * TWO + LANES);
    }
  }

  /**
   * 2 pixels × 4 filters as dot products, lanes along the run: for so few filters that most lanes
   * of a block would be empty. Each sum stays a vector of partial sums until it is stored.
   */
  private static final class Dot extends Tile {
    Dot() {
      super(2, 4, FOUR);
    }

    /** A vector of each filter in turn; what is left of the run filter by filter behind it. */
    @Override
    int index(int filter, int k, int run) {
      int full = run / LANES * LANES;
      return k < full
          ? (k / LANES * filters + filter) * LANES + k % LANES
          : full * filters + filter * (run - full) + k - full;
    }

    @Override
    void start(float[] bias, int from, float[] sums, int to, int pixels) {
      Arrays.fill(sums, to, to + pixels * width, 0);
      for (int i = 0; i < pixels * width; i += LANES) {
        sums[to + i] = bias[from + i / LANES % filters];
      }
    }

    @Override
    void multiply(
        float[] x,
        int[] at,
        int first,
        int shift,
        float[] w,
        int from,
        int run,
        float[] sums,
        int to) {
      int start = at[first] + shift;
      int at1 = at[first + 1] - at[first];
      int end = from + run / LANES * FOUR;
      vectors(x, start, at1, w, from, end, sums, to);
      int rest = run % LANES;
      for (int k = 0; k < rest; k++) {
        for (int f = 0; f < filters; f++) {
          float weight = w[end + f * rest + k];
          int value = start + run - rest + k;
          sums[to + f * LANES] += x[value] * weight;
          sums[to + FOUR + f * LANES] += x[value + at1] * weight;
        }
      }
    }

    private static void vectors(
        float[] x, int start, int at1, float[] w, int from, int end, float[] sums, int to) {
      FloatVector a0 = fromArray(SPECIES, sums, to);
      FloatVector a1 = fromArray(SPECIES, sums, to + LANES);
      FloatVector a2 = fromArray(SPECIES, sums, to + 2 * LANES);
      FloatVector a3 = fromArray(SPECIES, sums, to + 3 * LANES);
      FloatVector b0 = fromArray(SPECIES, sums, to + FOUR);
      FloatVector b1 = fromArray(SPECIES, sums, to + FOUR + LANES);
      FloatVector b2 = fromArray(SPECIES, sums, to + FOUR + 2 * LANES);
      FloatVector b3 = fromArray(SPECIES, sums, to + FOUR + 3 * LANES);
      for (int i = from, k = start; i < end; i += FOUR, k += LANES) {
        FloatVector x0 = fromArray(SPECIES, x, k);
        FloatVector x1 = fromArray(SPECIES, x, k + at1);
        FloatVector v = fromArray(SPECIES, w, i);
        a0 = x0.fma(v, a0);
        b0 = x1.fma(v, b0);
        v = fromArray(SPECIES, w, i + LANES);
        a1 = x0.fma(v, a1);
        b1 = x1.fma(v, b1);
        v = fromArray(SPECIES, w, i + 2 * LANES);
        a2 = x0.fma(v, a2);
        b2 = x1.fma(v, b2);
        v = fromArray(SPECIES, w, i + 3 * LANES);
        a3 = x0.fma(v, a3);
        b3 = x1.fma(v, b3);
      }
      a0.intoArray(sums, to);
      a1.intoArray(sums, to + LANES);
      a2.intoArray(sums, to + 2 * LANES);
      a3.intoArray(sums, to + 3 * LANES);
      b0.intoArray(sums, to + FOUR);
      b1.intoArray(sums, to + FOUR + LANES);
      b2.intoArray(sums, to + FOUR + 2 * LANES);
      b3.intoArray(sums, to + FOUR + 3 * LANES);
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
      for (int p = 0; p < count; p++) {
        for (int f = 0; f < channels; f++) {
          int first = from + p * width + f * LANES;
          float sum = 0;
          for (int lane = 0; lane < LANES; lane++) {
            sum += sums[first + lane];
          }
          y[to + p * stride + f] = relu && sum < 0 ? 0 : sum;
        }
      }
    }
  }
}
