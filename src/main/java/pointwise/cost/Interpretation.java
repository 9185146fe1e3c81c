package pointwise.cost;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import pointwise.op.Graph.Node;
import pointwise.op.Parameter.Role;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;

/**
 * One way in which a published number may have been counted.
 *
 * @param usual whether to count so is usual, or a slip
 * @param words what was counted so, in words; empty for the plain way
 * @param count what one layer then counts
 */
record Interpretation(boolean usual, String words, ToLongFunction<Node> count) {
  private static final Set<Role> WEIGHT = Set.of(Role.WEIGHT);
  private static final Set<Role> WITH_BIASES = Set.of(Role.WEIGHT, Role.BIAS);

  /** How a number of parameters may have been counted, the likeliest first. */
  static final List<Interpretation> PARAMETERS =
      List.of(
          new Interpretation(true, "", node -> size(node, WEIGHT)),
          new Interpretation(true, "with the biases", node -> size(node, WITH_BIASES)),
          new Interpretation(true, "with all that is learned", Quantity.LEARNED::of),
          new Interpretation(
              false,
              "with what is stored",
              node -> Quantity.LEARNED.of(node) + Quantity.STORED.of(node)),
          new Interpretation(
              false, "without the dense layers", node -> notDense(node, size(node, WEIGHT))));

  /** How a number of operations may have been counted, the likeliest first. */
  static final List<Interpretation> OPERATIONS =
      List.of(
          new Interpretation(true, "", Interpretation::multiplications),
          new Interpretation(
              true,
              "with the biases",
              node -> multiplications(node) + Quantity.BIASED_OUTPUTS.of(node)),
          new Interpretation(
              false, "as two operations per multiplication", node -> 2 * multiplications(node)),
          new Interpretation(
              false, "without the padding's zeros", node -> node.multiplications().inside()),
          new Interpretation(
              false, "with the input's size for the output's", Interpretation::onInputGrid),
          new Interpretation(
              false, "without the dense layers", node -> notDense(node, multiplications(node))));

  /** What layers count, or their share of the whole network in percent. */
  double of(List<Node> layers, List<Node> network, boolean share) {
    double sum = sum(layers);
    return share ? 100 * sum / sum(network) : sum;
  }

  private long sum(List<Node> layers) {
    return layers.stream().mapToLong(count).reduce(0, Math::addExact);
  }

  private static long multiplications(Node node) {
    return node.multiplications().dense();
  }

  private static long size(Node node, Set<Role> roles) {
    return node.parameters().stream()
        .filter(parameter -> roles.contains(parameter.role()))
        .mapToLong(parameter -> parameter.shape().size())
        .sum();
  }

  private static long notDense(Node node, long count) {
    return LayerGroup.DENSE.has(node.step()) ? 0 : count;
  }

  private static long onInputGrid(Node node) {
    if (!(node.step() instanceof Windowed<?>) || LayerGroup.TRANSPOSED.has(node.step())) {
      return multiplications(node); // a transposed convolution's are those of the input's size
    }
    Shape input = node.inputShapes().get(0);
    Shape output = node.output().shape();
    return multiplications(node)
        / ((long) output.height() * output.width())
        * ((long) input.height() * input.width());
  }
}
