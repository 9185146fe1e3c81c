package pointwise.op;

import java.util.List;
import pointwise.tensor.Require;

/**
 * Operations one after another, each applied to the result of the one before.
 *
 * @param ops the operations; none at all is the identity
 */
public record Sequence(List<Op> ops) implements Op {
  public Sequence {
    ops = Require.all(ops, "operations in a sequence");
    Nesting.check(ops);
  }

  @Override
  public List<Op> parts() {
    return ops;
  }

  @Override
  public Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    Graph.Builder inner = Require.given(graph, "a graph").scope(name);
    Graph.Value value = Require.given(input, "an input");
    for (Op op : ops) {
      value = op.trace(inner, null, value);
    }
    return value;
  }

  @Override
  public String toString() {
    return Op.spelled("sequence", ops);
  }
}
