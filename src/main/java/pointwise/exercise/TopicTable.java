package pointwise.exercise;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pointwise.exercise.QuestionRows.Row;
import pointwise.tensor.Require;
import pointwise.tensor.WholeFile;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.AddCellToColumnException;
import tech.tablesaw.io.ColumnIndexOutOfBoundsException;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * A topic in a CSV file: the questions that were drawn of it, with their answers, mistakes and
 * hints. A spreadsheet can write one as well.
 *
 * <p>It has the columns {@code question}, {@code part}, {@code kind}, {@code value} and {@code
 * text}. Rows without a question's number are about the topic: its {@code id}, {@code title},
 * {@code level} and {@code read}, and a {@code follow-up} or more.
 */
final class TopicTable {
  private static final List<String> COLUMNS = List.of("question", "part", "kind", "value", "text");

  /** So many seeds are drawn for the questions that are kept. */
  private static final int SEEDS = 300;

  /** A picture is one long cell. */
  private static final int LONGEST_CELL = 1 << 24;

  private TopicTable() {}

  /**
   * Writes up to so many different questions of a topic.
   *
   * @throws IllegalArgumentException if its answer is a function
   */
  static Path write(Topic topic, int most, Path file) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("", "id", "", topic.id(), ""));
    rows.add(new Row("", "title", "", "", topic.title()));
    rows.add(new Row("", "level", "", String.valueOf(topic.level()), ""));
    if (!topic.read().isEmpty()) {
      rows.add(new Row("", "read", "", "", topic.read()));
    }
    topic.followUps().forEach(next -> rows.add(new Row("", "follow-up", "", "", next)));
    Set<String> questions = new HashSet<>();
    for (long seed = 1; seed <= SEEDS && questions.size() < most; seed++) {
      Exercise exercise = topic.draw(seed);
      if (questions.add(exercise.toString())) {
        rows.addAll(QuestionRows.of(String.valueOf(seed), exercise.made()));
      }
    }
    Table table = Table.create(topic.id());
    for (int column = 0; column < COLUMNS.size(); column++) {
      int of = column;
      table.addColumns(
          StringColumn.create(COLUMNS.get(of), rows.stream().map(row -> row.cell(of)).toList()));
    }
    return WholeFile.write(file, table.write().toString("csv"));
  }

  /**
   * Reads a topic.
   *
   * @throws IllegalArgumentException naming the file and the line, if there is something else in it
   */
  static Topic read(Path file) {
    Table table = parse(file);
    Map<String, List<Row>> questions = new LinkedHashMap<>();
    Topic topic = Topic.of("kept", Group.OWN, 2, "", random -> null);
    List<String> next = new ArrayList<>();
    for (int i = 0; i < table.rowCount(); i++) {
      int line = i;
      Row row = Row.of(COLUMNS.stream().map(c -> cell(table, line, c)).toList());
      if (row.part().isEmpty()) {
        continue;
      }
      try {
        if (!row.question().isEmpty()) {
          questions.computeIfAbsent(row.question(), number -> new ArrayList<>()).add(row.checked());
          continue;
        }
        topic = withHead(topic, row, next);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "Row %s of %s: %s".formatted(i + 2, file, wrong.getMessage()), wrong);
      }
    }
    if (questions.isEmpty() || topic.id().equals("kept")) {
      throw new IllegalArgumentException(
          "There is no exercise in %s: it needs a row 'id' and a question".formatted(file));
    }
    questions.forEach((number, rows) -> inspect(file, number, rows));
    List<List<Row>> kept = List.copyOf(questions.values());
    return new Topic(
        topic.id(),
        Group.OWN,
        topic.level(),
        topic.title().isEmpty() ? topic.id().replace('-', ' ') : topic.title(),
        topic.read(),
        next,
        random -> QuestionRows.question(kept.get(random.nextInt(kept.size()))));
  }

  private static void inspect(Path file, String number, List<Row> rows) {
    try {
      QuestionRows.question(rows).fair();
    } catch (IllegalArgumentException | IllegalStateException | UnsuitableDraw wrong) {
      throw new IllegalArgumentException(
          "Question %s of %s: %s".formatted(number, file, wrong.getMessage()), wrong);
    }
  }

  private static Topic withHead(Topic topic, Row row, List<String> next) {
    String said = row.text().isEmpty() ? row.value() : row.text();
    switch (row.part()) {
      case "id":
        return Topic.of(said, Group.OWN, topic.level(), topic.title(), topic.source())
            .read(topic.read());
      case "title":
        return Topic.of(topic.id(), Group.OWN, topic.level(), said, topic.source())
            .read(topic.read());
      case "level":
        return Topic.of(
                topic.id(), Group.OWN, Integer.parseInt(said), topic.title(), topic.source())
            .read(topic.read());
      case "read":
        return topic.read(said);
      case "follow-up":
        next.add(said);
        return topic;
      default:
        throw new IllegalArgumentException(
            "'%s' needs the number of its question, or is no part of a topic: id, title, level, read,"
                    .formatted(row.part())
                + " follow-up");
    }
  }

  private static Table parse(Path file) {
    try {
      String content = Files.readString(Require.given(file, "a file")).replace("\uFEFF", "");
      String header = content.lines().findFirst().orElse("");
      return Table.read()
          .usingOptions(
              CsvReadOptions.builder(new StringReader(content))
                  .separator(header.contains(";") ? ';' : ',')
                  .columnTypes(name -> ColumnType.STRING)
                  .missingValueIndicator("")
                  .maxCharsPerColumn(LONGEST_CELL)
                  .build());
    } catch (CharacterCodingException coding) {
      throw new IllegalArgumentException("%s is not in UTF-8".formatted(file), coding);
    } catch (AddCellToColumnException | ColumnIndexOutOfBoundsException noTable) {
      throw new IllegalArgumentException(
          "%s is no table: each row needs as many cells as the first one has names".formatted(file),
          noTable);
    } catch (IOException problem) {
      throw new UncheckedIOException(
          "Cannot read the exercise from %s: %s".formatted(file, problem.getMessage()), problem);
    }
  }

  private static String cell(Table table, int row, String column) {
    return table.containsColumn(column) ? table.getString(row, column).strip() : "";
  }
}
