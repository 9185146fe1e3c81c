package pointwise.op;

import java.util.List;
import pointwise.tensor.Require;

/**
 * An operation under a name: a layer's row is called so, the rows of a composite begin with it.
 *
 * @param name what papers call the operation, such as {@code conv1} or {@code 3a}
 * @param op the operation
 */
public record Named(String name, Op op) implements Op {
  public Named {
    if (Require.given(name, "a name").isBlank()) {
      throw new IllegalArgumentException("A name must not be blank");
    }
    Nesting.check(List.of(Require.given(op, "an operation to be named")));
  }

  @Override
  public List<Op> parts() {
    return List.of(op);
  }

  @Override
  public Graph.Value trace(Graph.Builder graph, String outerName, Graph.Value input) {
    return op.trace(graph, outerName == null ? name : outerName, input);
  }

  @Override
  public String title() {
    return name;
  }

  @Override
  public String toString() {
    return op + ".named(\"" + name + "\")";
  }
}
