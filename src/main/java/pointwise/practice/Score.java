package pointwise.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.cost.Columns;
import pointwise.cost.Report;
import pointwise.exercise.Exercise;
import pointwise.exercise.Verdict;
import pointwise.view.Display;
import pointwise.view.Html;
import pointwise.view.table.Tables;
import tech.tablesaw.api.Table;

/**
 * The marks of a paper, question by question: what was right, which mistakes were made, and what to
 * read again.
 *
 * @param rows one for each question
 * @param taken how long it took
 */
public record Score(List<Row> rows, Duration taken) implements Report, Display {

  /** An answer that was given, and what was said to it. */
  record Answered(String given, Verdict verdict) {}

  /**
   * The mark of one question.
   *
   * @param number of the question, from 1
   * @param exercise the question
   * @param given the answer; empty if there is none
   * @param right whether it is right
   * @param remark which mistake was made
   */
  public record Row(int number, Exercise exercise, String given, boolean right, String remark) {
    String read() {
      return right || exercise.topic().read().isEmpty() ? "" : exercise.topic().read();
    }
  }

  public Score {
    rows = List.copyOf(rows);
  }

  static Score of(List<Exercise> exercises, Map<Integer, Answered> answers, Duration taken) {
    List<Row> rows = new ArrayList<>();
    for (int number = 1; number <= exercises.size(); number++) {
      Exercise exercise = exercises.get(number - 1);
      Answered answered = answers.get(number);
      if (answered == null) {
        rows.add(new Row(number, exercise, "", false, "not answered"));
        continue;
      }
      Verdict verdict = answered.verdict();
      String remark =
          verdict.right()
              ? ""
              : verdict.mistake().isEmpty() ? "another mistake" : verdict.mistake();
      rows.add(new Row(number, exercise, answered.given(), verdict.right(), remark));
    }
    return new Score(rows, taken);
  }

  /** How many answers are right. */
  public long right() {
    return rows.stream().filter(Row::right).count();
  }

  /** The notebooks and sections to read again, for what was wrong. */
  public List<String> toRead() {
    return rows.stream().map(Row::read).filter(read -> !read.isEmpty()).distinct().toList();
  }

  /** What an interviewer asks next, for each topic of the paper. */
  public List<String> followUps() {
    return rows.stream()
        .flatMap(row -> row.exercise().topic().followUps().stream())
        .distinct()
        .toList();
  }

  /** One row for each question. */
  @Override
  public Table table() {
    return Table.create(lead())
        .addColumns(
            Columns.count("question", rows, Row::number),
            Columns.text("topic", rows, row -> row.exercise().topic().title()),
            Columns.text("about", rows, row -> row.exercise().topic().group().toString()),
            Columns.text("given", rows, Row::given),
            Columns.text("mark", rows, row -> row.right() ? "✓" : "✗"),
            Columns.text("mistake", rows, Row::remark),
            Columns.text("read again", rows, Row::read));
  }

  private String lead() {
    return String.format(
        Locale.ROOT,
        "%d of %d right in %d:%02d",
        right(),
        rows.size(),
        taken.toMinutes(),
        taken.toSecondsPart());
  }

  @Override
  public String html() {
    return Html.paragraph(right() == rows.size() ? "#009e73" : "#0072b2", lead() + ".")
        + Tables.html((Report) this);
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
