package pointwise.window;

import java.util.Locale;

/**
 * What stands around an image before a window slides over it.
 *
 * @param same TensorFlow's SAME rule: as many rows and columns as make the output {@code ⌈in /
 *     stride⌉}, half before and half after, an odd one after; the four numbers are then unused
 * @param top rows above
 * @param bottom rows below
 * @param left columns before
 * @param right columns after
 */
public record Padding(boolean same, int top, int bottom, int left, int right) {
  private static final int LIMIT = 1 << 14;

  /** No padding: the window stays inside of the image. */
  public static final Padding VALID = new Padding(false, 0, 0, 0, 0);

  /** The output has {@code ⌈in / stride⌉} rows and columns. */
  public static final Padding SAME = new Padding(true, 0, 0, 0, 0);

  public Padding {
    for (int cells : new int[] {top, bottom, left, right}) {
      if (!isPossible(cells)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Padding must be between 0 and %,d, but got top %d, bottom %d, left %d, right %d",
                LIMIT,
                top,
                bottom,
                left,
                right));
      }
    }
  }

  /** Whether one side can have so many cells. */
  public static boolean isPossible(int cells) {
    return cells >= 0 && cells <= LIMIT;
  }

  /** The given rows above and below, columns before and after. */
  public static Padding of(int top, int bottom, int left, int right) {
    return new Padding(false, top, bottom, left, right);
  }

  /** The padding as the vocabulary writes it: {@code same()}, {@code pad(1)}, {@code valid()}. */
  @Override
  public String toString() {
    if (same) {
      return "same()";
    }
    if (equals(VALID)) {
      return "valid()";
    }
    return top == bottom && top == left && top == right
        ? "pad(" + top + ")"
        : String.format(Locale.ROOT, "pad(%d, %d, %d, %d)", top, bottom, left, right);
  }
}
