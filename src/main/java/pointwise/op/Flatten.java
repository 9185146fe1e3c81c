package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** An image's values as one row of features, in row-major order; a batch stays a batch. */
public record Flatten() implements Layer {

  @Override
  public Shape output(Shape input) {
    int batch =
        Require.given(input, "the shape of the input").rank() == 4 || input.rank() == 2
            ? input.dim(0)
            : 1;
    int features = Multiplications.size("features", input.size() / batch);
    return input.rank() == 4 || input.rank() == 2 ? Shape.of(batch, features) : Shape.of(features);
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    return Require.given(x, "an input").reshape(output(x.shape()).toArray());
  }

  @Override
  public Family family() {
    return Family.RESHAPE;
  }

  @Override
  public Memory memory() {
    return Memory.ITS_INPUTS;
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    return Gradients.of(gradient.reshape(x.shape().toArray()));
  }

  @Override
  public String kind() {
    return "flatten";
  }

  @Override
  public String label() {
    return "flatten";
  }

  @Override
  public String toString() {
    return "flatten()";
  }
}
