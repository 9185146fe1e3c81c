package pointwise.op;

import java.util.List;
import pointwise.tensor.Require;

/**
 * A body and a shortcut over the same input, added (He et al. 2015, section 3.2).
 *
 * @param body the residual function
 * @param shortcut the identity, or a projection that gives the body's shape
 */
public record Residual(Op body, Op shortcut) implements Op {
  public Residual {
    Require.given(body, "the body of a residual");
    Require.given(shortcut, "the shortcut of a residual");
    Nesting.check(List.of(body, shortcut));
  }

  @Override
  public List<Op> parts() {
    return List.of(body, shortcut);
  }

  @Override
  public Graph.Value trace(Graph.Builder graph, String name, Graph.Value input) {
    Graph.Builder inner = Require.given(graph, "a graph").module(name, "residual");
    Graph.Value residual = body.trace(inner, null, input);
    return inner.add(null, Join.ADD, List.of(residual, shortcut.trace(inner, null, input)));
  }

  @Override
  public String toString() {
    return Op.spelled("residual", parts());
  }
}
