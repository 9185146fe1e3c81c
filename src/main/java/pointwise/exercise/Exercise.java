package pointwise.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pointwise.view.Display;
import pointwise.view.Html;

/**
 * A question whose answer is a number, with the mistakes that lead to other numbers.
 *
 * <p>The answer and what each mistake would give are computed by the library, never stored. Hints
 * come one after another; the solution only when asked.
 */
public final class Exercise implements Display {
  private final String question;
  private final long answer;
  private final String solution;
  private final List<Mistake> mistakes;
  private final List<String> hints;
  private int hintsGiven;

  private Exercise(Builder builder) {
    this.question = builder.question;
    this.answer = builder.answer;
    this.solution = builder.solution;
    this.mistakes = List.copyOf(builder.mistakes);
    this.hints = List.copyOf(builder.hints);
  }

  private record Mistake(long leadsTo, String diagnosis) {}

  /** Judges an answer, and says which mistake leads to it if it is wrong. */
  public Verdict check(long given) {
    if (given == answer) {
      return new Verdict(true, "Right: %,d. %s".formatted(answer, solution));
    }
    Set<String> diagnoses = new LinkedHashSet<>();
    for (Mistake mistake : mistakes) {
      if (mistake.leadsTo == given) {
        diagnoses.add(mistake.diagnosis);
      }
    }
    if (diagnoses.isEmpty()) {
      diagnoses.add(measure(given));
    }
    return new Verdict(false, "Not yet: %,d. %s".formatted(given, String.join(" Or: ", diagnoses)));
  }

  /** What can be said of a number that no known mistake leads to. */
  private String measure(long given) {
    if (given > 0 && answer % given == 0) {
      return "The right number is exactly %,d times as large: which factor is missing?"
          .formatted(answer / given);
    }
    if (given > 0 && given % answer == 0) {
      return "That is exactly %,d times the right number: which factor is too many?"
          .formatted(given / answer);
    }
    return "That is too " + (given < answer ? "small." : "large.") + " Ask for a hint().";
  }

  /** The next hint; the last one is repeated. */
  public String hint() {
    String hint = hints.get(Math.min(hintsGiven, hints.size() - 1));
    hintsGiven++;
    return hint;
  }

  /** The answer and how it comes about. */
  public String solution() {
    return "%,d. %s".formatted(answer, solution);
  }

  @Override
  public String html() {
    return Html.paragraph("#0072b2", question);
  }

  /** The question. */
  @Override
  public String toString() {
    return question;
  }

  /** Begins an exercise with its question. */
  static Builder asking(String question, Object... values) {
    return new Builder(question.formatted(values));
  }

  /** Collects what makes up an exercise. */
  static final class Builder {
    private final String question;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private long answer;
    private String solution;

    private Builder(String question) {
      this.question = question;
    }

    /** The answer, as computed by the library, and how it comes about. */
    Builder answer(long computed, String how, Object... values) {
      this.answer = computed;
      this.solution = how.formatted(values);
      return this;
    }

    /** A wrong number and the mistake that leads to it; dropped where it is right by chance. */
    Builder mistake(long leadsTo, String diagnosis, Object... values) {
      if (leadsTo != answer) {
        mistakes.add(new Mistake(leadsTo, diagnosis.formatted(values)));
      }
      return this;
    }

    /** Twice the number: whoever counts additions as well. */
    Builder flops() {
      return mistake(2 * answer, "That is the FLOPs: a multiplication and an addition each.");
    }

    /** The number that is left when an {@code int} overflows. */
    Builder overflow() {
      int overflowed = (int) answer;
      return mistake(overflowed, "Your arithmetic overflowed an int: compute in long.");
    }

    Builder hint(String hint, Object... values) {
      hints.add(hint.formatted(values));
      return this;
    }

    Exercise build() {
      if (hints.isEmpty()) {
        throw new IllegalStateException("An exercise needs a hint: " + question);
      }
      return new Exercise(this);
    }
  }
}
