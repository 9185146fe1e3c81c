package pointwise.op;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * An operation that is one row of a network's table: one input, one output.
 *
 * <p>Anybody may write one, in a notebook's cell too: a record that says its output, its
 * multiplications and its value is counted, run, timed, drawn and put into a network like the
 * library's own. Without a {@link #family} of the library's it is {@link Family#CUSTOM}: no tool's
 * rule knows it, and reports under such a rule say so. Without {@link #backward} it cannot be
 * trained, and training says so.
 */
public non-sealed interface Layer extends Op, Step {

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

  /**
   * The multiplications it costs on an input of this shape. No layer gets by without saying: one
   * that only compares or scales, as papers count, says {@link Multiplications#NONE}.
   */
  Multiplications multiplications(Shape input);

  /**
   * The result for one input, of the shape that {@link #output} gives.
   *
   * @param weights a tensor for each of the {@link #parameters}, by name
   * @param engine what convolves and multiplies matrices, where the layer does
   */
  Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine);

  /** The result of a pass, which may be one that learns. */
  default Tensor forward(Tensor x, Map<String, Tensor> weights, Pass pass) {
    return forward(x, weights, Require.given(pass, "a pass").engine());
  }

  /** The gradients for one input; see {@link Step#backward}. */
  default Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    return Step.super.backward(List.of(x), y, gradient, weights, pass);
  }

  /** The same made ready for one input; see {@link Step#prepare}. */
  default Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    Shape given = Require.given(x, "the shape of the input");
    return Step.super.prepare(List.of(given), weights, engine);
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

  /** {@inheritDoc} Unless it says otherwise, the name of its type: {@code groupNorm}. */
  @Override
  default String kind() {
    String type = getClass().getSimpleName();
    if (type.isEmpty()) {
      return "custom";
    }
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }

  @Override
  default String label() {
    return kind();
  }

  @Override
  default Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    return Require.given(graph, "a graph")
        .add(name, this, List.of(Require.given(input, "an input")));
  }

  @Override
  default Shape output(List<Shape> inputs) {
    return output(only(inputs, "the shape of the input"));
  }

  @Override
  default List<Parameter> parameters(List<Shape> inputs) {
    return parameters(only(inputs, "the shape of the input"));
  }

  @Override
  default Multiplications multiplications(List<Shape> inputs) {
    return multiplications(only(inputs, "the shape of the input"));
  }

  @Override
  default Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Engine engine) {
    Tensor x = only(inputs, "an input");
    return checked(
        x, forward(x, Require.given(weights, "weights"), Require.given(engine, "an engine")));
  }

  @Override
  default Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Pass pass) {
    Tensor x = only(inputs, "an input");
    return checked(x, forward(x, Require.given(weights, "weights"), Require.given(pass, "a pass")));
  }

  private <T> T only(List<T> inputs, String what) {
    if (Require.all(inputs, what).size() != 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s takes one input, but got %d", this, inputs.size()));
    }
    return inputs.get(0);
  }

  /** A value of another shape than was said would be cut off or leave old numbers behind it. */
  private Tensor checked(Tensor x, Tensor y) {
    Shape said = output(x.shape());
    if (y == null || !y.shape().equals(said)) {
      throw new IllegalArgumentException(
          "%s: output(%s) says %s, but forward gives %s"
              .formatted(this, x.shape(), said, y == null ? "null" : y.shape()));
    }
    return y;
  }

  @Override
  default Gradients backward(
      List<Tensor> inputs, Tensor output, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Tensor x = only(inputs, "an input");
    Gradients.check(this, x, output, gradient, weights, pass);
    return backward(x, output, gradient, weights, pass);
  }

  @Override
  default Routine prepare(List<Shape> inputs, Map<String, Tensor> weights, FastEngine engine) {
    return prepare(only(inputs, "the shape of the input"), weights, engine);
  }
}
