package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pointwise.practice.Exercises;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Whatever is given for an answer, there is a verdict. */
class AnswersTest {
  private static final long NUMBER = 120_422_400;

  private static Exercise of(Function<Random, Question> source) {
    return Topic.of("test", Group.OWN, 1, "test", source).draw(1);
  }

  private static Exercise number() {
    return of(
        random ->
            Question.asking("How many?")
                .answer(NUMBER, "That many.")
                .mistake(NUMBER / 32, "One filter.")
                .multiplications()
                .hint("Count.")
                .hint("Count again."));
  }

  private static Exercise percent() {
    return of(
        random ->
            Question.asking("How many per cent?").answerPercent(11.5, 0.1, "So.").hint("Count."));
  }

  private static Exercise shape() {
    return of(
        random -> Question.asking("Which?").answer(Shape.of(28, 28, 192), "So.").hint("Count."));
  }

  private static Exercise values() {
    return of(
        random ->
            Question.asking("Which?").answer(Tensor.parse("[1, 2, 3]"), "So.").hint("Count."));
  }

  private static Exercise words() {
    return of(
        random ->
            Question.asking("What?").answer(List.of("1×1", "pointwise"), "So.").hint("Think."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "120422400",
        "120,422,400",
        "120_422_400",
        "120 422 400",
        "120.4M",
        "120M",
        "1.204e8",
        "120.42 million",
        "0.1204G",
        " 120,422,400 ",
        "120422400.0",
        "+120422400"
      })
  void readsANumberHoweverItIsWritten(String written) {
    assertThat(number().check(written).right()).as(written).isTrue();
  }

  @Test
  void readsANumberOfAnyType() {
    assertThat(number().check(120_422_400).right()).isTrue();
    assertThat(number().check(NUMBER).right()).isTrue();
    assertThat(number().check(1.204224e8).right()).isTrue();
    assertThat(number().check(BigInteger.valueOf(NUMBER)).right()).isTrue();
    assertThat(number().check(1.204e8).right()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100M|too small",
        "1e8|two digits",
        "240,844,800|FLOPs",
        "60.2M|half",
        "3763200|One filter",
        "7526400|Two mistakes at once",
        "120,42|Write decimals with a point: 120.42",
        "many|you gave a text",
        "NaN|you gave a text",
        "1.5|whole number",
        "-1|too small",
        "99999999999999999999999999|too large",
        "28x28x192|you gave a text"
      })
  void saysWhatIsWrongWithANumber(String given, String remark) {
    assertThat(number().check(given).right()).isFalse();
    assertThat(number().check(given).message()).contains(remark);
  }

  @Test
  void readsAPercentage() {
    for (Object given : new Object[] {"11.5 %", "11.5%", "11.5", 11.5, 11.45f, "11.5 per cent"}) {
      assertThat(percent().check(given).right()).as("%s", given).isTrue();
    }
    assertThat(percent().check(0.115).message()).contains("asks for per cent");
    assertThat(percent().check("12.5 %").message()).contains("too large");
  }

  @Test
  void readsAShapeHoweverItIsWritten() {
    for (Object given :
        new Object[] {
          "28x28x192",
          "28×28×192",
          "28, 28, 192",
          "(28, 28, 192)",
          "Shape.of(28, 28, 192)",
          Shape.of(28, 28, 192),
          new int[] {28, 28, 192},
          new double[] {28, 28, 192},
          List.of(28, 28, 192),
          Tensor.parse("[28, 28, 192]"),
          new Integer[] {28, 28, 192}
        }) {
      assertThat(shape().check(given).right()).as("%s", given).isTrue();
    }
    assertThat(shape().check("192x28x28").message()).contains("their order is not");
    assertThat(shape().check("28x28").message()).contains("3 sizes, yours has 2");
    assertThat(shape().check(new int[] {0, -1, 2}).message()).contains("0 of the 3 sizes");
    assertThat(shape().check(7).message()).contains("yours has 1");
  }

  @Test
  void readsValuesHoweverTheyAreWritten() {
    for (Object given :
        new Object[] {
          "[1, 2, 3]",
          "1, 2, 3",
          Tensor.parse("[1, 2, 3]"),
          new float[] {1, 2, 3},
          new double[] {1, 2, 3},
          new int[] {1, 2, 3},
          List.of(1, 2, 3)
        }) {
      assertThat(values().check(given).right()).as("%s", given).isTrue();
    }
    assertThat(values().check("[[1, 2, 3]]").message())
        .contains("The numbers are right, but not their shape: yours is 1×3, the answer has 3");
    assertThat(values().check("[1, 2, 4]").message()).contains("2 of the 3 numbers are right");
    assertThat(values().check("[1, 2").message()).contains("cannot be read");
    assertThat(values().check(6).message()).contains("you gave a number");
  }

  @Test
  void readsWordsWithoutCaseArticlesAndPunctuation() {
    for (String given : List.of("1×1", "1x1", "Pointwise", " the pointwise. ")) {
      assertThat(words().check(given).right()).as(given).isTrue();
    }
    assertThat(words().check("3x3").right()).isFalse();
    assertThat(words().check("").message()).contains("yours is empty");
  }

  @Test
  void aRoundedNumberThatMayBeAMistakeIsAskedForMoreDigits() {
    Exercise close =
        of(
            random ->
                Question.asking("How many?")
                    .answer(1_000_400, "So.")
                    .mistake(1_000_300, "Almost.")
                    .hint("Count."));
    assertThat(close.check("1.00M").message()).contains("give more of them");
  }

  /** Things that have no business in an answer. */
  @Provide
  Arbitrary<Object> anything() {
    Object hostile =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text for you");
          }
        };
    return Arbitraries.oneOf(
        Arbitraries.strings().map(s -> (Object) s),
        Arbitraries.doubles().map(d -> (Object) d),
        Arbitraries.longs().map(l -> (Object) l),
        Arbitraries.of(
            new Object[0],
            new int[0],
            new int[][] {{1}, {2, 3}},
            new Object[] {null, "x"},
            List.of(),
            Map.of(),
            hostile,
            'x',
            true,
            Double.NaN,
            new StringBuilder("[1,"),
            Shape.of(1),
            Thread.class));
  }

  @Property(tries = 400)
  void answersAnythingWithAVerdict(@ForAll("anything") Object given) {
    for (Exercise exercise : List.of(number(), percent(), shape(), values(), words())) {
      assertThat(exercise.check(given).message()).isNotBlank();
    }
    assertThat(Exercises.draw("field-function", 1).check(given).message()).contains("a function");
  }

  @Test
  void nothingIsAnsweredToo() {
    assertThat(number().check(null).message()).contains("you gave nothing (null)");
    assertThat(words().check(null).message()).contains("you gave nothing (null)");
    assertThat(number().check(a -> 1).message()).contains("you gave a function");
  }

  @Test
  void theLastHintSaysSoAndTheSolutionAsksForAnAttempt() {
    Exercise exercise = number();
    assertThat(exercise.solution()).contains("Try once").doesNotContain("120");
    assertThat(exercise.hint()).isEqualTo("Hint 1 of 2: Count.");
    assertThat(exercise.hint()).isEqualTo("The last hint: Count again.");
    assertThat(exercise.hint())
        .isEqualTo("There are no more hints; the last one was: Count again.");
    assertThat(exercise.check(1).right()).isFalse();
    assertThat(exercise.solution()).startsWith("120,422,400. That many.");
  }

  @Test
  void anOperationIsAMistakeThatCanBeCompared() {
    Exercise exercise = Exercises.draw("direct-five", 1);
    long right = Long.parseLong(exercise.key().split("\\.", 2)[0].replace(",", ""));
    Verdict verdict = exercise.check(right / 25 * 9);
    assertThat(verdict.message()).contains("with a 3×3");
    assertThat(verdict.compare().toString()).contains("right for this", "3×3");
    assertThat(verdict.compare().html()).contains("<table");
    assertThat(exercise.check(17).compare().toString()).contains("no network known");
  }

  @Test
  void figuresWithTwoDiagnosesForOneNumberAreDrawnAgain() {
    Topic unlucky =
        Topic.of(
            "unlucky",
            Group.OWN,
            1,
            "unlucky",
            random -> {
              int n = 1 + random.nextInt(3);
              return Question.asking("n = %d?", n)
                  .answer(100, "So.")
                  .mistake(n, "It is n.")
                  .mistake(2, "It is 2.")
                  .hint("No.");
            });
    for (int seed = 0; seed < 50; seed++) {
      assertThat(unlucky.draw(seed).question()).isNotEqualTo("n = 2?");
    }
    Function<Random, Question> never =
        random -> Question.asking("?").answer(0, "So.").mistake(1, "One.").hint("No.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(never))
        .withMessageContaining("Of 200 draws of 'test' none is a fair question: the answer is 0");
  }
}
