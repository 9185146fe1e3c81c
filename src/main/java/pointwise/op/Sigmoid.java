package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.tensor.Interrupts;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The logistic function {@code 1 / (1 + exp(−x))}. */
public record Sigmoid() implements Layer {

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
    Interrupts.inParts(
        y.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            y[i] = (float) (1 / (1 + Math.exp(-y[i])));
          }
        });
    return Tensor.wrap(x.shape(), y);
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    float[] g = gradient.toArray();
    for (int i = 0; i < g.length; i++) {
      g[i] *= y.data()[i] * (1 - y.data()[i]);
    }
    return Gradients.of(Tensor.wrap(x.shape(), g));
  }

  @Override
  public boolean belongsToPrevious() {
    return true;
  }

  @Override
  public Family family() {
    return Family.SATURATING_ACTIVATION;
  }

  @Override
  public String kind() {
    return "sigmoid";
  }

  @Override
  public String label() {
    return "sigmoid";
  }

  @Override
  public String toString() {
    return "sigmoid()";
  }
}
