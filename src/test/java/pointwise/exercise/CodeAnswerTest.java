package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import pointwise.practice.Exercises;

/** Functions of every kind are tried, and whatever they do, the kernel lives. */
class CodeAnswerTest {
  /** The first seed that asks for the field, not the step. */
  private static Exercise field() {
    for (long seed = 1; ; seed++) {
      Exercise exercise = Exercises.draw("field-function", seed);
      if (exercise.question().contains("one output of the last one sees")) {
        return exercise;
      }
    }
  }

  private static long right(int[] kernels, int[] strides) {
    return kernels.length == 0
        ? 1
        : (right(
                        Arrays.copyOfRange(kernels, 1, kernels.length),
                        Arrays.copyOfRange(strides, 1, strides.length))
                    - 1)
                * strides[0]
            + kernels[0];
  }

  @Test
  void theRightFunctionIsRightHoweverItIsWritten() {
    assertThat(field().check(CodeAnswerTest::right).right()).isTrue();
  }

  @Test
  void aWrongOneIsShownTheSmallestCaseOnWhichItFails() {
    Verdict verdict = field().check((kernels, strides) -> kernels[0]);
    assertThat(verdict.right()).isFalse();
    assertThat(verdict.message())
        .containsPattern("For kernels = \\[\\d+, \\d+\\], strides = \\[\\d+, \\d+\\]")
        .containsPattern("your function gives \\d+; it should give \\d+");
  }

  @Test
  void aKnownMistakeIsNamed() {
    assertThat(field().check((k, s) -> 1 + Arrays.stream(k).sum() - k.length).message())
        .contains("forgets the strides");
  }

  @Test
  void itMayThrow() {
    assertThat(field().check((kernels, strides) -> kernels[99]).message())
        .contains("throws ArrayIndexOutOfBoundsException: Index 99");
  }

  @Test
  void itMayCallItselfWithoutEnd() {
    assertThat(field().check(CodeAnswerTest::endless).message())
        .contains("calls itself without end");
  }

  @SuppressWarnings("InfiniteRecursion")
  private static long endless(int[] kernels, int[] strides) {
    return 1 + endless(kernels, strides);
  }

  @Test
  void itMayLoopForEver() throws InterruptedException {
    AtomicLong turns = new AtomicLong();
    Verdict verdict =
        field()
            .check(
                (kernels, strides) -> {
                  while (turns.incrementAndGet() > 0) {
                    Thread.interrupted();
                  }
                  return 0;
                });
    assertThat(verdict.message()).contains("does not end");
    if (Runtime.version().feature() < 20) {
      long before = turns.get();
      Thread.sleep(50);
      assertThat(turns.get()).as("it is stopped").isEqualTo(before);
    }
    // Where it cannot be stopped it would run beside all other tests of this JVM.
    turns.set(Long.MIN_VALUE);
  }

  @Test
  void itMayPrintAMegabyte() {
    Exercise exercise = field();
    Verdict verdict =
        exercise.check(
            (kernels, strides) -> {
              for (int i = 0; i < 10_000; i++) {
                System.out.println("x".repeat(1000));
              }
              return 1;
            });
    assertThat(verdict.message()).contains("prints without end");
  }

  @Test
  void itMayNotEndTheKernel() {
    assumeTrue(Runtime.version().feature() <= 17, "newer JVMs cannot be kept from it");
    Verdict verdict =
        field()
            .check(
                (kernels, strides) -> {
                  System.exit(3);
                  return 1;
                });
    assertThat(verdict.message()).contains("calls System.exit, which would end the kernel");
  }

  @Test
  void itMayNotChangeWhatItIsTriedOn() {
    Exercise exercise = field();
    exercise.check(
        (kernels, strides) -> {
          Arrays.fill(kernels, 0);
          return 0;
        });
    assertThat(exercise.check(CodeAnswerTest::right).right()).isTrue();
  }

  @Test
  void ofOtherArgumentsItIsNotTried() {
    assertThat(field().check((a, b, c) -> 1).message())
        .contains(
            "a function: check((kernels, strides) -> …); your function takes other arguments");
  }
}
