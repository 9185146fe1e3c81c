package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.exercise.ExercisesTest.diagnosed;
import static pointwise.exercise.ExercisesTest.numbers;

import pointwise.practice.Exercises;
import pointwise.tensor.Tensor;

/** An exercise that is worked out again from the figures in its question. */
abstract class WorkedOut {
  Exercise exercise;
  long answer;
  Tensor values;

  /** Draws an exercise; the result is the numbers in its question. */
  long[] draw(String id, long seed) {
    exercise = Exercises.draw(id, seed);
    return numbers(exercise.toString());
  }

  void right(long given) {
    answer = given;
    assertThat(exercise.check(given).right()).as("%s: %d", exercise, given).isTrue();
  }

  void right(Tensor given) {
    values = given;
    assertThat(exercise.check(given).right()).as("%s: %s", exercise, given).isTrue();
  }

  /** A tensor that the question names. */
  Tensor given(String name) {
    return exercise
        .toString()
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> Tensor.parse(line.substring(name.length() + 2)))
        .findFirst()
        .orElseThrow();
  }

  /** A mistake that leads to the right number by chance is none. */
  void mistake(long given, String diagnosis) {
    if (given != answer) {
      diagnosed(exercise, given, diagnosis);
    }
  }

  /** A mistake that leads to the right values by chance is none. */
  void mistake(Tensor given, String diagnosis) {
    // equals would tell 0.0 from -0.0
    if (!given.shape().equals(values.shape()) || given.maxDifference(values) > 0) {
      diagnosed(exercise, exercise.check(given), diagnosis);
    }
  }
}
