package pointwise.cost;

import java.util.List;
import pointwise.op.Op;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import tech.tablesaw.api.Table;

/**
 * What several designs for the same input cost; ratios are to the first.
 *
 * @param input the shape they are applied to
 * @param reports one a design
 */
public record Comparison(Shape input, List<CostReport> reports) implements Report {

  public Comparison {
    reports = List.copyOf(reports);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("A comparison needs at least one design");
    }
  }

  /** Counts every design on an input of that shape. */
  public static Comparison of(Shape input, Op... designs) {
    return new Comparison(
        input,
        Require.all("designs to be compared", designs).stream()
            .map(design -> CostReport.of(design, input))
            .toList());
  }

  /** The last design's multiplications as a share of the first one's. */
  public double ratio() {
    return ratio(reports.get(reports.size() - 1));
  }

  /** A design's multiplications as a share of the first one's; NaN if that has none. */
  public double ratio(CostReport report) {
    Require.given(report, "a report");
    long first = reports.get(0).multiplications();
    return first == 0 ? Double.NaN : (double) report.multiplications() / first;
  }

  /** One row per design as a Tablesaw table. */
  @Override
  public Table table() {
    return CostTables.of(this);
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
