package pointwise.op;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Branches over the same input, their channels laid side by side: the body of an Inception module.
 *
 * @param branches the branches, in the order of their channels
 */
public record Concat(List<Op> branches) implements Op {
  public Concat {
    branches = List.copyOf(branches);
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("Concat needs at least one branch");
    }
  }

  @Override
  public Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    Graph.Builder inner = graph.scope(name);
    List<Graph.Value> results =
        branches.stream().map(branch -> branch.trace(inner, null, input)).toList();
    return inner.add(null, Join.CONCAT, results);
  }

  @Override
  public String toString() {
    return branches.stream().map(Op::toString).collect(Collectors.joining(", ", "concat(", ")"));
  }
}
