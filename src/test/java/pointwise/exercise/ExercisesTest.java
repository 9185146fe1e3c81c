package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import pointwise.practice.Exercises;

class ExercisesTest {
  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.of(Set.copyOf(Exercises.ids()));
  }

  @Property(tries = 60)
  void theSameSeedDrawsTheSameExercise(@ForAll("ids") String id, @ForAll long seed) {
    assertThat(Exercises.draw(id, seed).toString()).isEqualTo(Exercises.draw(id, seed).toString());
    assertThat(Exercises.draw(id, seed).key()).isEqualTo(Exercises.draw(id, seed).key());
  }

  /** The answer and every mistake, worked out here from the question's own figures. */
  @Property(tries = 60)
  void diagnosesTheMistakesOfAConvolution(@ForAll long seed) {
    Exercise exercise = Exercises.draw("multiplications", seed);
    long[] n = numbers(exercise.toString());
    // A k×k convolution with f filters and SAME padding runs over a h×w×d volume.
    long k = n[0];
    long f = n[2];
    long h = n[3];
    long w = n[4];
    long d = n[5];
    long answer = h * w * f * k * k * d;
    assertThat(exercise.check(answer).right()).isTrue();
    diagnosed(exercise, answer + h * w * f, "counts the biases");
    diagnosed(exercise, 2 * answer, "FLOPs");
    diagnosed(exercise, h * w * k * k * d, "one filter");
    diagnosed(exercise, h * w * f * k * k, "one input channel");
    diagnosed(exercise, h * w * f * d, "1×1 kernel");
    diagnosed(exercise, h * w * f * k * d, "both sides");
    diagnosed(exercise, (h - k + 1) * (w - k + 1) * f * k * k * d, "without padding");
    diagnosed(exercise, f * k * k * d, "Those are the weights");
    long p = k / 2;
    long inside = (h * k - p * (p + 1)) * (w * k - p * (p + 1)) * d * f;
    diagnosed(exercise, inside, "leaves out the padding's zeros");
    if (answer > Integer.MAX_VALUE) {
      diagnosed(exercise, (int) answer, "overflowed an int");
    }
  }

  @Property(tries = 60)
  void diagnosesTheMistakesOfABottleneck(@ForAll long seed) {
    Exercise exercise = Exercises.draw("bottleneck", seed);
    long[] n = numbers(exercise.toString());
    // A h×w×d volume goes through r filters of 1×1, a ReLU and f filters of 5×5.
    long positions = n[0] * n[1];
    long ones = positions * n[2] * n[3];
    long fives = positions * 25 * n[3] * n[6];
    assertThat(exercise.check(ones + fives).right()).isTrue();
    diagnosed(exercise, fives, "5×5 alone");
    diagnosed(exercise, ones, "1×1 alone");
    diagnosed(exercise, positions * 25 * n[2] * n[6], "straight on");
    diagnosed(exercise, ones + positions * 25 * n[2] * n[6], "still sees");
  }

  @Property(tries = 60)
  void findsTheBreakEvenWidth(@ForAll long seed) {
    Exercise exercise = Exercises.draw("break-even", seed);
    long[] n = numbers(exercise.toString());
    // f filters of k×k (SAME) run over a h×w×d volume.
    long f = n[0];
    long kk = n[1] * n[2];
    long d = n[5];
    long widest = 0;
    while ((widest + 1) * (d + kk * f) < kk * d * f) {
      widest++;
    }
    assertThat(exercise.check(widest).right()).isTrue();
    diagnosed(exercise, widest + 1, "already costs no less");
    diagnosed(exercise, d, "nothing is reduced");
  }

  @Test
  void aModulesExercisesKnowModule3a() {
    Exercise channels = Exercises.draw("concat-channels", 5);
    long[] n = numbers(channels.toString());
    assertThat(channels.check(n[0] + n[2] + n[4] + n[5]).right()).isTrue();
    diagnosed(channels, n[0] + n[1] + n[2] + n[3] + n[4] + n[5], "do not leave the module");
    Exercise parameters = Exercises.draw("module-parameters", 5);
    long[] m = numbers(parameters.toString());
    long d = m[8];
    long weights = d * (m[0] + m[1] + m[3] + m[5]) + 9 * m[1] * m[2] + 25 * m[3] * m[4];
    long biases = m[0] + m[1] + m[2] + m[3] + m[4] + m[5];
    assertThat(parameters.check(weights + biases).right()).isTrue();
    diagnosed(parameters, weights, "a bias as well");
    diagnosed(parameters, 28 * 28 * weights, "Those are the multiplications");
  }

  @Test
  void saysOnlyTooSmallOrTooLargeOfAnUnknownNumber() {
    Exercise exercise = Exercises.draw("multiplications", 1);
    long answer = leadingNumber(exercise.key());
    assertThat(exercise.check(1).message()).contains("too small").doesNotContain("times");
    assertThat(exercise.check(answer - 1).message()).contains("too small");
    assertThat(exercise.check(answer * 17).message()).contains("too large");
  }

  @Test
  void showsItselfInANotebookAsTextThatWraps() {
    Exercise exercise = Exercises.draw("multiplications", 1);
    assertThat(exercise.html())
        .startsWith("<p ")
        .contains(exercise.toString().replace("'", "&#39;"));
    Verdict wrong = exercise.check(1);
    assertThat(wrong.html()).contains("#d55e00").contains("✗ Not yet: 1.");
    Verdict right = exercise.check(leadingNumber(exercise.key()));
    assertThat(right.html()).contains("#009e73").contains("✓ Right: ");
  }

  @Test
  void showsTheTensorsThatItSpeaksOfAsGrids() {
    Exercise exercise = Exercises.draw("one-by-one-product", 1);
    assertThat(exercise.html()).contains("pixel<table", "<caption");
    assertThat(exercise.toString()).contains("\npixel: [[");
  }

  @Test
  void namesTheExercisesThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exercises.draw("multiplication", 1))
        .withMessageStartingWith(
            "There is no exercise 'multiplication'; did you mean multiplications?");
  }

  static void diagnosed(Exercise exercise, long wrong, String diagnosis) {
    diagnosed(exercise, exercise.check(wrong), diagnosis);
  }

  static void diagnosed(Exercise exercise, Verdict verdict, String diagnosis) {
    assertThat(verdict.right()).isFalse();
    assertThat(verdict.message()).as(exercise.toString()).contains(diagnosis);
  }

  private static long leadingNumber(String text) {
    return Long.parseLong(text.substring(0, text.indexOf('.')).replace(",", ""));
  }

  /** The numbers in a text; 1,024 is one of them. */
  static long[] numbers(String text) {
    Matcher matcher = Pattern.compile("\\d+").matcher(text.replaceAll("(?<=\\d),(?=\\d)", ""));
    return matcher.results().mapToLong(result -> Long.parseLong(result.group())).toArray();
  }
}
