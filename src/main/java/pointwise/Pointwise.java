package pointwise;

import pointwise.cost.Comparison;
import pointwise.cost.CostReport;
import pointwise.model.Model;
import pointwise.op.Op;
import pointwise.op.Operations;
import pointwise.tensor.Shape;

/**
 * The vocabulary of the notebooks: {@code import static pointwise.Pointwise.*}.
 *
 * <p>The operations themselves are those of {@link Operations}; here is what is asked about them.
 */
public final class Pointwise extends Operations {
  private Pointwise() {}

  /** What an operation costs on an input of that shape. */
  public static CostReport count(Op op, Shape input) {
    return CostReport.of(op, input);
  }

  /** What several designs cost on the same input. */
  public static Comparison compare(Shape input, Op... designs) {
    return Comparison.of(input, designs);
  }

  /** An operation with random weights; the same seed gives the same weights everywhere. */
  public static Model model(Op op, Shape input, long seed) {
    return Model.of(op, input, seed);
  }
}
