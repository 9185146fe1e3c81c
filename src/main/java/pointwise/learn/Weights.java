package pointwise.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import pointwise.op.Graph;
import pointwise.op.Parameter;
import pointwise.op.Parameter.Role;
import pointwise.tensor.Tensor;

/** The weights that a training changes, and what its optimiser remembers for each. */
final class Weights {
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Map<String, float[][]> slots = new LinkedHashMap<>();
  private Map<String, Tensor> tensors;
  private long steps;

  Weights(Graph graph, Map<String, Tensor> start) {
    this.tensors = Map.copyOf(start);
    for (Graph.Node node : graph.nodes()) {
      for (Parameter parameter : node.parameters()) {
        roles.put(node.weightName(parameter), parameter.role());
      }
    }
  }

  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** Goes back to earlier weights, and forgets what the optimiser remembered. */
  void reset(Map<String, Tensor> earlier) {
    tensors = earlier;
    slots.clear();
    steps = 0;
  }

  /**
   * Takes a step.
   *
   * @param clip the largest norm of all gradients together; longer ones are shortened to it
   *     (Pascanu et al. 2013, algorithm 1)
   */
  void step(Tape.Result back, Optimizer optimizer, double rate, double clip) {
    float factor = factor(back.weights(), clip);
    Map<String, Tensor> changed = new LinkedHashMap<>(tensors);
    steps++;
    back.weights()
        .forEach(
            (name, gradient) -> {
              float[] w = tensors.get(name).toArray();
              float[] g = gradient.toArray();
              float decay = roles.get(name) == Role.WEIGHT ? (float) optimizer.decay() : 0;
              for (int i = 0; i < g.length; i++) {
                g[i] = factor * g[i] + decay * w[i];
              }
              float[][] own =
                  slots.computeIfAbsent(name, n -> new float[optimizer.slots()][g.length]);
              optimizer.step(w, g, own, steps, rate);
              changed.put(name, Tensor.wrap(gradient.shape(), w));
            });
    changed.putAll(back.measured());
    tensors = changed;
  }

  private static float factor(Map<String, Tensor> gradients, double clip) {
    if (clip == Double.POSITIVE_INFINITY) {
      return 1;
    }
    double squares = 0;
    for (Tensor gradient : gradients.values()) {
      for (float g : gradient.data()) {
        squares += (double) g * g;
      }
    }
    double norm = Math.sqrt(squares);
    return norm > clip ? (float) (clip / norm) : 1;
  }
}
