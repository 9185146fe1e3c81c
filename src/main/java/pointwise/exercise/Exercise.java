package pointwise.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pointwise.tensor.Tensor;
import pointwise.view.Display;
import pointwise.view.Html;
import pointwise.view.table.Tables;

/**
 * A question whose answer is a number or a tensor, with the mistakes that lead to other answers.
 *
 * <p>The answer and what each mistake would give are computed by the library, never stored. Hints
 * come one after another; the solution only when asked.
 */
public final class Exercise implements Display {
  private final String question;
  private final Map<String, Tensor> given;
  private final Answer answer;
  private final String solution;
  private final List<Mistake> mistakes;
  private final List<String> hints;
  private int hintsGiven;

  private Exercise(Builder builder) {
    this.question = builder.question;
    this.given = builder.given;
    this.answer = builder.answer;
    this.solution = builder.solution;
    this.mistakes = List.copyOf(builder.mistakes);
    this.hints = List.copyOf(builder.hints);
  }

  private record Mistake(Answer leadsTo, String diagnosis) {}

  /** Judges a number, and says which mistake leads to it if it is wrong. */
  public Verdict check(long given) {
    return judge(new Answer.Number(given));
  }

  /** Judges the values of a tensor, and says which mistake leads to them if they are wrong. */
  public Verdict check(Tensor given) {
    return judge(new Answer.Values(given));
  }

  private Verdict judge(Answer given) {
    if (answer.matches(given)) {
      return new Verdict(true, "Right: %s. %s".formatted(answer, solution));
    }
    Set<String> diagnoses = new LinkedHashSet<>();
    for (Mistake mistake : mistakes) {
      if (mistake.leadsTo.matches(given)) {
        diagnoses.add(mistake.diagnosis);
      }
    }
    if (diagnoses.isEmpty()) {
      diagnoses.add(answer.compare(given));
    }
    return new Verdict(false, "Not yet: %s. %s".formatted(given, String.join(" Or: ", diagnoses)));
  }

  /** The next hint; the last one is repeated. */
  public String hint() {
    String hint = hints.get(Math.min(hintsGiven, hints.size() - 1));
    hintsGiven++;
    return hint;
  }

  /** The answer and how it comes about. */
  public String solution() {
    return "%s. %s".formatted(answer, solution);
  }

  @Override
  public String html() {
    StringBuilder html = new StringBuilder(Html.paragraph("#0072b2", question));
    given.forEach((name, tensor) -> html.append(Html.labelled(name, Tables.html(tensor))));
    return html.toString();
  }

  /** The question, with the tensors it speaks of. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(question);
    given.forEach(
        (name, tensor) -> text.append("\n").append(name).append(": ").append(tensor.toLiteral()));
    return text.toString();
  }

  /** Begins an exercise with its question. */
  static Builder asking(String question, Object... values) {
    return new Builder(String.format(Locale.ROOT, question, values));
  }

  /** Collects what makes up an exercise. */
  static final class Builder {
    private final String question;
    private final Map<String, Tensor> given = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private Answer answer;
    private String solution;

    private Builder(String question) {
      this.question = question;
    }

    /** A tensor that the question speaks of. */
    Builder given(String name, Tensor tensor) {
      given.put(name, tensor);
      return this;
    }

    /** The answer, as computed by the library, and how it comes about. */
    Builder answer(long computed, String how, Object... values) {
      return answer(new Answer.Number(computed), how, values);
    }

    /** The answer, as computed by the library, and how it comes about. */
    Builder answer(Tensor computed, String how, Object... values) {
      return answer(new Answer.Values(computed), how, values);
    }

    private Builder answer(Answer computed, String how, Object... values) {
      this.answer = computed;
      this.solution = String.format(Locale.ROOT, how, values);
      return this;
    }

    /** A wrong number and the mistake that leads to it; dropped where it is right by chance. */
    Builder mistake(long leadsTo, String diagnosis, Object... values) {
      return mistake(new Answer.Number(leadsTo), diagnosis, values);
    }

    /** Wrong values and the mistake that leads to them; dropped where they are right by chance. */
    Builder mistake(Tensor leadsTo, String diagnosis, Object... values) {
      return mistake(new Answer.Values(leadsTo), diagnosis, values);
    }

    private Builder mistake(Answer leadsTo, String diagnosis, Object... values) {
      if (!answer.matches(leadsTo)) {
        mistakes.add(new Mistake(leadsTo, String.format(Locale.ROOT, diagnosis, values)));
      }
      return this;
    }

    /** Twice the number: whoever counts additions as well. */
    Builder flops() {
      return mistake(2 * number(), "That is the FLOPs: a multiplication and an addition each.");
    }

    /** The number that is left when an {@code int} overflows. */
    Builder overflow() {
      int overflowed = (int) number();
      return mistake(overflowed, "Your arithmetic overflowed an int: compute in long.");
    }

    private long number() {
      return ((Answer.Number) answer).value();
    }

    Builder hint(String hint, Object... values) {
      hints.add(String.format(Locale.ROOT, hint, values));
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
