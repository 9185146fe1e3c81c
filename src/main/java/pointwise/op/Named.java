package pointwise.op;

/**
 * An operation under a name: a layer's row is called so, the rows of a composite begin with it.
 *
 * @param name what papers call the operation, such as {@code conv1} or {@code 3a}
 * @param op the operation
 */
public record Named(String name, Op op) implements Op {
  public Named {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A name must not be blank");
    }
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
