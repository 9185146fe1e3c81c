package pointwise.cost;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import tech.tablesaw.api.Table;

/**
 * One network under every convention, side by side.
 *
 * @param tallies one a convention, in the order of {@link Convention}
 */
public record ConventionReport(List<Tally> tallies) implements Report {

  /** Counts an operation by every convention. */
  public static ConventionReport of(Op op, Shape input) {
    Graph graph = Graph.of(op, input);
    return new ConventionReport(
        Arrays.stream(Convention.values()).map(rules -> Tally.of(rules, graph)).toList());
  }

  /** The count by one convention. */
  public Tally under(Convention convention) {
    return tallies.get(Require.given(convention, "a convention").ordinal());
  }

  /** One row per convention: its name, its unit, its total and what it counts. */
  @Override
  public Table table() {
    return Table.create("By whose rule")
        .addColumns(
            Columns.text("convention", tallies, tally -> tally.convention().title()),
            Columns.count("total", tallies, Tally::total),
            Columns.text("unit", tallies, tally -> tally.convention().unit()),
            Columns.text("in words", tallies, Tally::explanation));
  }

  /** One line per convention: its total and what it counts. */
  @Override
  public String toString() {
    return tallies.stream().map(Tally::toString).collect(Collectors.joining("\n"));
  }
}
