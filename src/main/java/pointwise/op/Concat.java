package pointwise.op;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Branches over the same input, their channels laid side by side: the body of an Inception module.
 *
 * @param branches the branches, in the order of their channels
 * @param result what papers call the row in which the branches meet, or null for {@code concat1}
 */
public record Concat(List<Op> branches, String result) implements Op {
  public Concat {
    branches = List.copyOf(branches);
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("Concat needs at least one branch");
    }
  }

  public Concat(List<Op> branches) {
    this(branches, null);
  }

  /** Names the row in which the branches meet. */
  public Concat resultNamed(String name) {
    return new Concat(branches, name);
  }

  @Override
  public Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    Graph.Builder inner = graph.scope(name);
    List<Graph.Value> results =
        branches.stream().map(branch -> branch.trace(inner, null, input)).toList();
    return inner.add(result, Join.CONCAT, results);
  }

  @Override
  public String toString() {
    return branches.stream().map(Op::toString).collect(Collectors.joining(", ", "concat(", ")"))
        + (result == null ? "" : ".resultNamed(\"" + result + "\")");
  }
}
