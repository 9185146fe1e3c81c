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
import pointwise.window.Window;

/**
 * A depthwise convolution: every input channel has its own filters, and nothing is summed over the
 * channels (Howard et al. 2017, section 3.1).
 *
 * @param multiplier filters for each input channel; output channel {@code c · multiplier + m}
 * @param window kernel, stride, padding, dilation
 * @param bias whether one number is added to each output channel
 */
public record DepthwiseConv2d(int multiplier, Window window, boolean bias)
    implements Windowed<DepthwiseConv2d> {

  public DepthwiseConv2d {
    Require.given(window, "a window");
    if (multiplier < 1) {
      throw new IllegalArgumentException(
          "A depthwise convolution needs a multiplier of at least 1, but got " + multiplier);
    }
  }

  /** One filter a channel, stride 1, no padding, a bias. */
  public static DepthwiseConv2d of(int kernelHeight, int kernelWidth) {
    return new DepthwiseConv2d(1, Window.of(kernelHeight, kernelWidth), true);
  }

  @Override
  public DepthwiseConv2d withWindow(Window changed) {
    return new DepthwiseConv2d(multiplier, changed, bias);
  }

  /** Gives each input channel that many filters. */
  public DepthwiseConv2d multiplier(int changed) {
    return new DepthwiseConv2d(changed, window, bias);
  }

  /** Without a bias, as before a batch normalisation. */
  public DepthwiseConv2d noBias() {
    return new DepthwiseConv2d(multiplier, window, false);
  }

  @Override
  public Shape output(Shape input) {
    Shape image = Require.given(input, "the shape of the input");
    return image.withImage(rows(input).out(), columns(input).out(), outChannels(input));
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape shape =
        Shape.of(
            window.kernelHeight(),
            window.kernelWidth(),
            Require.given(input, "the shape of the input").channels(),
            multiplier);
    long taps = (long) window.kernelHeight() * window.kernelWidth();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weights(shape, taps, taps * multiplier));
    if (bias) {
      parameters.add(Parameter.bias(outChannels(input)));
    }
    return parameters;
  }

  /** Output positions × kernel × output channels. */
  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.ofWindow(rows(input), columns(input), input.batch(), outChannels(input));
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").depthwiseConv2d(x, learned, added, window);
  }

  /** Those of the convolution whose groups are the single channels. */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    Shape shape = x.shape();
    int channels = shape.channels();
    Tensor filters = Parameter.of(weights, "weights");
    int[] grouped = {window.kernelHeight(), window.kernelWidth(), 1, channels * multiplier};
    Tensor input =
        pass.inputs()
            ? ConvGradients.ofInput(
                gradient, filters.reshape(grouped), shape, window, channels, pass.engine())
            : null;
    Tensor learned = ConvGradients.ofFilters(x, gradient, window, channels, pass.engine());
    return ConvGradients.of(input, learned.reshape(filters.shape().toArray()), gradient, bias);
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").depthwiseConv2d(x, learned, added, window);
  }

  private int outChannels(Shape input) {
    return Multiplications.size("channels", input.channels(), multiplier);
  }

  @Override
  public Family family() {
    return Family.DEPTHWISE_CONVOLUTION;
  }

  @Override
  public String kind() {
    return "depthwise";
  }

  @Override
  public String label() {
    return kernelLabel() + " depthwise" + (multiplier == 1 ? "" : ", ×" + multiplier);
  }

  @Override
  public String toString() {
    return WindowText.of("depthwiseConv", "", window, 1, 1)
        + (multiplier == 1 ? "" : ".multiplier(" + multiplier + ")")
        + (bias ? "" : ".noBias()");
  }
}
