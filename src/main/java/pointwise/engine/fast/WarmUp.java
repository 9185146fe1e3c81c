package pointwise.engine.fast;

import java.util.ArrayList;
import java.util.List;

/**
 * Has C2 compile the micro-kernels.
 *
 * <p>Interpreted code counts its calls, then C1's code does, and from some hundred of each on C2
 * compiles. So every kernel is called in small batches until a call is as fast as compiled code; a
 * kernel that has been called {@link #ENOUGH} times is in C2's queue, and more calls would only
 * make garbage.
 */
final class WarmUp {
  private static final int BATCH = 150;
  private static final int ENOUGH = 3000;
  private static final int ROUNDS = 24;
  private static final int POLL_ROUNDS = 100;
  private static final int PAUSE_MILLIS = 2;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  /** A round of compiled code takes about 10 ns, of code that allocates its vectors over 200. */
  private static final int FAST_NANOS = 60;

  private WarmUp() {}

  /** One call of a kernel whose loop has so many rounds. */
  private interface Kernel {
    void call(int rounds);
  }

  /** Warms all kernels; false if they do not become fast, as in a JVM that only interprets. */
  static boolean run() {
    long start = System.nanoTime();
    List<Kernel> slow = new ArrayList<>(kernels());
    for (int calls = 0; !slow.isEmpty(); calls += BATCH) {
      for (Kernel kernel : slow) {
        for (int i = 0; i < BATCH && calls < ENOUGH; i++) {
          kernel.call(ROUNDS);
        }
      }
      slow.removeIf(WarmUp::isFast);
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stop) {
        return false;
      }
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFast(Kernel kernel) {
    long start = System.nanoTime();
    kernel.call(POLL_ROUNDS);
    return System.nanoTime() - start < POLL_ROUNDS * FAST_NANOS;
  }

  private static List<Kernel> kernels() {
    int lanes = Vectors.LANES;
    float[] x = new float[8 * POLL_ROUNDS * lanes];
    float[] y = new float[8 * POLL_ROUNDS * lanes];
    float[] w = new float[8 * POLL_ROUNDS * lanes];
    int[] at = new int[8 * POLL_ROUNDS];
    Tiles tiles = Tiles.own();
    FilterBlock block = new FilterBlock(tiles.wide(), 0, 0, 2 * lanes - 1, w, w);
    Rows rows = new VectorRows();
    Taps taps = new VectorTaps();
    Transforms transforms = new VectorTransforms();
    return List.of(
        n -> tiles.wide().multiply(x, at, run(tiles.wide(), n), w, y, 0),
        n -> tiles.narrow().multiply(x, at, run(tiles.narrow(), n), w, y, 0),
        n -> tiles.wide().store(x, 0, y, at, n, block, true),
        n -> transforms.input(6, x, 0, lanes, y, 0, lanes, n * lanes),
        n -> transforms.output(6, x, 0, lanes, y, 0, lanes, n * lanes),
        n -> transforms.input(8, x, 0, lanes, y, 0, lanes, n * lanes),
        n -> transforms.output(8, x, 0, lanes, y, 0, lanes, n * lanes),
        n -> rows.max(x, 0, lanes, y, 0, n * lanes),
        n -> rows.add(x, 0, y, 0, n * lanes),
        n -> rows.addScaled(w, 8, x, 0, lanes, y, n * lanes),
        n -> rows.addScaled(w, 1, x, 0, lanes, y, n * lanes),
        n -> taps.nine(x, 0, lanes, lanes, lanes, w, w, 0, lanes, y, 0, lanes, n),
        n -> taps.some(5, x, 0, lanes, lanes, w, 0, lanes, y, 0, lanes, n),
        n -> taps.some(1, x, 0, lanes, lanes, w, 0, lanes, y, 0, lanes, n));
  }

  /** One call of the micro-kernel, and one for the last pixel. */
  private static Run run(Tile tile, int length) {
    return new Run(0, tile.pixels + 1, 0, length, 0);
  }
}
