package pointwise.engine;

import java.util.Locale;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Window;

/**
 * Internal: the sizes of one convolution or pooling, checked against each other, and the layout of
 * its images in memory.
 */
public record ConvShape(
    int batch, Axis rows, Axis columns, int inChannels, int outChannels, int groups, Shape output) {

  /** The shape of an engine's input. */
  public static Shape shapeOf(Tensor x) {
    return Require.given(x, "an input").shape();
  }

  public static ConvShape conv2d(Shape x, Tensor filters, Tensor bias, Window window, int groups) {
    checkGiven(x, window);
    Shape f = shapeOfFilters(filters);
    int channels = x.channels();
    check(
        f.rank() == 4
            && f.dim(0) == window.kernelHeight()
            && f.dim(1) == window.kernelWidth()
            && f.dim(2) * groups == channels
            && f.dim(3) % groups == 0,
        "Filters of shape %s do not fit an image of shape %s under a %d×%d kernel with %d group(s)",
        f,
        x,
        window.kernelHeight(),
        window.kernelWidth(),
        groups);
    return of(x, window, f.dim(3), groups).withBias(bias);
  }

  /** A depthwise convolution as the convolution whose groups are the single channels. */
  public static ConvShape depthwise(Shape x, Tensor filters, Tensor bias, Window window) {
    checkGiven(x, window);
    return conv2d(x, asGroups(x, filters), bias, window, x.channels());
  }

  /** Depthwise filters laid out as those of a convolution in groups; the numbers stay in place. */
  public static Tensor asGroups(Shape x, Tensor filters) {
    Shape f = shapeOfFilters(filters);
    check(
        f.rank() == 4 && f.dim(2) == x.channels(),
        "Depthwise filters of shape %s do not fit an image of shape %s",
        f,
        x);
    return filters.reshape(f.dim(0), f.dim(1), 1, x.channels() * f.dim(3));
  }

  /**
   * The convolution that a transposed one transposes: its output is {@code x}, its input the
   * result, and it has the same filters.
   */
  public static ConvShape transposed(Shape x, Tensor filters, Tensor bias, Window window) {
    checkGiven(x, window);
    Shape f = shapeOfFilters(filters);
    check(
        f.rank() == 4
            && f.dim(0) == window.kernelHeight()
            && f.dim(1) == window.kernelWidth()
            && f.dim(3) == x.channels(),
        "Transposed filters of shape %s do not fit an image of shape %s under a %d×%d kernel",
        f,
        x,
        window.kernelHeight(),
        window.kernelWidth());
    checkBias(bias, f.dim(2));
    Axis rows = window.transposedVertical(x.height());
    Axis columns = window.transposedHorizontal(x.width());
    return new ConvShape(x.batch(), rows, columns, f.dim(2), x.channels(), 1, x);
  }

  public static ConvShape pool(Shape x, Window window) {
    checkGiven(x, window);
    return of(x, window, x.channels(), x.channels());
  }

  public static void checkDense(Shape x, Tensor weights, Tensor bias) {
    Require.given(x, "the shape of the input");
    Shape w = Require.given(weights, "the weights of a dense layer").shape();
    check(
        x.rank() <= 2 && w.rank() == 2 && w.dim(0) == x.channels(),
        "Weights of shape %s do not fit features of shape %s",
        w,
        x);
    checkBias(bias, w.dim(1));
  }

  public Shape input() {
    return output.withImage(rows.in(), columns.in(), inChannels);
  }

  public int group(int outChannel) {
    return outChannel / (outChannels / groups);
  }

  /** The channels of the input that one output channel sees. */
  public int groupChannels() {
    return inChannels / groups;
  }

  /** The floats of the input that one output sees. */
  public int patch() {
    return rows.kernel() * columns.kernel() * groupChannels();
  }

  /** The number of an input pixel. */
  public int inputPixel(int image, int row, int column) {
    return (image * rows.in() + row) * columns.in() + column;
  }

  /** The number of an output pixel. */
  public int outputPixel(int image, int row, int column) {
    return (image * rows.out() + row) * columns.out() + column;
  }

  /** Where the channels of an input pixel begin. */
  public int inputAt(int image, int row, int column) {
    return inputPixel(image, row, column) * inChannels;
  }

  /** Where the channels of an output pixel begin. */
  public int outputAt(int image, int row, int column) {
    return outputPixel(image, row, column) * outChannels;
  }

  /** By how many cells an average pooling divides at one output pixel. */
  public int averaged(int row, int column, boolean countPadding) {
    return countPadding
        ? rows.paddedTaps(row) * columns.paddedTaps(column)
        : rows.insideTaps(row) * columns.insideTaps(column);
  }

  private static ConvShape of(Shape shape, Window window, int outChannels, int groups) {
    Axis rows = window.vertical(shape.height());
    Axis columns = window.horizontal(shape.width());
    Shape output = shape.withImage(rows.out(), columns.out(), outChannels);
    return new ConvShape(
        shape.batch(), rows, columns, shape.channels(), outChannels, groups, output);
  }

  private ConvShape withBias(Tensor bias) {
    checkBias(bias, outChannels);
    return this;
  }

  private static void checkGiven(Shape x, Window window) {
    Require.given(x, "the shape of the input");
    Require.given(window, "a window");
  }

  private static Shape shapeOfFilters(Tensor filters) {
    return Require.given(filters, "the filters of a convolution").shape();
  }

  private static void checkBias(Tensor bias, int channels) {
    check(
        bias == null || bias.shape().equals(Shape.of(channels)),
        "A bias of shape %s does not fit %d output channels",
        bias == null ? null : bias.shape(),
        channels);
  }

  private static void check(boolean fits, String message, Object... values) {
    if (!fits) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }
}
