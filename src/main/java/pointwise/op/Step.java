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
 * What one node of a {@link Graph} does: a {@link Layer} with one input, a {@link Join} of many.
 */
public sealed interface Step permits Layer, Join {
  /** The field's word for it, such as {@code conv}; unnamed rows are called by it. */
  String kind();

  /** What counting rules and colours take it for. */
  Family family();

  /** What it does, short enough for a table or a drawing: {@code 5×5 conv, 55}. */
  String label();

  /** The shape of the result. */
  Shape output(List<Shape> inputs);

  /** What it learns or stores for inputs of these shapes, in the order of its weights. */
  List<Parameter> parameters(List<Shape> inputs);

  /** The multiplications it costs. */
  Multiplications multiplications(List<Shape> inputs);

  /** Where a step's result lies in memory when nothing has to be computed. */
  enum Memory {
    /** It computes new numbers. */
    ITS_OWN,
    /** The input's numbers in the same order, perhaps under another shape. */
    ITS_INPUTS,
    /** The inputs' numbers, their channels side by side. */
    INPUTS_SIDE_BY_SIDE
  }

  /** Whether the result is made of the inputs' very numbers, so that none has to be computed. */
  default Memory memory() {
    return Memory.ITS_OWN;
  }

  /** The result; {@code weights} holds a tensor for each of the parameters, by name. */
  Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Engine engine);

  /** The result of a pass, which may be one that learns. */
  default Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Pass pass) {
    return forward(inputs, weights, Require.given(pass, "a pass").engine());
  }

  /**
   * What a small change of each input and of each learned weight does to a number that the output
   * leads to.
   *
   * @param inputs what {@link #forward} was given, in the same pass
   * @param output what it answered
   * @param gradient of that number with respect to the output; of the output's shape
   * @param weights those that forward was given
   * @throws IllegalArgumentException if this step has no gradient
   */
  default Gradients backward(
      List<Tensor> inputs, Tensor output, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s cannot be trained: it has no gradient (%s)",
            this,
            getClass().getName()));
  }

  /**
   * The same computation made ready to run often: weights packed, tasks cut. What has no fast way
   * of its own runs {@link #forward}.
   */
  default Routine prepare(List<Shape> inputs, Map<String, Tensor> weights, FastEngine engine) {
    Require.given(weights, "weights");
    return Require.given(engine, "an engine")
        .interpreted(inputs, output(inputs), tensors -> forward(tensors, weights, engine));
  }
}
