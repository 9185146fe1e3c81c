package pointwise.learn;

import java.util.ArrayList;
import java.util.List;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.op.Softmax;
import pointwise.op.Softmin;
import pointwise.op.Step;
import pointwise.tensor.Tensor;

/**
 * A result that a loss is taken of.
 *
 * @param value the logits, or the distances of a softmin; what comes before the softmax, if there
 *     is one
 * @param sign −1 for distances, of which the smallest is the likeliest
 * @param weight the share of its loss
 */
record Head(Value value, int sign, double weight) {

  /** The heads of a graph: its output and, with a weight of their own, its side outputs. */
  static List<Head> of(Graph graph, double sideWeight) {
    List<Head> heads = new ArrayList<>();
    heads.add(of(graph, graph.output(), 1));
    if (sideWeight > 0) {
      graph.sideOutputs().forEach(value -> heads.add(of(graph, value, sideWeight)));
    }
    return heads;
  }

  private static Head of(Graph graph, Value value, double weight) {
    if (value.id() > 0) {
      Node node = graph.nodes().get(value.id() - 1);
      Step step = node.step();
      if (step instanceof Softmax || step instanceof Softmin) {
        return new Head(node.inputs().get(0), step instanceof Softmin ? -1 : 1, weight);
      }
    }
    return new Head(value, 1, weight);
  }

  /** The logits of what was computed for the value. */
  Tensor logits(Tensor computed) {
    return sign == 1 ? computed : scaled(computed, -1);
  }

  /** The gradient of the value from that of the logits. */
  Tensor gradient(Tensor ofLogits) {
    return sign == 1 && weight == 1 ? ofLogits : scaled(ofLogits, (float) (sign * weight));
  }

  private static Tensor scaled(Tensor x, float factor) {
    float[] y = x.toArray();
    for (int i = 0; i < y.length; i++) {
      y[i] *= factor;
    }
    return Tensor.wrap(x.shape(), y);
  }
}
