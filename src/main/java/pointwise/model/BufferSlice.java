package pointwise.model;

import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.tensor.Shape;

/**
 * Where a value of a graph lies: in a buffer of its own, or within that of another value.
 *
 * @param root the value whose buffer it is
 * @param offset where the value begins in it
 * @param stride from one pixel to the next
 */
record BufferSlice(int root, int offset, int stride) {

  /**
   * The slice of every value. The branches of a concatenation lie in its result, the input of a
   * flattening where its result does.
   */
  static BufferSlice[] of(Graph graph) {
    BufferSlice[] slices = new BufferSlice[graph.nodes().size() + 1];
    slices[0] = new BufferSlice(0, 0, graph.input().shape().channels());
    for (Node node : graph.nodes()) {
      int id = node.output().id();
      slices[id] = new BufferSlice(id, 0, node.output().shape().channels());
    }
    for (int i = graph.nodes().size() - 1; i >= 0; i--) {
      Node node = graph.nodes().get(i);
      BufferSlice slice = slices[node.output().id()];
      for (int input = 0; input < node.inputs().size(); input++) {
        Value value = node.inputs().get(input);
        boolean own = slices[value.id()].root() == value.id();
        boolean fixed = value.id() == 0 || value.id() == graph.output().id();
        BufferSlice within = slice.ofInput(node, input);
        if (own && !fixed && within != null) {
          slices[value.id()] = within;
        }
      }
    }
    return slices;
  }

  /**
   * Where an input of a node lies if the node only puts its inputs together or passes them on, and
   * the memory it is in can be read that way; otherwise null.
   */
  BufferSlice ofInput(Node node, int input) {
    Shape shape = node.inputs().get(input).shape();
    return switch (node.step().memory()) {
      case ITS_OWN -> null;
      case INPUTS_SIDE_BY_SIDE ->
          new BufferSlice(root, offset + channelsBefore(node, input), stride);
      case ITS_INPUTS -> {
        if (shape.equals(node.output().shape())) {
          yield this;
        }
        boolean dense = stride == node.output().shape().channels();
        yield dense ? new BufferSlice(root, offset, shape.channels()) : null;
      }
    };
  }

  private static int channelsBefore(Node node, int input) {
    return node.inputs().subList(0, input).stream().mapToInt(v -> v.shape().channels()).sum();
  }
}
