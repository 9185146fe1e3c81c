package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Window;

/**
 * The mean under a window, channel by channel.
 *
 * @param window kernel, stride, padding
 * @param padded whether the sum is divided by the cells inside the declared padding (Caffe,
 *     PyTorch) or by the real cells only (TensorFlow, Keras); what rounding up adds never counts
 */
public record AvgPool(Window window, boolean padded) implements Windowed<AvgPool> {

  public AvgPool {
    Require.given(window, "a window");
  }

  /** Windows side by side, divided by the real cells. */
  public static AvgPool of(int kernelHeight, int kernelWidth) {
    return new AvgPool(Window.sideBySide(kernelHeight, kernelWidth), false);
  }

  @Override
  public AvgPool withWindow(Window changed) {
    return new AvgPool(changed, padded);
  }

  /** Rounds the output's size up, as Caffe does. */
  public AvgPool ceil() {
    return new AvgPool(window.withCeil(true), padded);
  }

  /** Divides by the cells inside the declared padding, as Caffe and PyTorch do. */
  public AvgPool countPadding() {
    return new AvgPool(window, true);
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
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    return Require.given(engine, "an engine").avgPool(x, window, padded);
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    Axis rows = rows(x.shape());
    Axis columns = columns(x.shape());
    return Gradients.of(
        PoolGradients.sum(
            x.shape(),
            gradient,
            window,
            pass.engine(),
            (row, column, channel) ->
                1f
                    / (padded
                        ? rows.paddedTaps(row) * columns.paddedTaps(column)
                        : rows.insideTaps(row) * columns.insideTaps(column))));
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    return Require.given(engine, "an engine").avgPool(x, window, padded);
  }

  @Override
  public Family family() {
    return Family.AVERAGE_POOLING;
  }

  @Override
  public String kind() {
    return "avgpool";
  }

  @Override
  public String label() {
    return kernelLabel() + " avg pool";
  }

  @Override
  public String toString() {
    return WindowText.of("avgPool", "", window, window.kernelHeight(), window.kernelWidth())
        + (padded ? ".countPadding()" : "");
  }
}
