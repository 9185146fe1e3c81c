package pointwise.op;

import pointwise.engine.Engine;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Padding;
import pointwise.window.Window;

/**
 * The gradients of a convolution, computed by convolutions (Dumoulin and Visin 2016, section 4.1,
 * for that of the input).
 *
 * <p>Each costs as many multiplications as the convolution itself.
 */
final class ConvGradients {
  private ConvGradients() {}

  /**
   * The gradient of the input: the transposed convolution with the same filters and window.
   *
   * @param gradient that of the output
   * @param filters kernel height × kernel width × channels of a group × output channels
   * @param input the input's shape, which strides may have left rows of that no output reads
   */
  static Tensor ofInput(
      Tensor gradient, Tensor filters, Shape input, Window window, int groups, Engine engine) {
    Axis rows = window.vertical(input.height());
    Axis columns = window.horizontal(input.width());
    int bottom = Math.max(0, rows.span(rows.out()) - rows.before() - rows.in());
    int right = Math.max(0, columns.span(columns.out()) - columns.before() - columns.in());
    Window cropping =
        window.withPadding(Padding.of(rows.before(), bottom, columns.before(), right));
    Shape part = input.withChannels(input.channels() / groups);
    float[] result = Tensor.allocate(input);
    if (rows.span(rows.out()) <= rows.before() || columns.span(columns.out()) <= columns.before()) {
      return Tensor.wrap(input, result); // nothing but padding is read
    }
    for (int group = 0; group < groups; group++) {
      Tensor reached =
          engine.transposedConv2d(
              Channels.part(gradient, group, groups),
              Channels.part(filters, group, groups),
              null,
              cropping);
      Tensor whole = reached.shape().equals(part) ? reached : withZeros(reached, part);
      if (groups == 1) {
        return whole;
      }
      Channels.put(whole, group * part.channels(), result, input.channels());
    }
    return Tensor.wrap(input, result);
  }

  /** An image with rows and columns of zeros after it. */
  private static Tensor withZeros(Tensor x, Shape larger) {
    float[] result = Tensor.allocate(larger);
    int line = x.shape().width() * x.shape().channels();
    int height = x.shape().height();
    for (int row = 0; row < x.shape().batch() * height; row++) {
      int target = row / height * larger.height() + row % height;
      System.arraycopy(
          x.data(), row * line, result, target * larger.width() * larger.channels(), line);
    }
    return Tensor.wrap(larger, result);
  }

  /**
   * The gradient of the filters: a convolution in which channels and images have changed places.
   * Each channel of the input is an image, the images are its channels; the gradient of the output
   * is the kernel, which steps by the dilation and whose taps lie a stride apart.
   *
   * @param x the input
   * @param gradient that of the output
   */
  static Tensor ofFilters(Tensor x, Tensor gradient, Window window, int groups, Engine engine) {
    Axis rows = window.vertical(x.shape().height());
    Axis columns = window.horizontal(x.shape().width());
    Window exchanged =
        Window.of(rows.out(), columns.out())
            .withStride(rows.dilation(), columns.dilation())
            .withDilation(rows.stride(), columns.stride());
    return engine
        .conv2d(frame(x, rows, columns, groups), kernel(gradient), null, exchanged, groups)
        .transpose(1, 2, 0, 3);
  }

  /** The gradient of the output as a kernel: rows × columns × images × outputs. */
  private static Tensor kernel(Tensor gradient) {
    Shape shape = gradient.shape();
    int outputs = shape.channels();
    int pixels = shape.height() * shape.width();
    float[] g = gradient.data();
    float[] result = new float[g.length];
    for (int pixel = 0, to = 0; pixel < pixels; pixel++) {
      for (int image = 0; image < shape.batch(); image++) {
        int from = (image * pixels + pixel) * outputs;
        for (int output = 0; output < outputs; output++) {
          result[to++] = g[from + output];
        }
      }
    }
    return Tensor.wrap(Shape.of(shape.height(), shape.width(), shape.batch(), outputs), result);
  }

  /**
   * What the windows cover of the input, the padding's zeros with it: channels of a group × rows ×
   * columns × (groups · images).
   */
  private static Tensor frame(Tensor x, Axis rows, Axis columns, int groups) {
    Shape shape = x.shape();
    int images = shape.batch();
    int channels = shape.channels() / groups;
    int height = rows.span(rows.out());
    int width = columns.span(columns.out());
    Shape framed = Shape.of(channels, height, width, groups * images);
    float[] result = Tensor.allocate(framed);
    int apart = shape.height() * shape.width() * shape.channels();
    int top = Math.max(0, -rows.before());
    int bottom = Math.min(shape.height(), height - rows.before());
    int left = Math.max(0, -columns.before());
    int right = Math.min(shape.width(), width - columns.before());
    for (int channel = 0; channel < channels; channel++) {
      for (int row = top; row < bottom; row++) {
        for (int column = left; column < right; column++) {
          int line = (channel * height + row + rows.before()) * width + column + columns.before();
          int pixel = (row * shape.width() + column) * shape.channels();
          for (int group = 0; group < groups; group++) {
            int from = pixel + group * channels + channel;
            int to = (line * groups + group) * images;
            for (int image = 0; image < images; image++, from += apart) {
              result[to + image] = x.data()[from];
            }
          }
        }
      }
    }
    return Tensor.wrap(framed, result);
  }

  /** The gradient of what is added to each channel: the sum over all else. */
  static Tensor ofBias(Tensor gradient) {
    int channels = gradient.shape().channels();
    double[] sums = new double[channels];
    float[] g = gradient.data();
    for (int pixel = 0; pixel < g.length; pixel += channels) {
      for (int channel = 0; channel < channels; channel++) {
        sums[channel] += g[pixel + channel];
      }
    }
    return Channels.tensor(sums);
  }

  /** The gradients of everything a layer with filters learns. */
  static Gradients of(Tensor input, Tensor filters, Tensor gradient, boolean bias) {
    Gradients gradients = Gradients.of(input).weight("weights", filters);
    return bias ? gradients.weight("bias", ofBias(gradient)) : gradients;
  }
}
