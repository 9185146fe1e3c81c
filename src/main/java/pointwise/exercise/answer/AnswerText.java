package pointwise.exercise.answer;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * An answer as two cells of a table: its kind, and its value as a person would write it.
 *
 * <p>Kind and value are {@code number} or {@code multiplications} and {@code 120,422,400}; {@code
 * decimal 0.01} or {@code percent 0.1}, which names the tolerance, and {@code 11.5}; {@code shape}
 * and {@code 28x28x192}; {@code values} and {@code [[1, 2], [3, 4]]}; {@code words} and {@code 1×1
 * | pointwise}, each of them right.
 *
 * @param kind of the answer
 * @param value the answer itself
 */
public record AnswerText(String kind, String value) {
  /** Multiplications are a number that may be doubled, halved or taken for FLOPs. */
  public static final String MULTIPLICATIONS = "multiplications";

  private static final String KINDS =
      "number, multiplications, decimal, percent, shape, values, words";

  /** The two cells of an answer. */
  public static AnswerText of(Answer answer) {
    if (answer instanceof NumberAnswer number) {
      return new AnswerText("number", number.toString());
    }
    if (answer instanceof DecimalAnswer decimal) {
      return new AnswerText(
          (decimal.percent() ? "percent " : "decimal ") + decimal.tolerance().toPlainString(),
          decimal.written());
    }
    if (answer instanceof ShapeAnswer shape) {
      return new AnswerText("shape", shape.written());
    }
    if (answer instanceof ValuesAnswer values) {
      return new AnswerText("values", values.tensor().toLiteral());
    }
    if (answer instanceof WordsAnswer words) {
      return new AnswerText("words", String.join(" | ", words.wordings()));
    }
    throw new IllegalArgumentException(
        "A function cannot be kept in a table: keep the exercise's cell in a file, mine.jsh say, and"
            + " load it with %load mine.jsh");
  }

  /**
   * The answer.
   *
   * @throws IllegalArgumentException if there is no such kind, or the value is none of it
   */
  public Answer parse() {
    String[] words = kind.strip().split("\\s+", 2);
    try {
      switch (words[0]) {
        case "number":
        case MULTIPLICATIONS:
          return new NumberAnswer(Figure.read(value, "one number").value().longValueExact());
        case "decimal":
        case "percent":
          BigDecimal tolerance = new BigDecimal(words.length == 2 ? words[1].strip() : "0.01");
          return new DecimalAnswer(
              Figure.read(value, "one number").value(), tolerance, words[0].equals("percent"));
        case "shape":
          return new ShapeAnswer(shape());
        case "values":
          return new ValuesAnswer(Tensor.parse(value));
        case "words":
          return new WordsAnswer(Arrays.stream(value.split("\\|")).map(String::strip).toList());
        default:
          throw new IllegalArgumentException(
              "'%s' is no kind of answer: %s".formatted(kind, KINDS));
      }
    } catch (Unreadable | ArithmeticException | NumberFormatException unreadable) {
      throw new IllegalArgumentException(
          "'%s' is no answer of the kind '%s'".formatted(value, kind), unreadable);
    }
  }

  private Shape shape() throws Unreadable {
    List<Long> sizes = new ShapeAnswer(Shape.of(1)).read(value).sizes();
    return Shape.of(sizes.stream().mapToInt(Math::toIntExact).toArray());
  }
}
