package pointwise.op;

import java.util.List;
import pointwise.tensor.Shape;

/**
 * An operation of a network: an immutable value that says what it is, and holds neither weights nor
 * the size of its input.
 *
 * <p>A {@link Layer} is one row of a network's table. The others are made of operations: a {@link
 * Sequence}, the branches of a {@link Concat} or a {@link Residual}, a {@link Named} one.
 */
public sealed interface Op permits Layer, Sequence, Concat, Residual, SideHead, Named {
  /**
   * Adds this operation's layers to a graph.
   *
   * @param graph what is being built
   * @param name the name this operation was given, or null
   * @param input what the operation is applied to
   * @return the operation's result
   */
  Graph.Value trace(Graph.Builder graph, String name, Graph.Value input);

  /** The operations it is made of; none for a layer. */
  List<Op> parts();

  /**
   * The shape of the result.
   *
   * @throws IllegalArgumentException if the operation cannot take such an input
   */
  default Shape output(Shape input) {
    return Graph.of(this, input).output().shape();
  }

  /** What it is called where designs are told apart: its name, or the code that makes it. */
  default String title() {
    return toString();
  }

  /** An operation as the code that makes it: what it is made by, and of. */
  static String spelled(String function, List<Op> parts) {
    StringBuilder code = new StringBuilder(function).append('(');
    String separator = "";
    for (Op part : parts) {
      code.append(separator).append(part);
      separator = ", ";
    }
    return code.append(')').toString();
  }

  /** The operation under a name, which its rows and weights then carry. */
  default Op named(String name) {
    return new Named(name, this);
  }
}
