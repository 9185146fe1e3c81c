package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Probabilities of distances, {@code exp(−x) / Σ exp(−x)} along the innermost axis: the nearest
 * class is the likeliest (LeCun et al. 1998, equation 9 without its constant for other characters).
 */
public record Softmin() implements Layer {

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
    float[] negated = Require.given(x, "an input").toArray();
    for (int i = 0; i < negated.length; i++) {
      negated[i] = -negated[i];
    }
    return new Softmax().forward(Tensor.wrap(x.shape(), negated), weights, engine);
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    return Gradients.of(Softmax.towards(y, gradient, -1));
  }

  @Override
  public boolean belongsToPrevious() {
    return true;
  }

  @Override
  public Family family() {
    return Family.SOFTMIN;
  }

  @Override
  public String kind() {
    return "softmin";
  }

  @Override
  public String label() {
    return "softmin";
  }

  @Override
  public String toString() {
    return "softmin()";
  }
}
