package pointwise.learn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.op.Gradients;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.op.Pass;
import pointwise.tensor.Seeds;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * A run of a graph that keeps every tensor, so that it can be gone through backwards: automatic
 * differentiation in reverse mode. Used once.
 */
public final class Tape {
  private final Graph graph;
  private final Map<String, Tensor> weights;
  private final Engine engine;
  private final long seed;
  private final boolean ofInput;
  private final Tensor[] values;

  private Tape(
      Graph graph, Map<String, Tensor> weights, Engine engine, long seed, boolean ofInput) {
    this.graph = graph;
    this.weights = weights;
    this.engine = engine;
    this.seed = seed;
    this.ofInput = ofInput;
    this.values = new Tensor[graph.nodes().size() + 1];
  }

  /**
   * What the way back found.
   *
   * @param weights the gradient of all that learns and that a given gradient leads to, by name
   * @param measured new values of what is stored and not learned, by name
   * @param input the gradient of the input, or null if it was not asked for
   */
  public record Result(Map<String, Tensor> weights, Map<String, Tensor> measured, Tensor input) {}

  /**
   * Runs a graph as training does: dropout drops, batch normalisation measures its batch.
   *
   * @param weights by name, as a model has them
   * @param seed of what is drawn at random on the way
   */
  public static Tape record(
      Graph graph, Map<String, Tensor> weights, Tensor x, Engine engine, long seed) {
    return new Tape(graph, weights, engine, seed, false).run(x);
  }

  /** The same for the gradient of the input as well. */
  public static Tape recordForInput(
      Graph graph, Map<String, Tensor> weights, Tensor x, Engine engine, long seed) {
    return new Tape(graph, weights, engine, seed, true).run(x);
  }

  private Tape run(Tensor x) {
    Shape input = graph.input().shape();
    if (!x.shape().equals(input)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "This tape was made for inputs of shape %s, but got %s",
              input,
              x.shape()));
    }
    values[0] = x;
    for (Node node : graph.nodes()) {
      values[node.index()] =
          node.step().forward(inputs(node), node.weights(weights), pass(node, false));
    }
    return this;
  }

  /** What was computed for a value of the graph; null once the way back has let it go. */
  public Tensor value(Value value) {
    return values[value.id()];
  }

  /**
   * Goes back from some results of the graph.
   *
   * @param gradients of the number to be changed, with respect to each of these values
   * @throws IllegalArgumentException naming the operation on the way that has no gradient
   */
  public Result backward(Map<Value, Tensor> gradients) {
    Tensor[] gradient = new Tensor[values.length];
    gradients.forEach((value, tensor) -> gradient[value.id()] = checked(value, tensor));
    boolean[] wanted = graph.learned();
    wanted[0] = ofInput;
    Map<String, Tensor> learned = new LinkedHashMap<>();
    Map<String, Tensor> measured = new LinkedHashMap<>();
    for (int i = graph.nodes().size(); i > 0; i--) {
      Node node = graph.nodes().get(i - 1);
      boolean back = node.inputs().stream().anyMatch(value -> ofInput || wanted[value.id()]);
      if (gradient[i] != null && (back || node.learns())) {
        Gradients step = backward(node, gradient[i], back);
        step.weights().forEach((name, tensor) -> learned.put(node.name() + "/" + name, tensor));
        step.measured().forEach((name, tensor) -> measured.put(node.name() + "/" + name, tensor));
        for (int j = 0; back && j < node.inputs().size(); j++) {
          int id = node.inputs().get(j).id();
          gradient[id] = sum(gradient[id], step.inputs().get(j));
        }
      }
      values[i] = null;
      gradient[i] = null;
    }
    return new Result(
        Collections.unmodifiableMap(learned),
        Collections.unmodifiableMap(measured),
        ofInput ? gradient[0] : null);
  }

  private Gradients backward(Node node, Tensor gradient, boolean back) {
    Map<String, Tensor> own = node.weights(weights);
    Tensor output = values[node.index()];
    try {
      return node.step().backward(inputs(node), output, gradient, own, pass(node, back));
    } catch (IllegalArgumentException problem) {
      throw new IllegalArgumentException(node.name() + ": " + problem.getMessage(), problem);
    }
  }

  private static Tensor checked(Value value, Tensor gradient) {
    if (!gradient.shape().equals(value.shape())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A value of shape %s has a gradient of that shape, but got %s",
              value.shape(),
              gradient.shape()));
    }
    return gradient;
  }

  private static Tensor sum(Tensor one, Tensor other) {
    if (one == null) {
      return other;
    }
    float[] sum = one.toArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.data()[i];
    }
    return Tensor.wrap(one.shape(), sum);
  }

  private List<Tensor> inputs(Node node) {
    return node.inputs().stream().map(value -> values[value.id()]).toList();
  }

  /** Every step draws from a seed of its own. */
  private Pass pass(Node node, boolean back) {
    return new Pass(engine, true, Seeds.mix(seed, node.index()), back);
  }
}
