package pointwise.cost;

import java.util.function.ToLongFunction;
import pointwise.engine.Window;
import pointwise.op.Graph.Node;
import pointwise.op.Parameter;
import pointwise.op.Parameter.Role;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;

/** What a counting rule multiplies: a number that every layer has. */
enum Quantity {
  MULTIPLICATIONS("a multiplication", node -> node.multiplications().dense()),
  OUTPUTS("an element", Quantity::outputs),
  INPUTS("an element of the input", node -> node.inputShapes().get(0).size()),
  /** The outputs of a layer that multiplies and then adds a bias. */
  BIASED_OUTPUTS("an output with a bias", node -> hasBias(node) ? outputs(node) : 0),
  /** The cells under all windows of a pooling. */
  WINDOW_CELLS(
      "a cell of a window",
      node -> outputs(node) * window(node).kernelHeight() * window(node).kernelWidth()),
  /** As if a pooling's windows were as large as its stride. */
  STRIDE_CELLS(
      "a cell of a stride",
      node -> outputs(node) * window(node).strideHeight() * window(node).strideWidth()),
  PIXELS("a pixel", node -> outputs(node) / node.output().shape().channels()),
  LEARNED("a learned number", node -> parameters(node, true)),
  STORED("a stored number", node -> parameters(node, false));

  private final String words;
  private final ToLongFunction<Node> number;

  Quantity(String words, ToLongFunction<Node> number) {
    this.words = words;
    this.number = number;
  }

  long of(Node node) {
    return number.applyAsLong(node);
  }

  private static long outputs(Node node) {
    return node.output().shape().size();
  }

  private static boolean hasBias(Node node) {
    return node.multiplications().dense() > 0
        && node.parameters().stream().anyMatch(parameter -> parameter.role() == Role.BIAS);
  }

  private static Window window(Node node) {
    return ((Windowed<?>) node.step()).window();
  }

  private static long parameters(Node node, boolean learned) {
    return node.parameters().stream()
        .filter(parameter -> parameter.role().learned() == learned)
        .map(Parameter::shape)
        .mapToLong(Shape::size)
        .sum();
  }

  @Override
  public String toString() {
    return words;
  }
}
