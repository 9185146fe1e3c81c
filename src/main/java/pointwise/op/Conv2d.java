package pointwise.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * A convolution: every filter sees a window of the image through all channels of its group, and
 * gives one output channel.
 *
 * @param filters output channels
 * @param window kernel, stride, padding, dilation
 * @param groups equal parts of the channels that do not see each other (Krizhevsky et al. 2012,
 *     section 3.5)
 * @param bias whether one number is added to each output channel
 */
public record Conv2d(int filters, Window window, int groups, boolean bias)
    implements Windowed<Conv2d> {

  public Conv2d {
    Require.given(window, "a window");
    if (filters < 1) {
      throw new IllegalArgumentException(
          "A convolution needs at least 1 filter, but got " + filters);
    }
    if (groups < 1 || filters % groups != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d filters cannot be divided into %d groups", filters, groups));
    }
  }

  /** A convolution with stride 1, no padding, one group and a bias: Keras's defaults. */
  public static Conv2d of(int filters, int kernelHeight, int kernelWidth) {
    return new Conv2d(filters, Window.of(kernelHeight, kernelWidth), 1, true);
  }

  @Override
  public Conv2d withWindow(Window changed) {
    return new Conv2d(filters, changed, groups, bias);
  }

  /** Divides the channels into groups that do not see each other. */
  public Conv2d groups(int changed) {
    return new Conv2d(filters, window, changed, bias);
  }

  /** Without a bias, as before a batch normalisation. */
  public Conv2d noBias() {
    return new Conv2d(filters, window, groups, false);
  }

  @Override
  public Shape output(Shape input) {
    groupChannels(input);
    return input.withImage(rows(input).out(), columns(input).out(), filters);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int channels = groupChannels(input);
    Shape shape = Shape.of(window.kernelHeight(), window.kernelWidth(), channels, filters);
    long taps = (long) window.kernelHeight() * window.kernelWidth();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weights(shape, taps * channels, taps * filters / groups));
    if (bias) {
      parameters.add(Parameter.bias(filters));
    }
    return parameters;
  }

  /** Output positions × kernel × channels of a group × filters. */
  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.ofWindow(
        rows(input), columns(input), input.batch(), groupChannels(input), filters);
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").conv2d(x, learned, added, window, groups);
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    Tensor filters = Parameter.of(weights, "weights");
    Tensor input =
        pass.inputs()
            ? ConvGradients.ofInput(gradient, filters, x.shape(), window, groups, pass.engine())
            : null;
    return ConvGradients.of(
        input, ConvGradients.ofFilters(x, gradient, window, groups, pass.engine()), gradient, bias);
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").conv2d(x, learned, added, window, groups);
  }

  private int groupChannels(Shape input) {
    if (Require.given(input, "the shape of the input").isImage()
        && input.channels() % groups != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d input channels cannot be divided into %d groups",
              input.channels(),
              groups));
    }
    return input.channels() / groups;
  }

  @Override
  public Family family() {
    return Family.CONVOLUTION;
  }

  @Override
  public String kind() {
    return "conv";
  }

  @Override
  public String label() {
    String inGroups = groups == 1 ? "" : ", " + groups + " groups";
    return kernelLabel() + " conv, " + filters + inGroups;
  }

  @Override
  public String toString() {
    return WindowText.of("conv", filters + ", ", window, 1, 1)
        + (groups == 1 ? "" : ".groups(" + groups + ")")
        + (bias ? "" : ".noBias()");
  }
}
