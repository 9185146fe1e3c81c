package pointwise.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pointwise.op.Graph.Node;
import pointwise.op.Network;
import pointwise.tensor.Require;
import tech.tablesaw.api.Table;

/**
 * A published table against the computed one, cell by cell; what a deviation equals is said where
 * arithmetic can tell.
 *
 * @param published what was published
 * @param network what was computed
 * @param kilo what K stands for in the table, 1000 or 1024: whichever fits more of its rows
 * @param findings one a published cell
 */
public record Audit(PublishedTable published, Network network, int kilo, List<Finding> findings)
    implements Report {

  /** What became of a cell. */
  public enum Outcome {
    /** Equal to as many digits as are printed. */
    AGREES,
    /** Different, and equal to something else. */
    EXPLAINED,
    /** Different. */
    UNEXPLAINED
  }

  /**
   * One published cell.
   *
   * @param row the row's name in the paper
   * @param column parameters, operations or output
   * @param published what is printed
   * @param computed what is computed
   * @param outcome what became of it
   * @param words how it was counted, or what it equals
   */
  public record Finding(
      String row,
      String column,
      String published,
      String computed,
      Outcome outcome,
      String words) {}

  /**
   * Compares a table with a network.
   *
   * @throws IllegalArgumentException if a row is about layers that the network does not have, or no
   *     row is about the network
   */
  public static Audit of(PublishedTable table, Network network) {
    Require.given(network, "a network");
    List<PublishedTable.Row> rows =
        Require.given(table, "a published table").rows().stream()
            .filter(row -> row.network().isEmpty() || row.network().equals(network.title()))
            .toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no row about %s, but about %s"
              .formatted(
                  table.title(),
                  network.title(),
                  table.rows().stream()
                      .map(PublishedTable.Row::network)
                      .collect(Collectors.joining(", "))));
    }
    List<Node> all = network.graph().nodes();
    List<List<Node>> layers = rows.stream().map(row -> select(table, row, network, all)).toList();
    int kilo = fitting(rows, layers, all, 1024) > fitting(rows, layers, all, 1000) ? 1024 : 1000;
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      findings.addAll(new RowAudit(rows.get(i), layers.get(i), all, kilo).findings());
    }
    return new Audit(table, network, kilo, findings);
  }

  private static List<Node> select(
      PublishedTable table, PublishedTable.Row row, Network network, List<Node> all) {
    String any =
        Stream.of(row.layers().split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    Pattern named = Pattern.compile(any + "([/._].*)?");
    List<Node> selected = all.stream().filter(n -> named.matcher(n.name()).matches()).toList();
    if (selected.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: %s has no layers named '%s'; it has %s"
              .formatted(table.title(), network.title(), row.layers(), names(all)));
    }
    return selected;
  }

  private static String names(List<Node> all) {
    if (all.isEmpty()) {
      return "none at all";
    }
    return all.stream()
        .map(node -> node.module().isEmpty() ? node.name().split("/")[0] : node.module())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static long fitting(
      List<PublishedTable.Row> rows, List<List<Node>> layers, List<Node> all, int kilo) {
    long fitting = 0;
    for (int i = 0; i < rows.size(); i++) {
      fitting +=
          new RowAudit(rows.get(i), layers.get(i), all, kilo)
              .findings().stream().filter(finding -> finding.outcome() == Outcome.AGREES).count();
    }
    return fitting;
  }

  /** The cells that differ from what is computed. */
  public List<Finding> deviations() {
    return findings.stream().filter(finding -> finding.outcome() != Outcome.AGREES).toList();
  }

  /** One row per published cell. */
  @Override
  public Table table() {
    return Table.create(
            "%s against %s on %s".formatted(published.title(), network.title(), network.input()))
        .addColumns(
            Columns.text("row", findings, Finding::row),
            Columns.text("column", findings, Finding::column),
            Columns.text("published", findings, Finding::published),
            Columns.text("computed", findings, Finding::computed),
            Columns.text(
                "verdict", findings, finding -> finding.outcome().name().toLowerCase(Locale.ROOT)),
            Columns.text("in words", findings, Finding::words));
  }

  /** The table, and what K stands for in it. */
  @Override
  public String toString() {
    boolean kilos = findings.stream().anyMatch(finding -> finding.published().endsWith("K"));
    return table().printAll() + (kilos ? "\nK is " + kilo + "." : "");
  }
}
