package pointwise.practice;

import java.util.List;
import pointwise.cost.Columns;
import pointwise.cost.Report;
import pointwise.exercise.Topic;
import tech.tablesaw.api.Table;

/**
 * What can be asked for by name.
 *
 * @param topics the exercises, in the order of their groups
 */
public record Catalogue(List<Topic> topics) implements Report {
  public Catalogue {
    topics = List.copyOf(topics);
  }

  /** One row for each exercise. */
  @Override
  public Table table() {
    return Table.create("Exercises")
        .addColumns(
            Columns.text("exercise", topics, Topic::id),
            Columns.text("about", topics, topic -> topic.group().toString()),
            Columns.count("level", topics, Topic::level),
            Columns.text("what it asks", topics, Topic::title),
            Columns.text("notebook", topics, Topic::read));
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
