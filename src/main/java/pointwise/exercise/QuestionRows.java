package pointwise.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pointwise.exercise.answer.AnswerText;
import pointwise.tensor.Tensor;
import pointwise.view.Picture;

/**
 * A question as rows of a table: a {@code question}, its {@code option}s, {@code given} tensors and
 * {@code picture}s, the {@code answer}, {@code mistake}s and {@code hint}s. A {@code slip} is a
 * mistake that no key lists.
 */
final class QuestionRows {
  private static final List<String> PARTS =
      List.of("question", "option", "given", "picture", "answer", "mistake", "slip", "hint");

  private static final Pattern PICTURE = Pattern.compile("(image/\\S+) (\\d{1,5})x(\\d{1,5})");

  private QuestionRows() {}

  /**
   * One row.
   *
   * @param question its number
   * @param part what it is of the question
   * @param kind of an answer, or of a picture
   * @param value an answer, a letter, a tensor's name, a picture's bytes
   * @param text what is said
   */
  record Row(String question, String part, String kind, String value, String text) {
    static Row of(List<String> cells) {
      return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    String cell(int column) {
      return List.of(question, part, kind, value, text).get(column);
    }

    /** The row itself, if it is of a question. */
    Row checked() {
      if (!PARTS.contains(part)) {
        throw new IllegalArgumentException(
            "'%s' is no part of a question: %s".formatted(part, String.join(", ", PARTS)));
      }
      if (part.equals("answer")) {
        new AnswerText(kind, value).parse();
      }
      return this;
    }
  }

  static List<Row> of(String number, Question question) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(number, "question", "", "", question.text));
    question.options.forEach(
        (letter, sentence) -> rows.add(new Row(number, "option", "", letter, sentence)));
    question.given.forEach(
        (name, tensor) -> rows.add(new Row(number, "given", "", name, tensor.toLiteral())));
    question.pictures.forEach(picture -> rows.add(row(number, picture)));
    AnswerText answer = AnswerText.of(question.answer);
    String kind = question.isOfMultiplications() ? AnswerText.MULTIPLICATIONS : answer.kind();
    rows.add(new Row(number, "answer", kind, answer.value(), question.solution));
    question.declaredMistakes().forEach(made -> rows.add(mistake(number, "mistake", made)));
    question.declaredPairs().forEach(made -> rows.add(mistake(number, "slip", made)));
    question.hints.forEach(hint -> rows.add(new Row(number, "hint", "", "", hint)));
    return rows;
  }

  private static Row mistake(String number, String part, Mistake made) {
    return new Row(number, part, "", AnswerText.of(made.leadsTo()).value(), made.diagnosis());
  }

  private static Row row(String number, Picture picture) {
    String kind =
        String.format(
            Locale.ROOT, "%s %dx%d", picture.mediaType(), picture.width(), picture.height());
    return new Row(number, "picture", kind, picture.base64(), picture.alt());
  }

  private static Picture picture(Row row) {
    Matcher kind = PICTURE.matcher(row.kind);
    if (!kind.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no kind of picture, such as 'image/png 640x200'".formatted(row.kind));
    }
    int width = Integer.parseInt(kind.group(2));
    int height = Integer.parseInt(kind.group(3));
    return new Picture(kind.group(1), row.value, width, height, row.text);
  }

  /**
   * The question that was written so.
   *
   * @throws IllegalArgumentException if something is missing, or cannot be read
   */
  static Question question(List<Row> rows) {
    Question question = Question.saying(one(rows, "question", Row::text));
    String kind = one(rows, "answer", Row::kind);
    for (Row row : rows) {
      switch (row.part) {
        case "option":
          question.options.put(row.value, row.text);
          break;
        case "given":
          question.given.put(row.value, Tensor.parse(row.text));
          break;
        case "picture":
          question.picture(picture(row));
          break;
        case "answer":
          question.kept(new AnswerText(kind, row.value).parse(), row.text);
          if (kind.equals(AnswerText.MULTIPLICATIONS)) {
            question.multiplications();
          }
          break;
        case "hint":
          question.hints.add(row.text);
          break;
        default:
          break;
      }
    }
    for (Row row : rows) {
      if (row.part.equals("mistake") || row.part.equals("slip")) {
        Mistake made = new Mistake(new AnswerText(kind, row.value).parse(), row.text);
        question.add(made, row.part.equals("mistake"));
      }
    }
    return question;
  }

  private static String one(List<Row> rows, String part, Function<Row, String> cell) {
    return rows.stream()
        .filter(row -> row.part.equals(part))
        .map(cell)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Question %s has no %s".formatted(rows.get(0).question, part)));
  }
}
