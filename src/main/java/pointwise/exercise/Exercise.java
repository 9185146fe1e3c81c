package pointwise.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pointwise.cost.CostReport;
import pointwise.exercise.answer.Code;
import pointwise.exercise.answer.Given;
import pointwise.exercise.answer.Texts;
import pointwise.exercise.answer.Unreadable;
import pointwise.tensor.Tensor;
import pointwise.view.Display;
import pointwise.view.Html;
import pointwise.view.Picture;
import pointwise.view.table.Tables;

/**
 * A question with its figures, to be answered: a number, a shape, values, words or a function.
 *
 * <p>The answer and what each mistake would give are computed by the library, never stored. Hints
 * come one after another; the solution only after an attempt.
 */
public final class Exercise implements Display {
  private final Question question;
  private final Topic topic;
  private final long seed;
  private int attempts;
  private int hintsGiven;

  Exercise(Question question, Topic topic, long seed) {
    this.question = question;
    this.topic = topic;
    this.seed = seed;
  }

  /** What it is about. */
  public Topic topic() {
    return topic;
  }

  /** By which it can be drawn again. */
  public long seed() {
    return seed;
  }

  /** What is asked, without the tensors it speaks of. */
  public String question() {
    return question.text;
  }

  /** The sentences to choose from, by their letters; none where the answer is free. */
  public Map<String, String> options() {
    return Map.copyOf(question.options);
  }

  /**
   * Judges an answer of any type, and says which mistake leads to it if it is wrong. A number may
   * be written {@code 120_422_400}, {@code "120,422,400"} or {@code "120.4M"}, a share {@code "11.5
   * %"}, a shape {@code "28x28x192"} or {@code Shape.of(28, 28, 192)}, values {@code "[[1, 2], [3,
   * 4]]"}.
   */
  public Verdict check(Object given) {
    return judge(given);
  }

  /** Judges a function of one number. */
  public Verdict check(Code.OfOne function) {
    return judge(function);
  }

  /** Judges a function of two lists. */
  public Verdict check(Code.OfLists function) {
    return judge(function);
  }

  /** Judges a function of three numbers. */
  public Verdict check(Code.OfThree function) {
    return judge(function);
  }

  /** Judges a function of four numbers. */
  public Verdict check(Code.OfFour function) {
    return judge(function);
  }

  /** Judges {@code null}, which is no answer. */
  public Verdict check(Code.Nothing nothing) {
    return judge(nothing);
  }

  private Verdict judge(Object given) {
    attempts++;
    Object read;
    try {
      read = question.answer.read(given);
    } catch (Unreadable unreadable) {
      return wrong(given, unreadable.getMessage(), "", Optional.empty());
    } catch (RuntimeException broken) {
      String remark =
          Texts.say("The answer is %s; what you gave cannot be read.", question.answer.wanted());
      return wrong(given, remark, "", Optional.empty());
    }
    Optional<Mistake> mistake =
        question.mistakes.stream().filter(m -> m.leadsTo().matches(read)).findFirst();
    if (question.answer.matches(read)) {
      return mistake.isEmpty() ? right() : wrong(given, tooCoarse(), "", Optional.empty());
    }
    return mistake
        .map(made -> wrong(given, made.diagnosis(), made.diagnosis(), made.report()))
        .orElseGet(() -> wrong(given, question.answer.remark(read), "", Optional.empty()));
  }

  private static String tooCoarse() {
    return Texts.say("With so few digits it may be right or a mistake: give more of them.");
  }

  private Verdict right() {
    String message = Texts.say("Right: %s. %s", question.answer, question.solution);
    return new Verdict(true, message, "", Optional.empty());
  }

  private static Verdict wrong(
      Object given, String remark, String mistake, Optional<CostReport> report) {
    return new Verdict(
        false, Texts.say("Not yet: %s. %s", Given.show(given), remark), mistake, report);
  }

  /** The next hint; it says when it is the last one. */
  public String hint() {
    List<String> hints = question.hints;
    int number = Math.min(++hintsGiven, hints.size());
    String hint = hints.get(number - 1);
    if (hintsGiven > hints.size()) {
      return Texts.say("There are no more hints; the last one was: %s", hint);
    }
    return number == hints.size()
        ? Texts.say("The last hint: %s", hint)
        : Texts.say("Hint %d of %d: %s", number, hints.size(), hint);
  }

  /** The answer and how it comes about, after an attempt. */
  public String solution() {
    return attempts == 0
        ? Texts.say(
            "Try once before you look: check(…), or hint() if you do not know how to begin.")
        : key();
  }

  /** The answer and how it comes about: what stands in the key of a paper. */
  public String key() {
    return Texts.say("%s. %s", question.answer, question.solution);
  }

  /** Wrong answers and what each means, for the person who marks a paper. */
  public Map<String, String> mistakes() {
    Map<String, String> mistakes = new LinkedHashMap<>();
    question
        .usualMistakes()
        .forEach(made -> mistakes.putIfAbsent(made.leadsTo().toString(), made.diagnosis()));
    return mistakes;
  }

  /** The operation that is asked about, drawn: for a key, since it may show the answer. */
  public Optional<Picture> drawing() {
    return question.drawing();
  }

  /** The same question with other figures. */
  public Exercise again() {
    return topic.other(this);
  }

  /** What is drawn beside the question. */
  @Override
  public List<Picture> pictures() {
    return List.copyOf(question.pictures);
  }

  /** What was asked for, in a few words: {@code one number}. */
  public String wanted() {
    return question.answer.wanted();
  }

  Question made() {
    return question;
  }

  @Override
  public String html() {
    StringBuilder html = new StringBuilder(Html.paragraph("#0072b2", question.text));
    question.options.forEach(
        (letter, sentence) ->
            html.append("<div style=\"margin: 4px 16px\"><b>")
                .append(letter)
                .append("</b> ")
                .append(Html.escape(sentence))
                .append("</div>"));
    question.given.forEach((name, tensor) -> html.append(Html.labelled(name, Tables.html(tensor))));
    return html.toString();
  }

  /** The question, with the tensors it speaks of and a drawing's words. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(words());
    question.pictures.forEach(picture -> text.append("\n").append(picture));
    return text.toString();
  }

  /** The question, with the tensors it speaks of. */
  public String words() {
    StringBuilder text = new StringBuilder(question.text);
    question.options.forEach(
        (letter, sentence) -> text.append("\n").append(letter).append(") ").append(sentence));
    for (Map.Entry<String, Tensor> entry : question.given.entrySet()) {
      text.append("\n").append(entry.getKey()).append(": ").append(entry.getValue().toLiteral());
    }
    return text.toString();
  }
}
