package pointwise.op;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;

/**
 * An operation together with the input it was designed for: a network as a paper publishes it.
 *
 * @param title what the paper calls it, and which variant this is
 * @param input the shape of one input
 * @param body what it computes
 */
public record Network(String title, Shape input, Op body) {
  /** How far beyond a size that fails a size that works is searched for. */
  private static final int SEARCHED = 512;

  /**
   * Checks that the body can take the input.
   *
   * @throws IllegalArgumentException naming the layer that cannot, and what it got; where a larger
   *     image would do, the smallest one
   */
  public Network {
    Require.given(title, "the title of a network");
    Require.given(input, "the input of a network");
    Require.given(body, "the body of a network");
    try {
      Graph.of(body, input);
    } catch (IllegalArgumentException problem) {
      throw new IllegalArgumentException(
          "%s on %s: %s%s".formatted(title, input, problem.getMessage(), larger(body, input)),
          problem);
    }
  }

  /** The steps on the network's own input. */
  public Graph graph() {
    return Graph.of(body, input);
  }

  /**
   * The same network on an image of another size.
   *
   * @throws IllegalArgumentException if the channels are not those the network was designed for, or
   *     the image is too small
   */
  public Network on(Shape other) {
    if (Require.given(other, "the shape of the input").channels() != input.channels()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %s takes %d channels, but got %d (%s)",
              title,
              graph().nodes().isEmpty() ? "the network" : graph().nodes().get(0).name(),
              input.channels(),
              other.channels(),
              other));
    }
    return new Network(title, other, body);
  }

  private static String larger(Op body, Shape input) {
    if (!input.isImage()) {
      return "";
    }
    int side = Math.max(input.height(), input.width());
    return IntStream.rangeClosed(Math.min(input.height(), input.width()), side + SEARCHED)
        .mapToObj(size -> input.withImage(size, size, input.channels()))
        .filter(shape -> works(body, shape))
        .findFirst()
        .map(shape -> "; the smallest input that works is " + shape)
        .orElse("");
  }

  private static boolean works(Op body, Shape input) {
    try {
      Graph.of(body, input);
      return true;
    } catch (IllegalArgumentException tooSmall) {
      return false;
    }
  }

  /** In words: what goes in and comes out, and what that takes. */
  @Override
  public String toString() {
    Graph graph = graph();
    return String.format(
        Locale.ROOT,
        "%s: %s → %s, %,d layers with weights, %,d parameters, %,d multiplications",
        title,
        input,
        graph.output().shape(),
        graph.nodes().stream().filter(Network::hasWeights).count(),
        sum(
            graph.nodes().stream()
                .flatMap(node -> node.parameters().stream())
                .filter(parameter -> parameter.role().learned())
                .mapToLong(parameter -> parameter.shape().size())),
        sum(graph.nodes().stream().mapToLong(node -> node.multiplications().dense())));
  }

  private static boolean hasWeights(Graph.Node node) {
    return node.parameters().stream()
        .anyMatch(parameter -> parameter.role() == Parameter.Role.WEIGHT);
  }

  /** Words have no largest number, and must not fail. */
  private static BigInteger sum(LongStream counts) {
    return counts.mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
