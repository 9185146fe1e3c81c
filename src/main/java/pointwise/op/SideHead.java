package pointwise.op;

import java.util.List;
import pointwise.tensor.Require;

/**
 * Layers beside the main path, such as GoogLeNet's auxiliary classifiers: they are counted and
 * computed, and what they are applied to is passed on (Szegedy et al. 2014, section 5).
 *
 * @param head the layers; their result is one of {@link Graph#sideOutputs()}
 */
public record SideHead(Op head) implements Op {
  public SideHead {
    Nesting.check(List.of(Require.given(head, "a side head")));
  }

  @Override
  public List<Op> parts() {
    return List.of(head);
  }

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
