package pointwise.op;

/**
 * Layers beside the main path, such as GoogLeNet's auxiliary classifiers: they are counted and
 * computed, and what they are applied to is passed on (Szegedy et al. 2014, section 5).
 *
 * @param head the layers; their result is one of {@link Graph#sideOutputs()}
 */
public record SideHead(Op head) implements Op {
  @Override
  public Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    head.trace(graph, name, input);
    return input;
  }

  @Override
  public String toString() {
    return "sideHead(" + head + ")";
  }
}
