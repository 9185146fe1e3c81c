package pointwise.cost;

import java.util.Locale;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.op.Op;
import pointwise.op.Parameter;
import pointwise.tensor.Shape;

/**
 * The memory of a training step, in bytes, with 4 bytes per number.
 *
 * <p>The way forward keeps every tensor. The way back lets go of each once the layer that computed
 * it is done, and holds the gradients of those that layers before it are still waiting for; so the
 * most is held shortly after it has begun. What an engine needs while it computes is not in it.
 *
 * @param activations all tensors of the way forward, the input with them
 * @param most the most that tensors and their gradients take at a time
 * @param weights what is learned and what is stored
 * @param gradients those of all that is learned
 * @param remembered what the optimiser keeps from step to step
 */
public record TrainingMemory(
    long activations, long most, long weights, long gradients, long remembered) {
  private static final String WHAT = "The memory of a training step in bytes";

  /**
   * Follows a step forward and back.
   *
   * @param slots the numbers that the optimiser remembers for each that is learned: none for plain
   *     gradient descent, 1 with momentum, 2 for Adam
   * @throws IllegalArgumentException if there are more bytes than a {@code long} can count
   */
  public static TrainingMemory of(Op op, Shape input, int slots) {
    return Exact.of(WHAT, () -> follow(op, input, slots));
  }

  private static TrainingMemory follow(Op op, Shape input, int slots) {
    Graph graph = Graph.of(op, input);
    long weights = 0;
    long learned = 0;
    for (Node node : graph.nodes()) {
      for (Parameter parameter : node.parameters()) {
        long bytes = bytes(parameter.shape());
        weights = Math.addExact(weights, bytes);
        learned += parameter.role().learned() ? bytes : 0;
      }
    }
    Memory forward = Memory.of(op, input);
    return new TrainingMemory(
        forward.training(),
        most(graph, forward.training()),
        weights,
        learned,
        Math.multiplyExact(learned, slots));
  }

  /** The gradients begin with those of the output and of the side heads. */
  private static long most(Graph graph, long activations) {
    boolean[] wanted = graph.learned();
    boolean[] held = new boolean[wanted.length];
    long alive = activations;
    held[graph.output().id()] = true;
    alive = Math.addExact(alive, bytes(graph.output().shape()));
    for (Value side : graph.sideOutputs()) {
      held[side.id()] = true;
      alive = Math.addExact(alive, bytes(side.shape()));
    }
    long most = alive;
    for (int i = graph.nodes().size(); i > 0; i--) {
      Node node = graph.nodes().get(i - 1);
      for (Value value : node.inputs().stream().distinct().toList()) {
        if (held[i] && wanted[value.id()] && !held[value.id()]) {
          held[value.id()] = true;
          alive = Math.addExact(alive, bytes(value.shape()));
        }
      }
      most = Math.max(most, alive);
      alive -= bytes(node.output().shape()) * (held[i] ? 2 : 1);
    }
    return most;
  }

  private static long bytes(Shape shape) {
    return Math.multiplyExact(shape.size(), Float.BYTES);
  }

  /** All of it. */
  public long total() {
    return Exact.of(
        WHAT,
        () -> Math.addExact(most, Math.addExact(weights, Math.addExact(gradients, remembered))));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d bytes to train: at most %,d of activations and their gradients (%,d of activations),"
            + " %,d of weights, %,d of their gradients, %,d that the optimiser remembers",
        total(),
        most,
        activations,
        weights,
        gradients,
        remembered);
  }
}
