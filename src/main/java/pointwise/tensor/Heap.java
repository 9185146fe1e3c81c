package pointwise.tensor;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Internal: says what does not fit into the JVM's memory, before it is asked for: an {@code
 * OutOfMemoryError} names no size and, in a notebook, may take the kernel with it.
 */
public final class Heap {
  private Heap() {}

  /**
   * An array of zeros.
   *
   * @param what what it is for: {@code a tensor of shape 2×2}
   * @throws IllegalArgumentException with the bytes, if there is no room for it
   */
  public static float[] floats(int length, Supplier<String> what) {
    long bytes = (long) length * Float.BYTES;
    require(bytes, what);
    try {
      return new float[length];
    } catch (OutOfMemoryError noRoomInOnePiece) {
      throw tooLarge(bytes, what.get());
    }
  }

  /**
   * Checks that so much memory can be had.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public static void require(long bytes, Supplier<String> what) {
    // Only what is large in this heap is worth a look at what is left, and a collection.
    if (bytes > Runtime.getRuntime().maxMemory() / 16 && bytes > available()) {
      System.gc();
      if (bytes > available()) {
        throw tooLarge(bytes, what.get());
      }
    }
  }

  /**
   * The result of some work that allocates more than can be foreseen.
   *
   * @param what what the work is: {@code running the model}
   * @throws IllegalArgumentException if the memory does not suffice
   */
  public static <T> T within(Supplier<String> what, Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError problem) {
      System.gc();
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There is not enough memory for %s: this JVM may use %,d bytes (-Xmx), of which %,d are free",
              what.get(),
              Runtime.getRuntime().maxMemory(),
              available()));
    }
  }

  private static IllegalArgumentException tooLarge(long bytes, String what) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "There is not enough memory for %s: it needs %,d bytes, but of the %,d that this JVM may use (-Xmx) %,d are free",
            what,
            bytes,
            Runtime.getRuntime().maxMemory(),
            available()));
  }

  private static long available() {
    Runtime jvm = Runtime.getRuntime();
    return jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
  }
}
