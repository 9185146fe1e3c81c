package pointwise.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import pointwise.op.Graph;
import pointwise.op.Layer;
import pointwise.tensor.Shape;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A report with the layers of each module added up; an activation is counted with its layer.
 *
 * @param report what is summed up
 * @param parts modules, and layers that belong to none, in the order of computation
 * @param parameters what all of them learn
 * @param multiplications the multiply-accumulates of all of them
 */
public record Summary(CostReport report, List<Group> parts, long parameters, long multiplications)
    implements Report {

  /**
   * A module, or a layer with its activation.
   *
   * @param name the module's name, or the layer's
   * @param rows its layers
   */
  public record Group(String name, List<CostReport.Row> rows) {
    /** The shape of its result. */
    public Shape output() {
      return rows.get(rows.size() - 1).output();
    }

    /** Everything that it learns. */
    public long parameters() {
      return rows.stream().mapToLong(CostReport.Row::parameters).sum();
    }

    /** Its multiply-accumulates. */
    public long multiplications() {
      return rows.stream().mapToLong(CostReport.Row::multiplications).sum();
    }
  }

  static Summary of(CostReport report) {
    Graph graph = report.graph();
    Map<Integer, String> partOf = new HashMap<>();
    Map<String, List<CostReport.Row>> parts = new LinkedHashMap<>();
    for (CostReport.Row row : report.rows()) {
      String part = part(graph, row.node(), partOf);
      partOf.put(row.node().index(), part);
      parts.computeIfAbsent(part, name -> new ArrayList<>()).add(row);
    }
    return new Summary(
        report,
        parts.entrySet().stream().map(part -> new Group(part.getKey(), part.getValue())).toList(),
        report.parameters(),
        report.multiplications());
  }

  private static String part(Graph graph, Graph.Node node, Map<Integer, String> partOf) {
    String module = graph.module(node);
    int before = node.inputs().get(0).id();
    if (!module.isEmpty()) {
      return module;
    }
    boolean activation = node.step() instanceof Layer layer && layer.belongsToPrevious();
    return activation && before > 0 ? partOf.get(before) : graph.nameWithin(node);
  }

  /** A part's share of all parameters, from 0 to 1; 0 if there are none. */
  public double shareOfParameters(Group part) {
    return share(part.parameters(), parameters);
  }

  /** A part's share of all multiplications, from 0 to 1; 0 if there are none. */
  public double shareOfMultiplications(Group part) {
    return share(part.multiplications(), multiplications);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** One row per part, then the total. */
  @Override
  public Table table() {
    return Table.create("%s → %s".formatted(report.input(), report.output()))
        .addColumns(
            text("name", Group::name, "total"),
            text("output", part -> part.output().toString(), report.output().toString()),
            count("parameters", Group::parameters, parameters),
            percent("% of parameters", this::shareOfParameters),
            count("multiplications", Group::multiplications, multiplications),
            percent("% of multiplications", this::shareOfMultiplications));
  }

  /** One row per layer of a part. */
  public Table table(Group part) {
    return CostTables.brief(part.rows());
  }

  private StringColumn text(String name, Function<Group, String> value, String total) {
    return Columns.text(name, parts, value).append(total);
  }

  private LongColumn count(String name, ToLongFunction<Group> value, long total) {
    return Columns.count(name, parts, value).append(total);
  }

  private DoubleColumn percent(String name, ToDoubleFunction<Group> share) {
    return Columns.numbers(name, "0.0", parts, part -> 100 * share.applyAsDouble(part))
        .append(100 * parts.stream().mapToDouble(share).sum());
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
