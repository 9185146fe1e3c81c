package pointwise.practice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import pointwise.cost.Columns;
import pointwise.cost.Report;
import pointwise.exercise.Group;
import pointwise.exercise.Topic;
import pointwise.view.Picture;
import pointwise.view.chart.Charts;
import tech.tablesaw.api.Table;

/**
 * How well each topic is known.
 *
 * @param rows one for each topic
 */
public record DrillReport(List<Row> rows) implements Report {
  /** A topic and its card. */
  record Row(Topic topic, Card card) {}

  public DrillReport {
    rows = List.copyOf(rows);
  }

  /** The topics that were asked, the shakiest first. */
  @Override
  public Table table() {
    List<Row> asked =
        rows.stream()
            .filter(row -> row.card.asked() > 0)
            .sorted(
                (a, b) ->
                    a.card.box() != b.card.box()
                        ? Integer.compare(a.card.box(), b.card.box())
                        : a.topic.id().compareTo(b.topic.id()))
            .toList();
    return Table.create("Progress")
        .addColumns(
            Columns.text("exercise", asked, row -> row.topic.id()),
            Columns.text("about", asked, row -> row.topic.group().toString()),
            Columns.count("box", asked, row -> row.card.box()),
            Columns.count("asked", asked, row -> row.card.asked()),
            Columns.count("right", asked, row -> row.card.right()),
            Columns.text("last", asked, row -> row.card.last().toString()));
  }

  /** How many topics of each group are in each compartment. */
  public Picture chart() {
    List<String> groups = Arrays.stream(Group.values()).map(Group::toString).toList();
    Map<String, List<Double>> series = new LinkedHashMap<>();
    series.put("not asked yet", counts(row -> row.card.asked() == 0));
    IntStream.rangeClosed(1, Card.DAYS.size())
        .forEach(
            box ->
                series.put(
                    "box " + box, counts(row -> row.card.asked() > 0 && row.card.box() == box)));
    return Charts.bars("How well each group is known", "topics", groups, series);
  }

  private List<Double> counts(Predicate<Row> counted) {
    return Arrays.stream(Group.values())
        .map(
            group ->
                (double)
                    rows.stream()
                        .filter(row -> row.topic.group() == group && counted.test(row))
                        .count())
        .toList();
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
