package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The rectified linear unit {@code max(0, x)} (Nair and Hinton 2010); NaN stays NaN. */
public record Relu() implements Layer {

  @Override
  public Shape output(Shape input) {
    return Require.given(input, "the shape of the input");
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    float[] y = Require.given(x, "an input").toArray();
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(0, y[i]);
    }
    return Tensor.wrap(x.shape(), y);
  }

  /** None where the value is 0, for an input of 0 too. */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    float[] value = y.data();
    float[] g = gradient.data();
    float[] result = new float[g.length];
    for (int i = 0; i < result.length; i++) {
      // All ones where the value is above 0: whether it is cannot be predicted, so a branch costs
      // more than all the rest.
      int bits = Float.floatToRawIntBits(value[i]);
      int keep = ~(bits >> 31) & (-bits >> 31);
      result[i] = Float.intBitsToFloat(Float.floatToRawIntBits(g[i]) & keep);
    }
    return Gradients.of(Tensor.wrap(x.shape(), result));
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    return Require.given(engine, "an engine").relu(x);
  }

  @Override
  public boolean belongsToPrevious() {
    return true;
  }

  @Override
  public Family family() {
    return Family.RELU;
  }

  @Override
  public String kind() {
    return "relu";
  }

  @Override
  public String label() {
    return "relu";
  }

  @Override
  public String toString() {
    return "relu()";
  }
}
