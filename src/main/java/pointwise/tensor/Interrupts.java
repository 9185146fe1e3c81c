package pointwise.tensor;

import java.util.concurrent.CancellationException;

/**
 * Internal: lets a long loop end when its thread is interrupted, as a notebook's stop button does.
 */
public final class Interrupts {
  /** About a tenth of a millisecond of the cheapest work. */
  private static final int PART = 1 << 16;

  private Interrupts() {}

  /** Work on the numbers from one on and before another. */
  @FunctionalInterface
  public interface Part {
    /** Does it. */
    void work(int from, int to);
  }

  /**
   * Ends the computation if the calling thread was interrupted.
   *
   * @throws CancellationException if it was
   */
  public static void check() {
    if (Thread.interrupted()) {
      throw new CancellationException("Interrupted: the computation was stopped");
    }
  }

  /**
   * Works on the numbers from 0 on and before a length, part by part.
   *
   * @throws CancellationException if the calling thread was interrupted
   */
  public static void inParts(int length, Part part) {
    inParts(0, length, part);
  }

  /** Works on the numbers from one on and before another, part by part. */
  public static void inParts(int from, int to, Part part) {
    for (int at = from; at < to; ) {
      check();
      int end = to - at > PART ? at + PART : to;
      part.work(at, end);
      at = end;
    }
  }
}
