package pointwise.engine.fast.kernel;

/**
 * The micro-kernels of the depthwise convolution: a stretch of channels along a row of pixels.
 *
 * <p>Nothing is summed over the channels, so every float of the input is multiplied with few
 * weights; what counts is that the weights stay in registers and each sum is stored once.
 */
public abstract class DepthwiseKernels {
  /** Channels that one call computes. */
  public abstract int lanes();

  /**
   * All nine taps of a 3 × 3 kernel: {@code y = bias + Σ w · x}.
   *
   * @param from where the first pixel's first tap begins
   * @param row from one row of taps to the next
   * @param tap from one tap of a row to the next
   * @param step from one pixel to the next
   * @param weight where the first tap's weights begin, and the biases; the other taps' follow
   *     {@code channels} apart
   */
  public abstract void nine(
      float[] x,
      int from,
      int row,
      int tap,
      int step,
      float[] bias,
      float[] w,
      int weight,
      int channels,
      float[] y,
      int to,
      int stride,
      int pixels);

  /** Adds one to five taps of a row to sums that are already there. */
  public abstract void some(
      int taps,
      float[] x,
      int from,
      int tap,
      int step,
      float[] w,
      int weight,
      int channels,
      float[] y,
      int to,
      int stride,
      int pixels);
}
