package pointwise.cost;

import java.util.function.ToLongFunction;
import pointwise.op.Graph.Node;
import pointwise.op.Parameter;
import pointwise.op.Parameter.Role;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;
import pointwise.window.Axis;
import pointwise.window.Window;

/** What a counting rule multiplies: a number that every layer has. */
enum Quantity {
  MULTIPLICATIONS("per multiplication", node -> node.multiplications().dense()),
  OUTPUTS("per element", Quantity::outputs),
  INPUTS("per element of the input", node -> node.inputShapes().get(0).size()),
  /** The outputs of a layer that multiplies and then adds a bias. */
  BIASED_OUTPUTS("per output with a bias", node -> hasBias(node) ? outputs(node) : 0),
  /** What it is more to count all taps for every output of a transposed convolution. */
  MORE_BY_OUTPUTS(
      "per further multiplication if each output met the whole kernel",
      node -> byOutputs(node) - node.multiplications().dense()),
  /** The same, counted twice and divided by the cells of a stride. */
  MORE_BY_STRIDES(
      "per further operation if each output met the kernel's share of a stride",
      node -> 2 * byOutputs(node) / strideCells(node) - 2 * node.multiplications().dense()),
  /** What it is more to take the input's channels for the output's. */
  MORE_BY_INPUT_CHANNELS(
      "per further multiplication with as many filters as input channels",
      node -> perInputChannel(INPUTS.of(node), node) - node.multiplications().dense()),
  /** The outputs with a bias that a convolution with the same window would have more. */
  MORE_BIASES_IF_CONVOLVED(
      "per further bias at the positions of a convolution",
      node -> hasBias(node) ? convolved(node) - outputs(node) : 0),
  /** The cells under all windows of a pooling. */
  WINDOW_CELLS("per cell of a window", node -> outputs(node) * taps(node)),
  /** As if a pooling's windows were as large as its stride. */
  STRIDE_CELLS("per cell of a stride", node -> outputs(node) * strideCells(node)),
  PIXELS("per pixel", node -> outputs(node) / node.output().shape().channels()),
  LEARNED("per learned number", node -> parameters(node, true)),
  STORED("per stored number", node -> parameters(node, false));

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

  private static Windowed<?> windowed(Node node) {
    if (node.step() instanceof Windowed<?> layer) {
      return layer;
    }
    throw new IllegalArgumentException(
        "%s (%s) is of the family %s but slides no window, whose cells were to be counted"
            .formatted(node.name(), node.step().label(), node.step().family()));
  }

  private static long taps(Node node) {
    Window window = windowed(node).window();
    return (long) window.kernelHeight() * window.kernelWidth();
  }

  private static long strideCells(Node node) {
    Window window = windowed(node).window();
    return (long) window.strideHeight() * window.strideWidth();
  }

  private static long perInputChannel(long elements, Node node) {
    long products = taps(node) * node.inputShapes().get(0).channels();
    return Math.multiplyExact(elements, products);
  }

  private static long byOutputs(Node node) {
    return perInputChannel(outputs(node), node);
  }

  /** The outputs of a convolution that slides over the input where a transposed one paints. */
  private static long convolved(Node node) {
    Shape input = node.inputShapes().get(0);
    Shape output = node.output().shape();
    return (long) output.batch()
        * output.channels()
        * convolved(windowed(node).rows(input))
        * convolved(windowed(node).columns(input));
  }

  private static long convolved(Axis transposed) {
    int room = transposed.out() + transposed.before() + transposed.after() - transposed.span(1);
    return Math.floorDiv(room, transposed.stride()) + 1L;
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
