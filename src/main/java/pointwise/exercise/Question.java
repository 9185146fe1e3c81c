package pointwise.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import pointwise.cost.CostReport;
import pointwise.exercise.answer.Answer;
import pointwise.exercise.answer.Code;
import pointwise.exercise.answer.CodeAnswer;
import pointwise.exercise.answer.DecimalAnswer;
import pointwise.exercise.answer.NumberAnswer;
import pointwise.exercise.answer.ShapeAnswer;
import pointwise.exercise.answer.Texts;
import pointwise.exercise.answer.ValuesAnswer;
import pointwise.exercise.answer.WordsAnswer;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Picture;
import pointwise.view.diagram.Diagrams;

/**
 * A question in the making: what is asked, the answer as the library computes it, the mistakes that
 * lead to other answers, and hints.
 *
 * <pre>{@code
 * Conv2d stem = conv(64, 7).stride(2).same();
 * Question.asking("How many multiplications does %s take on %s?", stem, image)
 *     .answer(MULTIPLICATIONS, stem, image, "Each output takes 7·7·3.")
 *     .mistake(stem.stride(1), "That is with stride 1.")
 *     .hint("How many outputs are there?")
 * }</pre>
 *
 * <p>Texts are formats as {@code String.format} knows them, with their values after them.
 */
public final class Question {
  final String text;
  final Map<String, String> options = new LinkedHashMap<>();
  final Map<String, Tensor> given = new LinkedHashMap<>();
  final List<Picture> pictures = new ArrayList<>();
  final List<String> hints = new ArrayList<>();
  final List<Mistake> mistakes = new ArrayList<>();
  private final List<Mistake> slips = new ArrayList<>();
  private final List<Mistake> pairs = new ArrayList<>();
  Answer answer;
  String solution;
  private Measure measure;
  private Op operation;
  private int usual;
  private Shape input;
  private boolean multiplications;

  private Question(String text) {
    this.text = text;
  }

  /** Begins with what is asked. */
  public static Question asking(String question, Object... values) {
    return new Question(Texts.say(question, values));
  }

  /** Begins with what is asked, word by word. */
  static Question saying(String question) {
    return new Question(question);
  }

  /** A tensor that the question speaks of. */
  public Question given(String name, Tensor tensor) {
    given.put(Texts.say(name), tensor);
    return this;
  }

  /** A picture that belongs to the question. */
  public Question picture(Picture picture) {
    pictures.add(picture);
    return this;
  }

  /** The answer is a whole number, and how it comes about. */
  public Question answer(long computed, String how, Object... values) {
    return answer(new NumberAnswer(computed), how, values);
  }

  /** The answer is a number that may be off by the tolerance. */
  public Question answer(double computed, double tolerance, String how, Object... values) {
    return answer(DecimalAnswer.of(computed, tolerance, false), how, values);
  }

  /** The answer is a percentage that may be off by the tolerance. */
  public Question answerPercent(double computed, double tolerance, String how, Object... values) {
    return answer(DecimalAnswer.of(computed, tolerance, true), how, values);
  }

  /** The answer is a shape. */
  public Question answer(Shape computed, String how, Object... values) {
    return answer(new ShapeAnswer(computed), how, values);
  }

  /** The answer is the values of a tensor. */
  public Question answer(Tensor computed, String how, Object... values) {
    return answer(new ValuesAnswer(computed), how, values);
  }

  /** The answer is a word or a few; any of the wordings is right, the first is shown. */
  public Question answer(List<String> wordings, String how, Object... values) {
    return answer(WordsAnswer.of(wordings), how, values);
  }

  /**
   * The answer is what the library computes of an operation on an input; mistakes that can happen
   * to such an operation need not be declared.
   */
  public Question answer(Measure asked, Op op, Shape shape, String how, Object... values) {
    measure = asked;
    operation = op;
    input = shape;
    multiplications = asked == Measure.MULTIPLICATIONS;
    slips.addAll(Slips.single(asked, op, shape));
    pairs.addAll(Slips.pairs(asked, op, shape));
    return answer(asked.of(op, shape), how, values);
  }

  /**
   * The answer is a function, tried on random cases until it fails.
   *
   * @param names of its arguments, separated by commas
   * @param cases draws the arguments: {@code int}s, or for {@link Code.OfLists} two {@code int[]}
   */
  public Question answer(
      Code right, String names, Function<Random, Object[]> cases, String how, Object... values) {
    return answer(CodeAnswer.of(right, names, cases), how, values);
  }

