package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.exercise.ExercisesTest.diagnosed;
import static pointwise.exercise.ExercisesTest.numbers;

/** An exercise that is worked out again from the figures in its question. */
abstract class WorkedOut {
  Exercise exercise;
  long answer;

  /** Draws an exercise; the result is the numbers in its question. */
  long[] draw(String id, long seed) {
    exercise = Exercises.draw(id, seed);
    return numbers(exercise.toString());
  }

  void right(long given) {
    answer = given;
    assertThat(exercise.check(given).right()).as("%s: %d", exercise, given).isTrue();
  }

  /** A mistake that leads to the right number by chance is none. */
  void mistake(long given, String diagnosis) {
    if (given != answer) {
      diagnosed(exercise, given, diagnosis);
    }
  }
}
