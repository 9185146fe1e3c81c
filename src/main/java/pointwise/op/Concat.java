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

  /**
   * GoogLeNet's Inception module, as the columns of Table 1 give it (Szegedy et al. 2014, section
   * 5).
   *
   * @param ones filters of the 1×1 branch
   * @param threeReduce 1×1 filters before the 3×3
   * @param threes filters of the 3×3
   * @param fiveReduce 1×1 filters before the 5×5
   * @param fives filters of the 5×5
   * @param poolProjection 1×1 filters behind the pooling
   */
  public static Concat inception(
      int ones, int threeReduce, int threes, int fiveReduce, int fives, int poolProjection) {
    return new Concat(
        List.of(
            conv("1x1", ones, 1),
            branch(conv("3x3_reduce", threeReduce, 1), conv("3x3", threes, 3)),
            branch(conv("5x5_reduce", fiveReduce, 1), conv("5x5", fives, 5)),
            branch(
                MaxPool.of(3, 3).stride(1).same().named("pool"),
                conv("pool_proj", poolProjection, 1))));
  }

  private static Op branch(Op... ops) {
    return new Sequence(List.of(ops));
  }

  /** A convolution and the ReLU behind it. */
  private static Op conv(String name, int filters, int kernel) {
    return new Sequence(List.of(Conv2d.of(filters, kernel, kernel).same().named(name), new Relu()));
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
