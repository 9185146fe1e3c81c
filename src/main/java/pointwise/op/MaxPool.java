package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * The largest value under a window, channel by channel; padding counts as −∞.
 *
 * @param window kernel, stride, padding
 */
public record MaxPool(Window window) implements Windowed<MaxPool> {

  public MaxPool {
    Require.given(window, "a window");
  }

  /** Windows side by side: the stride is the kernel's size. */
  public static MaxPool of(int kernelHeight, int kernelWidth) {
    return new MaxPool(Window.sideBySide(kernelHeight, kernelWidth));
  }

  @Override
  public MaxPool withWindow(Window changed) {
    return new MaxPool(changed);
  }

  /** Rounds the output's size up, as Caffe does. */
  public MaxPool ceil() {
    return new MaxPool(window.withCeil(true));
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
    return Require.given(engine, "an engine").maxPool(x, window);
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    return Gradients.of(PoolGradients.max(x, y, gradient, window, pass.engine()));
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    return Require.given(engine, "an engine").maxPool(x, window);
  }

  @Override
  public Family family() {
    return Family.MAX_POOLING;
  }

  @Override
  public String kind() {
    return "maxpool";
  }

  @Override
  public String label() {
    return kernelLabel() + " max pool";
  }

  @Override
  public String toString() {
    return WindowText.of("maxPool", "", window, window.kernelHeight(), window.kernelWidth());
  }
}
