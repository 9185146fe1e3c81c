package pointwise.engine;

import java.util.List;

/**
 * Has C2 compile the micro-kernels, one after another.
 *
 * <p>A few hundred short calls make C2 compile a kernel; more would only make garbage. Then it is
 * called every {@link #PAUSE_MILLIS} ms until a call is as fast as compiled code.
 */
final class WarmUp {
  /** C2 compiles after 600 calls if they and the rounds of their loops are 15,000 together. */
  private static final int CALLS = 900;

  private static final int LENGTH = 24;
  private static final int POLL_LENGTH = 512;
  private static final int PAUSE_MILLIS = 2;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  /** Compiled code needs less than 2 ns for a vector operation, what allocates more than 20. */
  private static final double NANOS_PER_ROUND = 100;

  private WarmUp() {}

  /** One call of a kernel whose loop has so many rounds. */
  private interface Kernel {
    void call(int rounds);
  }

  /** Warms all kernels; false if they do not become fast, as in a JVM that only interprets. */
  static boolean run() {
    long start = System.nanoTime();
    for (Kernel kernel : kernels()) {
      for (int i = 0; i < CALLS; i++) {
        kernel.call(LENGTH);
      }
    }
    for (Kernel kernel : kernels()) {
      while (nanos(kernel) > POLL_LENGTH * NANOS_PER_ROUND) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          return false;
        }
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
          return false;
        }
      }
    }
    return true;
  }

  private static long nanos(Kernel kernel) {
    long start = System.nanoTime();
    kernel.call(POLL_LENGTH);
    return System.nanoTime() - start;
  }

  private static List<Kernel> kernels() {
    int lanes = VectorTiles.LANES;
    float[] x = new float[8 * POLL_LENGTH * lanes];
    float[] y = new float[8 * POLL_LENGTH * lanes];
    float[] w = new float[8 * POLL_LENGTH * lanes];
    int[] at = new int[8];
    Tiles tiles = VectorTiles.tiles();
    Rows rows = new VectorRows();
    Taps taps = new VectorTaps();
    Transforms transforms = new VectorTransforms();
    return List.of(
        n -> tiles.wide().multiply(x, at, 0, 0, w, 0, n, y, 0),
        n -> tiles.narrow().multiply(x, at, 0, 0, w, 0, n, y, 0),
        n -> tiles.dot().multiply(x, at, 0, 0, w, 0, n * lanes, y, 0),
        n -> tiles.wide().store(x, 0, n, y, 0, lanes, lanes, false),
        n -> tiles.wide().store(x, 0, n, y, 0, lanes, lanes, true),
        n -> transforms.input(x, 0, lanes, y, 0, lanes, n * lanes),
        n -> transforms.output(x, 0, lanes, y, 0, lanes, n * lanes),
        n -> rows.max(x, 0, lanes, y, 0, n * lanes),
        n -> rows.add(x, 0, y, 0, n * lanes),
        n -> rows.addScaled(w, 8, x, 0, lanes, y, n * lanes),
        n -> rows.addScaled(w, 1, x, 0, lanes, y, n * lanes),
        n -> taps.nine(x, 0, lanes, lanes, lanes, w, w, 0, lanes, y, 0, lanes, n),
        n -> taps.some(5, x, 0, lanes, lanes, w, 0, lanes, y, 0, lanes, n),
        n -> taps.some(1, x, 0, lanes, lanes, w, 0, lanes, y, 0, lanes, n));
  }
}
