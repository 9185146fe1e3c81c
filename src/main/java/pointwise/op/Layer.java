package pointwise.op;

import java.util.List;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** An operation that is one row of a network's table: one input, one output. */
public sealed interface Layer extends Op, Step
    permits Windowed,
        Dense,
        GlobalAvgPool,
        BatchNorm,
        LocalResponseNorm,
        Relu,
        Tanh,
        Sigmoid,
        Softmax,
        Softmin,
        RadialBasis,
        Dropout,
        Flatten {

  @Override
  Shape output(Shape input);

  @Override
  default List<Op> parts() {
    return List.of();
  }

  /** What it learns or stores for an input of this shape. */
  default List<Parameter> parameters(Shape input) {
    return List.of();
  }

  /** The multiplications it costs on an input of this shape. */
  default Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  /** The result for one input. */
  Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine);

  /** The result of a pass, which may be one that learns. */
  default Tensor forward(Tensor x, Map<String, Tensor> weights, Pass pass) {
    return forward(x, weights, pass.engine());
  }

  /** The gradients for one input; see {@link Step#backward}. */
  default Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    return Step.super.backward(List.of(x), y, gradient, weights, pass);
  }

  /** Whether one output sees all of the image, and not only a window of it. */
  default boolean seesWholeInput() {
    return false;
  }

  /** Whether an unnamed row takes the name of the row before it: {@code conv1/relu}. */
  default boolean belongsToPrevious() {
    return false;
  }

  /** {@inheritDoc} A layer that does not say is one that no tool's rule knows. */
  @Override
  default Family family() {
    return Family.CUSTOM;
  }

  @Override
  default Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    return graph.add(name, this, List.of(input));
  }

  @Override
  default Shape output(List<Shape> inputs) {
    return output(inputs.get(0));
  }

  @Override
  default List<Parameter> parameters(List<Shape> inputs) {
    return parameters(inputs.get(0));
  }

  @Override
  default Multiplications multiplications(List<Shape> inputs) {
    return multiplications(inputs.get(0));
  }

  @Override
  default Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Engine engine) {
    return forward(inputs.get(0), weights, engine);
  }

  @Override
  default Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Pass pass) {
    return forward(inputs.get(0), weights, pass);
  }

  @Override
  default Gradients backward(
      List<Tensor> inputs, Tensor output, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    return backward(inputs.get(0), output, gradient, weights, pass);
  }
}
