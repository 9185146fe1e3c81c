package pointwise.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pointwise.exercise.Exercise;
import pointwise.exercise.Verdict;
import pointwise.exercise.answer.Code;
import pointwise.view.Display;
import pointwise.view.Html;
import pointwise.view.Picture;

/**
 * A paper that is being sat in a notebook: answers are noted and not judged until the end, and none
 * is taken when the time is over.
 */
public final class Sitting implements Display {
  private final Paper paper;
  private final Clock clock;
  private final Instant begin;
  private final List<Exercise> exercises;
  private final Map<Integer, Score.Answered> answers = new TreeMap<>();
  private Score score;

  Sitting(Paper paper, Clock clock) {
    this.paper = paper;
    this.clock = clock;
    this.begin = clock.instant();
    this.exercises = paper.exercises();
    if (exercises.isEmpty()) {
      throw new IllegalArgumentException(
          "The paper '%s' has no questions".formatted(paper.title()));
    }
  }

  /**
   * A question, counted from 1.
   *
   * @throws IllegalArgumentException if there is none of that number
   */
  public Display question(int number) {
    Exercise exercise = exercise(number);
    String lead =
        String.format(Locale.ROOT, "Question %d of %d. %s", number, exercises.size(), clockText());
    return new Display() {
      @Override
      public String html() {
        return Html.paragraph("#888888", lead) + exercise.html();
      }

      @Override
      public List<Picture> pictures() {
        return exercise.pictures();
      }

      @Override
      public String toString() {
        return lead + "\n" + exercise;
      }
    };
  }

  /** Notes an answer; a later one to the same question takes its place. */
  public String answer(int number, Object given) {
    return note(number, String.valueOf(given), exercise(number).check(given));
  }

  /** Notes a function of two lists as an answer. */
  public String answer(int number, Code.OfLists function) {
    return note(number, "a function", exercise(number).check(function));
  }

  /** Notes a function of four numbers as an answer. */
  public String answer(int number, Code.OfFour function) {
    return note(number, "a function", exercise(number).check(function));
  }

  private String note(int number, String given, Verdict verdict) {
    if (score != null) {
      return "The paper is handed in; no more answers are taken.";
    }
    if (left().isNegative() || left().isZero()) {
      return "The time is over: this answer is not taken. finish() marks the others.";
    }
    answers.put(number, new Score.Answered(given, verdict));
    return String.format(
        Locale.ROOT, "Noted: %d of %d answered. %s", answers.size(), exercises.size(), clockText());
  }

  private Exercise exercise(int number) {
    if (number < 1 || number > exercises.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The questions are 1 to %d; there is no %d", exercises.size(), number));
    }
    return exercises.get(number - 1);
  }

  /** The time that is left; negative when it is over. */
  public Duration left() {
    return Duration.ofMinutes(paper.time()).minus(Duration.between(begin, clock.instant()));
  }

  private String clockText() {
    long seconds = Math.max(0, left().toSeconds());
    return seconds == 0
        ? "The time is over."
        : String.format(Locale.ROOT, "%d:%02d left.", seconds / 60, seconds % 60);
  }

  /** Hands the paper in and marks it; the marks stay, however often they are asked for. */
  public Score finish() {
    if (score == null) {
      score = Score.of(exercises, answers, Duration.between(begin, clock.instant()));
    }
    return score;
  }

  @Override
  public String html() {
    return Html.paragraph("#888888", clockText()) + paper.html();
  }

  @Override
  public String toString() {
    return clockText() + "\n" + paper;
  }
}
