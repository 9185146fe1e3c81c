package pointwise.engine;

/**
 * A micro-kernel: the products of a few pixels with a block of filters, all sums in registers.
 *
 * <p>The sums of a task stand in a scratch array, {@link #width} floats a pixel. A block of filters
 * is packed in the order in which its tile reads it.
 */
abstract class Tile {
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

  /**
   * Where, in a packed run, the weight stands that a filter has for the run's {@code k}-th float.
   */
  abstract int index(int filter, int k, int run);

  /** Sets the sums of so many pixels to the block's biases. */
  abstract void start(float[] bias, int from, float[] sums, int to, int pixels);

  /**
   * Adds to the sums of {@link #pixels} pixels the products of a run.
   *
   * @param x the input
   * @param at where in {@code x} the patch of each pixel begins; the first pixel's at {@code first}
   * @param shift where the run begins within a patch
   * @param w the packed filters, the run's weights at {@code from}
   * @param run its length
   * @param to where the first pixel's sums begin
   */
  abstract void multiply(
      float[] x,
      int[] at,
      int first,
      int shift,
      float[] w,
      int from,
      int run,
      float[] sums,
      int to);

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
}
