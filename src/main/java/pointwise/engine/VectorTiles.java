package pointwise.engine;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The three micro-kernels in Java's Vector API. Only loaded where the JVM has the module.
 *
 * <p>Each {@code multiply} is one loop with every sum in a register of its own, spelled out: C2
 * keeps variables in registers, but neither arrays of vectors nor vectors that pass through a
 * method within the loop. They begin at zero and are added to the sums of the runs before at the
 * end. The walk along the weights counts the loop, the walk along the pixels is derived from it:
 * the form that both C2 of JDK 17 and of 25 keep free of spills.
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

  private static void add(FloatVector products, float[] sums, int to) {
    fromArray(SPECIES, sums, to).add(products).intoArray(sums, to);
  }

  /** Filters side by side in the lanes; each pixel's value meets all of them. */
  private abstract static class Broadcast extends Tile {
    Broadcast(int pixels, int vectors) {
      super(pixels, vectors * LANES, vectors * LANES);
    }

    @Override
    int index(int filter, int k, int stretch) {
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
      fromArray(SPECIES, sums, to).add(a0).intoArray(sums, to);
      fromArray(SPECIES, sums, to + LANES).add(a1).intoArray(sums, to + LANES);
      fromArray(SPECIES, sums, to + 2 * LANES).add(a2).intoArray(sums, to + 2 * LANES);
      fromArray(SPECIES, sums, to + THREE).add(b0).intoArray(sums, to + THREE);
      fromArray(SPECIES, sums, to + THREE + LANES).add(b1).intoArray(sums, to + THREE + LANES);
      fromArray(SPECIES, sums, to + THREE + 2 * LANES)
          .add(b2)
          .intoArray(sums, to + THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 2 * THREE).add(c0).intoArray(sums, to + 2 * THREE);
      fromArray(SPECIES, sums, to + 2 * THREE + LANES)
          .add(c1)
          .intoArray(sums, to + 2 * THREE + LANES);
      fromArray(SPECIES, sums, to + 2 * THREE + 2 * LANES)
          .add(c2)
          .intoArray(sums, to + 2 * THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 3 * THREE).add(d0).intoArray(sums, to + 3 * THREE);
      fromArray(SPECIES, sums, to + 3 * THREE + LANES)
          .add(d1)
          .intoArray(sums, to + 3 * THREE + LANES);
      fromArray(SPECIES, sums, to + 3 * THREE + 2 * LANES)
          .add(d2)
          .intoArray(sums, to + 3 * THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 4 * THREE).add(e0).intoArray(sums, to + 4 * THREE);
      fromArray(SPECIES, sums, to + 4 * THREE + LANES)
          .add(e1)
          .intoArray(sums, to + 4 * THREE + LANES);
      fromArray(SPECIES, sums, to + 4 * THREE + 2 * LANES)
          .add(e2)
          .intoArray(sums, to + 4 * THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 5 * THREE).add(f0).intoArray(sums, to + 5 * THREE);
      fromArray(SPECIES, sums, to + 5 * THREE + LANES)
          .add(f1)
          .intoArray(sums, to + 5 * THREE + LANES);
      fromArray(SPECIES, sums, to + 5 * THREE + 2 * LANES)
          .add(f2)
          .intoArray(sums, to + 5 * THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 6 * THREE).add(g0).intoArray(sums, to + 6 * THREE);
      fromArray(SPECIES, sums, to + 6 * THREE + LANES)
          .add(g1)
          .intoArray(sums, to + 6 * THREE + LANES);
      fromArray(SPECIES, sums, to + 6 * THREE + 2 * LANES)
          .add(g2)
          .intoArray(sums, to + 6 * THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 7 * THREE).add(h0).intoArray(sums, to + 7 * THREE);
      fromArray(SPECIES, sums, to + 7 * THREE + LANES)
          .add(h1)
          .intoArray(sums, to + 7 * THREE + LANES);
      fromArray(SPECIES, sums, to + 7 * THREE + 2 * LANES)
          .add(h2)
          .intoArray(sums, to + 7 * THREE + 2 * LANES);
    }
  }

  /** 4 pixels × 3 vectors of filters: 12 sums, for 16 registers. */
  private static final class FourByThree extends Broadcast {
    FourByThree() {
      super(4, 3);
    }

    @Override
    void multiply(float[] x, int[] at, int first, Run run, float[] sums, int to) {
      int at1 = at[first + 1] - at[first];
      int at2 = at[first + 2] - at[first];
      int at3 = at[first + 3] - at[first];
      float[] w = run.weights();
      int from = run.from();
      int start = at[first] + run.shift();
      int end = from + run.length() * THREE;
      FloatVector zero = zero(SPECIES);
      FloatVector a0 = zero, a1 = zero, a2 = zero;
      FloatVector b0 = zero, b1 = zero, b2 = zero;
      FloatVector c0 = zero, c1 = zero, c2 = zero;
      FloatVector d0 = zero, d1 = zero, d2 = zero;
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
      fromArray(SPECIES, sums, to).add(a0).intoArray(sums, to);
      fromArray(SPECIES, sums, to + LANES).add(a1).intoArray(sums, to + LANES);
      fromArray(SPECIES, sums, to + 2 * LANES).add(a2).intoArray(sums, to + 2 * LANES);
      fromArray(SPECIES, sums, to + THREE).add(b0).intoArray(sums, to + THREE);
      fromArray(SPECIES, sums, to + THREE + LANES).add(b1).intoArray(sums, to + THREE + LANES);
      fromArray(SPECIES, sums, to + THREE + 2 * LANES)
          .add(b2)
          .intoArray(sums, to + THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 2 * THREE).add(c0).intoArray(sums, to + 2 * THREE);
      fromArray(SPECIES, sums, to + 2 * THREE + LANES)
          .add(c1)
          .intoArray(sums, to + 2 * THREE + LANES);
      fromArray(SPECIES, sums, to + 2 * THREE + 2 * LANES)
          .add(c2)
          .intoArray(sums, to + 2 * THREE + 2 * LANES);
      fromArray(SPECIES, sums, to + 3 * THREE).add(d0).intoArray(sums, to + 3 * THREE);
      fromArray(SPECIES, sums, to + 3 * THREE + LANES)
          .add(d1)
          .intoArray(sums, to + 3 * THREE + LANES);
      fromArray(SPECIES, sums, to + 3 * THREE + 2 * LANES)
          .add(d2)
          .intoArray(sums, to + 3 * THREE + 2 * LANES);
    }
  }

  /** 6 pixels × 2 vectors of filters: 12 sums. */
  private static final class SixByTwo extends Broadcast {
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
      fromArray(SPECIES, sums, to + TWO).add(b0).intoArray(sums, to + TWO);
      fromArray(SPECIES, sums, to + TWO + LANES).add(b1).intoArray(sums, to + TWO + LANES);
      fromArray(SPECIES, sums, to + 2 * TWO).add(c0).intoArray(sums, to + 2 * TWO);
      fromArray(SPECIES, sums, to + 2 * TWO + LANES).add(c1).intoArray(sums, to + 2 * TWO + LANES);
      fromArray(SPECIES, sums, to + 3 * TWO).add(d0).intoArray(sums, to + 3 * TWO);
      fromArray(SPECIES, sums, to + 3 * TWO + LANES).add(d1).intoArray(sums, to + 3 * TWO + LANES);
      fromArray(SPECIES, sums, to + 4 * TWO).add(e0).intoArray(sums, to + 4 * TWO);
      fromArray(SPECIES, sums, to + 4 * TWO + LANES).add(e1).intoArray(sums, to + 4 * TWO + LANES);
      fromArray(SPECIES, sums, to + 5 * TWO).add(f0).intoArray(sums, to + 5 * TWO);
      fromArray(SPECIES, sums, to + 5 * TWO + LANES).add(f1).intoArray(sums, to + 5 * TWO + LANES);
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

    @Override
    int index(int filter, int k, int stretch) {
      return filter * stretch + k;
    }

    @Override
    void start(float[] bias, int from, float[] sums, int to, int pixels) {
      Arrays.fill(sums, to, to + pixels * width, 0);
      for (int i = 0; i < pixels * width; i += LANES) {
        sums[to + i] = bias[from + i / LANES % filters];
      }
    }

    @Override
    void multiply(float[] x, int[] at, int first, Run run, float[] sums, int to) {
      int full = run.length() / LANES * LANES;
      vectors(x, at, first, run, run.from() + full, sums, to);
      for (int f = 0; f < filters; f++) {
        for (int k = full; k < run.length(); k++) {
          float weight = run.weights()[run.from() + f * run.stretch() + k];
          sums[to + f * LANES] += x[at[first] + run.shift() + k] * weight;
          sums[to + FOUR + f * LANES] += x[at[first + 1] + run.shift() + k] * weight;
        }
      }
    }

    private static void vectors(
        float[] x, int[] at, int first, Run run, int end, float[] sums, int to) {
      int at1 = at[first + 1] - at[first];
      float[] w = run.weights();
      int second = run.stretch();
      int third = 2 * second;
      int fourth = 3 * second;
      FloatVector zero = zero(SPECIES);
      FloatVector a0 = zero, a1 = zero, a2 = zero, a3 = zero;
      FloatVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
      for (int i = run.from(), k = at[first] + run.shift(); i < end; i += LANES, k += LANES) {
        FloatVector x0 = fromArray(SPECIES, x, k);
        FloatVector x1 = fromArray(SPECIES, x, k + at1);
        FloatVector v = fromArray(SPECIES, w, i);
        a0 = x0.fma(v, a0);
        b0 = x1.fma(v, b0);
        v = fromArray(SPECIES, w, i + second);
        a1 = x0.fma(v, a1);
        b1 = x1.fma(v, b1);
        v = fromArray(SPECIES, w, i + third);
        a2 = x0.fma(v, a2);
        b2 = x1.fma(v, b2);
        v = fromArray(SPECIES, w, i + fourth);
        a3 = x0.fma(v, a3);
        b3 = x1.fma(v, b3);
      }
      fromArray(SPECIES, sums, to).add(a0).intoArray(sums, to);
      fromArray(SPECIES, sums, to + LANES).add(a1).intoArray(sums, to + LANES);
      fromArray(SPECIES, sums, to + 2 * LANES).add(a2).intoArray(sums, to + 2 * LANES);
      fromArray(SPECIES, sums, to + 3 * LANES).add(a3).intoArray(sums, to + 3 * LANES);
      fromArray(SPECIES, sums, to + FOUR).add(b0).intoArray(sums, to + FOUR);
      fromArray(SPECIES, sums, to + FOUR + LANES).add(b1).intoArray(sums, to + FOUR + LANES);
      fromArray(SPECIES, sums, to + FOUR + 2 * LANES)
          .add(b2)
          .intoArray(sums, to + FOUR + 2 * LANES);
      fromArray(SPECIES, sums, to + FOUR + 3 * LANES)
          .add(b3)
          .intoArray(sums, to + FOUR + 3 * LANES);
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
