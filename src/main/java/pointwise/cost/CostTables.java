package pointwise.cost;

import static pointwise.cost.Columns.count;
import static pointwise.cost.Columns.numbers;
import static pointwise.cost.Columns.text;

import java.util.List;
import pointwise.cost.CostReport.Row;
import tech.tablesaw.api.Table;

/** Lays reports out as Tablesaw tables; numbers print with thousands separators. */
final class CostTables {
  private CostTables() {}

  /** One row per layer, then the total. */
  static Table of(CostReport report) {
    List<Row> rows = report.rows();
    Table table =
        Table.create("%s → %s".formatted(report.input(), report.output()))
            .addColumns(
                text("name", rows, Row::name).append("total"),
                text("layer", rows, Row::layer).append(""),
                text("output", rows, row -> row.output().toString())
                    .append(report.output().toString()),
                count("weights", rows, Row::weights).append(report.weights()),
                count("biases", rows, Row::biases).append(report.biases()));
    if (report.scales() + report.stored() > 0) {
      table.addColumns(
          count("scales", rows, Row::scales).append(report.scales()),
          count("stored", rows, Row::stored).append(report.stored()));
    }
    return table.addColumns(
        count("multiplications", rows, Row::multiplications).append(report.multiplications()),
        count("inside", rows, Row::multiplicationsInside).append(report.multiplicationsInside()),
        count("activations", rows, Row::activations).append(report.activations()));
  }

  /** One row per layer, without a total and without what the parameters are made of. */
  static Table brief(List<Row> rows) {
    return Table.create()
        .addColumns(
            text("name", rows, Row::name),
            text("layer", rows, Row::layer),
            text("output", rows, row -> row.output().toString()),
            count("parameters", rows, Row::parameters),
            count("multiplications", rows, Row::multiplications));
  }

  /** One row per design. */
  static Table of(Comparison comparison) {
    List<CostReport> reports = comparison.reports();
    return Table.create("On " + comparison.input())
        .addColumns(
            text("design", reports, report -> report.op().title()),
            text("output", reports, report -> report.output().toString()),
            count("weights", reports, CostReport::weights),
            count("biases", reports, CostReport::biases),
            count("multiplications", reports, CostReport::multiplications),
            count("inside", reports, CostReport::multiplicationsInside),
            numbers("ratio", "0.0000", reports, comparison::ratio));
  }
}