  /**
   * The answer is one of several sentences, which are shown in a random order with letters.
   *
   * @param right the sentence to be chosen
   * @param wrong the others, each with what is to be said to it
   */
  public Question choices(Random random, String right, Map<String, String> wrong, String how) {
    List<String> sentences = new ArrayList<>(wrong.keySet());
    Collections.sort(sentences);
    sentences.add(right);
    Collections.shuffle(sentences, random);
    for (String sentence : sentences) {
      options.put(String.valueOf((char) ('a' + options.size())), Texts.say(sentence));
    }
    options.forEach(
        (letter, sentence) -> {
          WordsAnswer chosen = new WordsAnswer(List.of(letter, sentence));
          if (sentence.equals(Texts.say(right))) {
            answer(chosen, how);
          }
        });
    wrong.forEach(
        (sentence, diagnosis) -> {
          String shown = Texts.say(sentence);
          options.forEach(
              (letter, option) -> {
                if (option.equals(shown)) {
                  mistakes.add(
                      new Mistake(new WordsAnswer(List.of(letter, shown)), Texts.say(diagnosis)));
                }
              });
        });
    return this;
  }

  private Question answer(Answer computed, String how, Object... values) {
    return kept(computed, Texts.say(how, values));
  }

  /** The answer, and how it comes about in the words that are shown. */
  Question kept(Answer computed, String how) {
    answer = computed;
    solution = how;
    return this;
  }

  /** A wrong answer as it was kept: one that a key lists, or two mistakes at once. */
  void add(Mistake made, boolean usualOne) {
    (usualOne ? mistakes : pairs).add(made);
  }

  /**
   * Draws what is asked about beside the question; figures for which the drawing holds the answer
   * are drawn again.
   *
   * @throws IllegalStateException if the answer is not the measure of an operation
   */
  public Question drawn() {
    return picture(
        drawing()
            .orElseThrow(
                () -> new IllegalStateException("Only the measure of an operation can be drawn")));
  }

  /** A wrong number and the mistake that leads to it; dropped where it is right by chance. */
  public Question mistake(long leadsTo, String diagnosis, Object... values) {
    return answer instanceof DecimalAnswer decimal
        ? mistake(decimal.with((double) leadsTo), diagnosis, values)
        : mistake(new NumberAnswer(leadsTo), diagnosis, values);
  }

  /** A wrong number, with the answer's tolerance, and the mistake that leads to it. */
  public Question mistake(double leadsTo, String diagnosis, Object... values) {
    if (answer instanceof DecimalAnswer decimal) {
      return mistake(decimal.with((double) leadsTo), diagnosis, values);
    }
    throw new IllegalStateException(
        "The answer is no decimal: give its tolerance, or whole numbers");
  }

  /** A wrong shape and the mistake that leads to it. */
  public Question mistake(Shape leadsTo, String diagnosis, Object... values) {
    return mistake(new ShapeAnswer(leadsTo), diagnosis, values);
  }

  /** Wrong values and the mistake that leads to them; dropped where they are right by chance. */
  public Question mistake(Tensor leadsTo, String diagnosis, Object... values) {
    return mistake(new ValuesAnswer(leadsTo), diagnosis, values);
  }

  /** Wrong words, in several wordings, and what is to be said to them. */
  public Question mistake(List<String> wordings, String diagnosis, Object... values) {
    return mistake(WordsAnswer.of(wordings), diagnosis, values);
  }

  /** A wrong function and the mistake that leads to it. */
  public Question mistake(Code wrong, String diagnosis, Object... values) {
    CodeAnswer right = (CodeAnswer) answer;
    return mistake(new CodeAnswer(wrong, right.names(), right.cases()), diagnosis, values);
  }

  /**
   * An operation that somebody takes for the right one, counted as the answer is.
   *
   * @throws IllegalStateException if the answer is not the measure of an operation
   */
  public Question mistake(Op instead, String diagnosis, Object... values) {
    return mistake(instead, input, diagnosis, values);
  }

