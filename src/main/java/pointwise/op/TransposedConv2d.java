package pointwise.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Padding;
import pointwise.window.Window;

/**
 * A transposed convolution, also called deconvolution: every input pixel paints the kernel into the
 * output, a stride apart from its neighbour, and what overlaps is added up (Zeiler et al. 2010,
 * section 2; Dumoulin and Visin 2016, section 4).
 *
 * <p>It is the adjoint of the convolution with the same window and filters: what that takes to the
 * input's size, this takes back. So the window's padding crops the output: VALID has {@code (in −
 * 1) · stride + (kernel − 1) · dilation + 1} rows, explicit padding that many less, SAME {@code in
 * · stride}, without the odd row at the bottom and column at the right.
 *
 * <p>PyTorch's output padding o is {@code pad(p, p − o, p, p − o)}. Keras's VALID differs where the
 * stride is larger than the kernel: it adds the rows that {@link #same()} has, which hold nothing
 * but the bias. There are no groups, as in Keras.
 *
 * @param filters output channels
 * @param window kernel, stride, padding, dilation
 * @param bias whether one number is added to each output channel
 */
public record TransposedConv2d(int filters, Window window, boolean bias)
    implements Windowed<TransposedConv2d> {

  public TransposedConv2d {
    Require.given(window, "a window");
    if (filters < 1) {
      throw new IllegalArgumentException(
          "A transposed convolution needs at least 1 filter, but got " + filters);
    }
  }

  /** A transposed convolution with stride 1, no padding and a bias: Keras's defaults. */
  public static TransposedConv2d of(int filters, int kernelHeight, int kernelWidth) {
    return new TransposedConv2d(filters, Window.of(kernelHeight, kernelWidth), true);
  }

  @Override
  public TransposedConv2d withWindow(Window changed) {
    return new TransposedConv2d(filters, changed, bias);
  }

  /** Without a bias, as before a batch normalisation. */
  public TransposedConv2d noBias() {
    return new TransposedConv2d(filters, window, false);
  }

  /** The rows of the convolution that is transposed: {@code in} is this one's output. */
  @Override
  public Axis rows(Shape input) {
    return window.transposedVertical(Require.given(input, "the shape of the input").height());
  }

  /** The columns of the convolution that is transposed: {@code in} is this one's output. */
  @Override
  public Axis columns(Shape input) {
    return window.transposedHorizontal(Require.given(input, "the shape of the input").width());
  }

  @Override
  public Shape output(Shape input) {
    Shape image = Require.given(input, "the shape of the input");
    return image.withImage(rows(input).in(), columns(input).in(), filters);
  }

  /**
   * Of the taps, an output is reached by one in stride² on average, and by one at least where it is
   * reached at all: that is its fan-in. (PyTorch and Keras read the outputs' channels as fan-in.)
   */
  @Override
  public List<Parameter> parameters(Shape input) {
    int channels = Require.given(input, "the shape of the input").channels();
    Shape shape = Shape.of(window.kernelHeight(), window.kernelWidth(), filters, channels);
    long taps = (long) window.kernelHeight() * window.kernelWidth();
    long reaching = Math.max(1, taps / window.strideHeight() / window.strideWidth());
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weights(shape, reaching * channels, taps * filters));
    if (bias) {
      parameters.add(Parameter.bias(filters));
    }
    return parameters;
  }

  /** Input positions × kernel × channels × filters; inside are those that are not cropped. */
  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.ofWindow(
        rows(input), columns(input), input.batch(), input.channels(), filters);
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").transposedConv2d(x, learned, added, window);
  }

  /** Those of the convolution that is transposed: input and output have changed places. */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    Tensor filters = Parameter.of(weights, "weights");
    Window window = explicit(x.shape());
    Tensor input = pass.inputs() ? pass.engine().conv2d(gradient, filters, null, window, 1) : null;
    return ConvGradients.of(
        input, ConvGradients.ofFilters(gradient, x, window, 1, pass.engine()), gradient, bias);
  }

  /** The window of the convolution that is transposed, with its padding in numbers. */
  private Window explicit(Shape input) {
    Axis rows = rows(input);
    Axis columns = columns(input);
    return window.withPadding(
        Padding.of(rows.before(), rows.after(), columns.before(), columns.after()));
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").transposedConv2d(x, learned, added, window);
  }

  @Override
  public Family family() {
    return Family.TRANSPOSED_CONVOLUTION;
  }

  @Override
  public String kind() {
    return "transposed";
  }

  @Override
  public String label() {
    return kernelLabel() + " transposed conv, " + filters;
  }

  @Override
  public String toString() {
    return WindowText.of("transposedConv", filters + ", ", window, 1, 1)
        + (bias ? "" : ".noBias()");
  }
}
