package pointwise.engine.fast.kernel;

/** The depthwise micro-kernels as plain loops, for JVMs without vectors and for few channels. */
public final class PlainDepthwiseKernels extends DepthwiseKernels {
  private final int lanes;

  public PlainDepthwiseKernels(int lanes) {
    this.lanes = lanes;
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public void nine(
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
      int pixels) {
    for (int p = 0; p < pixels; p++) {
      System.arraycopy(bias, weight, y, to + p * stride, lanes);
    }
    for (int ky = 0; ky < 3; ky++) {
      some(
          3,
          x,
          from + ky * row,
          tap,
          step,
          w,
          weight + 3 * ky * channels,
          channels,
          y,
          to,
          stride,
          pixels);
    }
  }

  @Override
  public void some(
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
      int pixels) {
    for (int p = 0; p < pixels; p++) {
      for (int t = 0; t < taps; t++) {
        addProducts(x, from + p * step + t * tap, w, weight + t * channels, y, to + p * stride);
      }
    }
  }

  private void addProducts(float[] x, int from, float[] w, int weight, float[] y, int to) {
    for (int i = 0; i < lanes; i++) {
      y[to + i] += x[from + i] * w[weight + i];
    }
  }
}
