package pointwise.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Parameter.Role;
import tech.tablesaw.api.Table;

/**
 * The multiplications of one training step: forward, for the gradients of the inputs, and for those
 * of the weights.
 *
 * <p>Each gradient of a layer costs as much as the layer itself. The input's is computed only where
 * something before it learns, so the first layer has none; the weights' only where weights are
 * learned.
 *
 * @param rows one per layer that multiplies, in the order of computation
 */
public record TrainingCost(List<Row> rows) implements Report {
  /**
   * What one layer multiplies in a training step.
   *
   * @param name the layer's name
   * @param forward for its result
   * @param inputs for the gradient of its inputs
   * @param weights for the gradient of its weights
   */
  public record Row(String name, long forward, long inputs, long weights) {
    /** All three. */
    public long total() {
      return Math.addExact(forward, Math.addExact(inputs, weights));
    }
  }

  public TrainingCost {
    rows = List.copyOf(rows);
    total(rows, Row::total);
  }

  static TrainingCost of(Graph graph) {
    boolean[] learned = graph.learned();
    List<Row> rows = new ArrayList<>();
    for (Node node : graph.nodes()) {
      long forward = node.multiplications().dense();
      if (forward > 0) {
        boolean back = node.inputs().stream().anyMatch(value -> learned[value.id()]);
        boolean learns = node.parameters().stream().anyMatch(p -> p.role() == Role.WEIGHT);
        rows.add(new Row(node.name(), forward, back ? forward : 0, learns ? forward : 0));
      }
    }
    return new TrainingCost(rows);
  }

  /** Those of running it. */
  public long forward() {
    return total(rows, Row::forward);
  }

  /** Those for the gradients of the layers' inputs. */
  public long inputs() {
    return total(rows, Row::inputs);
  }

  /** Those for the gradients of the weights. */
  public long weights() {
    return total(rows, Row::weights);
  }

  /** Those of the whole step. */
  public long total() {
    return total(rows, Row::total);
  }

  private static long total(List<Row> rows, ToLongFunction<Row> column) {
    return Exact.total("The total over " + rows.size() + " layers", rows, column);
  }

  /** One row per layer. */
  @Override
  public Table table() {
    return Table.create("Multiplications of a training step")
        .addColumns(
            Columns.text("name", rows, Row::name),
            Columns.count("forward", rows, Row::forward),
            Columns.count("input gradient", rows, Row::inputs),
            Columns.count("weight gradient", rows, Row::weights),
            Columns.count("total", rows, Row::total));
  }

  /** The totals in one sentence. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d multiplications per training step: %,d forward, %,d for the inputs' gradients, %,d for"
            + " the weights'",
        total(),
        forward(),
        inputs(),
        weights());
  }
}
