package pointwise.engine;

/**
 * A micro-kernel: the products of a few pixels with a block of filters, all sums in registers.
 *
 * <p>The sums of a task stand in a scratch array, {@link #width} floats a pixel. A block of filters
 * is packed in the order in which its tile reads it.
 */
abstract class Tile {
  private static final int LAST = 6;

  /** Pixels that one call computes. */
  final int pixels;

  /** Filters of one block. */
  final int filters;

  /** Floats of the sums that belong to one pixel. */
  final int width;

  Tile(int pixels, int filters, int width) {
    this.pixels = pixels;
    this.filters = filters;
    this.width = width;
  }

  /** Where, in a packed stretch, the first filter's weight for its {@code k}-th float stands. */
  abstract int index(int k, int stretch);

  /** From there to the next filter's. */
  abstract int step(int stretch);

  /** Sets the sums of so many pixels to the block's biases. */
  abstract void start(float[] bias, int from, float[] sums, int to, int pixels);

  /**
   * Adds to the sums of {@link #pixels} pixels the products of a run.
   *
   * @param x the input
   * @param at where in {@code x} the patch of each pixel begins; the first pixel's at {@code first}
   * @param to where the first pixel's sums begin
   */
  abstract void multiply(float[] x, int[] at, int first, Run run, float[] sums, int to);

  /**
   * Stores finished sums.
   *
   * @param from where the first pixel's sums begin
   * @param count how many pixels
   * @param stride from one pixel to the next in {@code y}
   * @param channels how many of the block's filters exist
   */
  abstract void store(
      float[] sums, int from, int count, float[] y, int to, int stride, int channels, boolean relu);

  /**
   * The same for any pixels side by side in {@code at}. The last ones, too few for a tile, are
   * computed on a copy, with the last pixel repeated.
   *
   * @param to where the sums of pixel 0 begin
   */
  final void multiply(float[] x, int[] at, int begin, int end, Run run, float[] sums, int to) {
    int first = begin;
    for (; first <= end - pixels; first += pixels) {
      multiply(x, at, first, run, sums, to + first * width);
    }
    if (first < end) {
      Scratch scratch = Scratch.own();
      int[] last = scratch.last(pixels);
      for (int p = 0; p < pixels; p++) {
        last[p] = at[Math.min(first + p, end - 1)];
      }
      float[] copy = scratch.floats(LAST, pixels * width);
      int count = (end - first) * width;
      System.arraycopy(sums, to + first * width, copy, 0, count);
      multiply(x, last, 0, run, copy, 0);
      System.arraycopy(copy, 0, sums, to + first * width, count);
    }
  }
}
