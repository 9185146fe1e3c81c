package pointwise.op;

import java.util.List;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.op.Parameter.Role;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Window;

/**
 * LeNet's trainable subsampling: the sum under a window times a coefficient plus a bias, one of
 * each per channel (LeCun et al. 1998, section II.B, layers S2 and S4).
 *
 * <p>The multiplications with the coefficient are not counted, as those of batch normalisation are
 * not.
 *
 * @param window kernel and stride; padding adds nothing to a sum
 */
public record Subsample(Window window) implements Windowed<Subsample> {

  public Subsample {
    Require.given(window, "a window");
  }

  /** Windows side by side: the stride is the kernel's size. */
  public static Subsample of(int kernelHeight, int kernelWidth) {
    return new Subsample(Window.sideBySide(kernelHeight, kernelWidth));
  }

  @Override
  public Subsample withWindow(Window changed) {
    return new Subsample(changed);
  }

  @Override
  public Shape output(Shape input) {
    return pooled(input);
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return List.of(
        Parameter.perChannel("coefficient", Role.SCALE, input.channels()),
        Parameter.bias(input.channels()));
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    int channels = Require.given(x, "an input").shape().channels();
    float[] coefficient = Parameter.of(weights, "coefficient", Shape.of(channels));
    float[] bias = Parameter.of(weights, "bias", Shape.of(channels));
    float[] y = sums(x, engine);
    for (int i = 0; i < y.length; i++) {
      y[i] = y[i] * coefficient[i % channels] + bias[i % channels];
    }
    return Tensor.wrap(output(x.shape()), y);
  }

  private float[] sums(Tensor x, Engine engine) {
    int channels = x.shape().channels();
    Axis rows = rows(x.shape());
    Axis columns = columns(x.shape());
    float[] sums = Require.given(engine, "an engine").avgPool(x, window, false).toArray();
    for (int i = 0; i < sums.length; i++) {
      int pixel = i / channels;
      int column = pixel % columns.out();
      int row = pixel / columns.out() % rows.out();
      sums[i] *= rows.insideTaps(row) * columns.insideTaps(column);
    }
    return sums;
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    int channels = x.shape().channels();
    float[] coefficient = Parameter.of(weights, "coefficient", Shape.of(channels));
    float[] sums = sums(x, pass.engine());
    double[] slope = new double[channels];
    for (int i = 0; i < sums.length; i++) {
      slope[i % channels] += (double) gradient.data()[i] * sums[i];
    }
    Tensor input =
        PoolGradients.sum(
            x.shape(),
            gradient,
            window,
            pass.engine(),
            (row, column, channel) -> coefficient[channel]);
    return Gradients.of(input)
        .weight("coefficient", Channels.tensor(slope))
        .weight("bias", ConvGradients.ofBias(gradient));
  }

  @Override
  public Family family() {
    return Family.AVERAGE_POOLING;
  }

  @Override
  public String kind() {
    return "subsample";
  }

  @Override
  public String label() {
    return kernelLabel() + " subsampling";
  }

  @Override
  public String toString() {
    return WindowText.of("subsample", "", window, window.kernelHeight(), window.kernelWidth());
  }
}
