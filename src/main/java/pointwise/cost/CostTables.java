package pointwise.cost;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import pointwise.cost.CostReport.Row;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Lays reports out as Tablesaw tables; numbers print with thousands separators. */
final class CostTables {
  private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private CostTables() {}

  /** One row a layer, then the total. */
  static Table of(CostReport report) {
    Row total =
        new Row(
            "total",
            "",
            report.output(),
            report.weights(),
            report.biases(),
            report.scales(),
            report.stored(),
            report.multiplications(),
            report.multiplicationsInside(),
            report.activations());
    List<Row> rows = Stream.concat(report.rows().stream(), Stream.of(total)).toList();
    Table table =
        Table.create("%s → %s".formatted(report.input(), report.output()))
            .addColumns(
                text("name", rows, Row::name),
                text("layer", rows, Row::layer),
                text("output", rows, row -> row.output().toString()),
                count("weights", rows, Row::weights),
                count("biases", rows, Row::biases));
    if (report.scales() + report.stored() > 0) {
      table.addColumns(count("scales", rows, Row::scales), count("stored", rows, Row::stored));
    }
    return table.addColumns(
        count("multiplications", rows, Row::multiplications),
        count("inside", rows, Row::multiplicationsInside),
        count("activations", rows, Row::activations));
  }

  /** One row a layer, without a total and without what the parameters are made of. */
  static Table brief(List<Row> rows) {
    return Table.create()
        .addColumns(
            text("name", rows, Row::name),
            text("layer", rows, Row::layer),
            text("output", rows, row -> row.output().toString()),
            count("parameters", rows, Row::parameters),
            count("multiplications", rows, Row::multiplications));
  }

  /** One row a design. */
  static Table of(Comparison comparison) {
    List<CostReport> reports = comparison.reports();
    DoubleColumn ratio = DoubleColumn.create("ratio");
    reports.forEach(report -> ratio.append(comparison.ratio(report)));
    ratio.setPrintFormatter(format("0.0000"));
    return Table.create("On " + comparison.input())
        .addColumns(
            text("design", reports, report -> report.op().title()),
            text("output", reports, report -> report.output().toString()),
            count("weights", reports, CostReport::weights),
            count("biases", reports, CostReport::biases),
            count("multiplications", reports, CostReport::multiplications),
            count("inside", reports, CostReport::multiplicationsInside),
            ratio);
  }

  private static <T> StringColumn text(String name, List<T> rows, Function<T, String> value) {
    return StringColumn.create(name, rows.stream().map(value));
  }

  private static <T> LongColumn count(String name, List<T> rows, ToLongFunction<T> value) {
    LongColumn column = LongColumn.create(name, rows.stream().mapToLong(value));
    column.setPrintFormatter(format("#,##0"));
    return column;
  }

  static NumberColumnFormatter format(String pattern) {
    return new NumberColumnFormatter(new DecimalFormat(pattern, ENGLISH));
  }
}