  /** An operation on another input than the right one, counted as the answer is. */
  public Question mistake(Op instead, Shape on, String diagnosis, Object... values) {
    if (measure == null) {
      throw new IllegalStateException(
          "An operation is a mistake only where the answer is one: answer(MULTIPLICATIONS, op, …)");
    }
    Answer leadsTo;
    try {
      leadsTo = measure.of(instead, on);
    } catch (IllegalArgumentException impossible) {
      return this; // nobody can have counted what does not exist on that input
    }
    if (!answer.matches(leadsTo.value())) {
      Optional<CostReport> report = Optional.of(CostReport.of(instead, on));
      mistakes.add(new Mistake(leadsTo, Texts.say(diagnosis, values), report));
    }
    return this;
  }

  private Question mistake(Answer leadsTo, String diagnosis, Object... values) {
    if (answer == null || answer.getClass() != leadsTo.getClass()) {
      throw new IllegalStateException("A mistake comes after the answer and is of its kind");
    }
    if (!answer.matches(leadsTo.value())) {
      mistakes.add(new Mistake(leadsTo, Texts.say(diagnosis, values)));
    }
    return this;
  }

  /** The mistakes that somebody makes alone: the question's own first, no two at once. */
  List<Mistake> usualMistakes() {
    return List.copyOf(mistakes.subList(0, usual));
  }

  /** What has to be kept: the rest can happen in every count, and is added again. */
  List<Mistake> declaredMistakes() {
    List<Mistake> general =
        answer instanceof NumberAnswer number
            ? Slips.arithmetic(number.number(), multiplications)
            : List.of();
    return usualMistakes().stream()
        .filter(made -> general.stream().noneMatch(slip -> slip.equals(made)))
        .toList();
  }

  /** Two mistakes of the operation at once. */
  List<Mistake> declaredPairs() {
    return mistakes.stream().filter(pairs::contains).toList();
  }

  boolean isOfMultiplications() {
    return multiplications;
  }

  /** The operation that is asked about, drawn; nothing where the answer is of no operation. */
  Optional<Picture> drawing() {
    return operation == null ? Optional.empty() : Optional.of(Diagrams.of(operation, input));
  }

  /** The number is one of multiplications: twice as many are the FLOPs, half as many a mistake. */
  public Question multiplications() {
    multiplications = true;
    return this;
  }

  /** The next hint; the last one may come close, but must not tell. */
  public Question hint(String hint, Object... values) {
    hints.add(Texts.say(hint, values));
    return this;
  }

  /**
   * Makes sure that the question is fair, and adds the mistakes that can happen in every count.
   *
   * @throws UnsuitableDraw if two declared mistakes have one result, or the answer is trivial
   * @throws IllegalStateException if the answer or the hints are missing
   */
  Question fair() {
    if (answer == null || hints.isEmpty()) {
      throw new IllegalStateException("A question needs an answer and a hint: " + text);
    }
    if (!answer.degenerate().isEmpty()) {
      throw new UnsuitableDraw(answer.degenerate());
    }
    if (Leaks.isInPicture(this)) {
      throw new UnsuitableDraw("the drawing holds the answer");
    }
    for (int i = 0; i < mistakes.size(); i++) {
      for (int j = 0; j < i; j++) {
        Mistake one = mistakes.get(i);
        Mistake other = mistakes.get(j);
        if (other.leadsTo().matches(one.leadsTo().value())
            && !one.diagnosis().equals(other.diagnosis())) {
          throw new UnsuitableDraw(
              "two mistakes lead to %s: '%s' and '%s'"
                  .formatted(one.leadsTo(), other.diagnosis(), one.diagnosis()));
        }
      }
    }
    List<Mistake> own = List.copyOf(mistakes);
    addWhereNew(slips);
    if (answer instanceof NumberAnswer number) {
      addWhereNew(Slips.arithmetic(number.number(), multiplications));
    }
    usual = mistakes.size();
    addWhereNew(pairs);
    own.forEach(mistake -> addWhereNew(Slips.onTop(mistake, multiplications)));
    return this;
  }

  /** What is declared goes before what can happen in every count. */
  private void addWhereNew(List<Mistake> general) {
    for (Mistake slip : general) {
      if (!answer.matches(slip.leadsTo().value())
          && mistakes.stream().noneMatch(m -> m.leadsTo().matches(slip.leadsTo().value()))) {
        mistakes.add(slip);
      }
    }
  }
}
