package pointwise.op;

import java.util.ArrayList;
import java.util.List;
import pointwise.tensor.Require;

/**
 * Branches over the same input, their channels laid side by side: the body of an Inception module.
 *
 * @param branches the branches, in the order of their channels
 * @param result what papers call the row in which the branches meet, or null for {@code concat1}
 * @param kind what such modules are numbered by where they have no name and hold layers of the same
 *     name: {@code inception} makes {@code inception1/1x1} and {@code inception2/1x1}
 */
public record Concat(List<Op> branches, String result, String kind) implements Op {
  public Concat {
    branches = Require.all(branches, "branches of a concat");
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("Concat needs at least one branch");
    }
    Nesting.check(branches);
  }

  public Concat(List<Op> branches) {
    this(branches, null, "concat");
  }

  /** Names the row in which the branches meet. */
  public Concat resultNamed(String name) {
    return new Concat(branches, Require.given(name, "a name"), kind);
  }

  /** Says what such modules are numbered by where they have no name. */
  public Concat kind(String changed) {
    return new Concat(branches, result, Require.given(changed, "a kind of module"));
  }

  @Override
  public List<Op> parts() {
    return branches;
  }

  @Override
  public Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    Graph.Builder inner = Require.given(graph, "a graph").module(name, kind);
    List<Graph.Value> results = new ArrayList<>();
    for (Op branch : branches) {
      results.add(branch.trace(inner, null, input));
    }
    return inner.add(result, Join.CONCAT, results);
  }

  @Override
  public String toString() {
    return Op.spelled("concat", branches)
        + (result == null ? "" : ".resultNamed(\"" + result + "\")");
  }
}
