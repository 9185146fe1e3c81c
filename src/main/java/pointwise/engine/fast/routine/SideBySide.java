package pointwise.engine.fast.routine;

import java.util.Optional;
import pointwise.engine.ConvShape;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Padding;
import pointwise.window.Window;

/**
 * A convolution with few filters, as one with a multiple of them: the results of some neighbouring
 * pixels of a row become the channels of one wider pixel, whose filters are the same ones shifted,
 * with zeros around. Few filters leave lanes of a vector empty; these fill them, and there are
 * fewer patches to gather.
 *
 * <p>The result is that of the convolution, number by number, if there are no gaps between its
 * pixels. The zeros meet inputs that a pixel does not see: a NaN or an infinity among them reaches
 * it.
 *
 * @param filters kernel height × (kernel width + pixels − 1) × channels × (pixels · filters)
 * @param bias repeated for each pixel; or null
 * @param window as wide as the filters, its stride as many columns as there are pixels
 */
public record SideBySide(Tensor filters, Tensor bias, Window window) {
  private static final int MOST_PIXELS = 8;

  /** So few outputs do not repay making the shifted filters. */
  private static final int FEWEST = 256;

  /** Micro-kernels compute at least so many vectors of filters. */
  private static final int VECTORS = 2;

  /**
   * The same convolution on wider pixels, if that saves a quarter of its vectors.
   *
   * @param lanes of a vector
   */
  public static Optional<SideBySide> of(ConvShape s, Tensor filters, Tensor bias, int lanes) {
    Axis columns = s.columns();
    long all = (long) s.batch() * s.rows().out() * columns.out();
    if (s.groups() > 1 || columns.stride() > 1 || columns.dilation() > 1 || all < FEWEST) {
      return Optional.empty();
    }
    int best = 1;
    for (int pixels = 2; pixels <= MOST_PIXELS; pixels++) {
      boolean even = columns.out() % pixels == 0;
      if (even && cost(s, pixels, lanes) <= cost(s, best, lanes)) {
        best = pixels;
      }
    }
    return cost(s, best, lanes) <= 0.75 * cost(s, 1, lanes)
        ? Optional.of(widened(s, filters, bias, best))
        : Optional.empty();
  }

  /** The multiplications of vectors for one pixel, per row of the kernel and channel. */
  private static double cost(ConvShape s, int pixels, int lanes) {
    int vectors = Math.max(VECTORS, Axis.ceilDiv(pixels * s.outChannels(), lanes));
    return (double) (s.columns().kernel() + pixels - 1) * vectors / pixels;
  }

  private static SideBySide widened(ConvShape s, Tensor filters, Tensor bias, int pixels) {
    Axis rows = s.rows();
    Axis columns = s.columns();
    int width = columns.kernel() + pixels - 1;
    int outputs = s.outChannels();
    Shape shape = Shape.of(rows.kernel(), width, s.inChannels(), pixels * outputs);
    float[] shifted = Tensor.allocate(shape);
    int from = 0;
    for (int ky = 0; ky < rows.kernel(); ky++) {
      for (int kx = 0; kx < columns.kernel(); kx++) {
        for (int channel = 0; channel < s.inChannels(); channel++, from += outputs) {
          for (int pixel = 0; pixel < pixels; pixel++) {
            int place = (ky * width + kx + pixel) * s.inChannels() + channel;
            System.arraycopy(
                filters.data(), from, shifted, (place * pixels + pixel) * outputs, outputs);
          }
        }
      }
    }
    Tensor repeated = null;
    if (bias != null) {
      float[] all = new float[pixels * outputs];
      for (int pixel = 0; pixel < pixels; pixel++) {
        System.arraycopy(bias.data(), 0, all, pixel * outputs, outputs);
      }
      repeated = Tensor.wrap(Shape.of(all.length), all);
    }
    Window wide =
        Window.of(rows.kernel(), width)
            .withStride(rows.stride(), pixels)
            .withDilation(rows.dilation(), 1)
            .withPadding(
                Padding.of(rows.before(), rows.after(), columns.before(), columns.after()));
    return new SideBySide(Tensor.wrap(shape, shifted), repeated, wide);
  }
}
