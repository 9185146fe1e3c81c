package pointwise.exercise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pointwise.exercise.answer.Answer;
import pointwise.exercise.answer.DecimalAnswer;
import pointwise.exercise.answer.NumberAnswer;
import pointwise.exercise.answer.ShapeAnswer;
import pointwise.exercise.answer.ValuesAnswer;

/**
 * Whether what an exercise says to wrong answers, and its hints, give the answer away: by holding
 * it, or by a number from which it follows in one step together with what was given.
 */
final class Leaks {
  private static final Pattern NUMBER = Pattern.compile("\\d+(,\\d{3})*(\\.\\d+)?");

  /** Smaller numbers are part of the language: one filter, two biases. */
  private static final BigDecimal SMALL = BigDecimal.TEN;

  private static final long[] PROBES = {0, 1, -1, 2, 3, 7, 10, 100, 1000, 1_000_000};

  private Leaks() {}

  /** What gives the answer away, in words; nothing if all is well. */
  static Set<String> of(Exercise exercise) {
    Set<String> leaks = new TreeSet<>();
    Question question = exercise.made();
    Set<BigDecimal> open = numbers(exercise.toString());
    for (String hint : question.hints) {
      if (holds(question.answer, hint, open)) {
        leaks.add("a hint holds the answer: " + hint);
      }
    }
    for (Mistake mistake : question.mistakes) {
      String told = mistake.diagnosis();
      if (holds(question.answer, told, open)) {
        leaks.add("a diagnosis holds the answer: " + told);
      }
      follows(question.answer, mistake.leadsTo(), told, open)
          .forEach(way -> leaks.add("the answer follows from a diagnosis (" + way + "): " + told));
    }
    for (long probe : PROBES) {
      Verdict verdict = exercise.check(probe);
      Answer given = new NumberAnswer(probe);
      if (!verdict.right() && question.answer instanceof NumberAnswer) {
        String told = verdict.message().replaceFirst(Pattern.quote(given.toString()), "");
        if (holds(question.answer, told, open)) {
          leaks.add("a verdict holds the answer: " + told);
        }
        follows(question.answer, given, told, open)
            .forEach(way -> leaks.add("the answer follows from a verdict (" + way + "): " + told));
      }
    }
    return leaks;
  }

  /** Whether a picture beside the question holds the answer, which the question does not. */
  static boolean isInPicture(Question question) {
    Set<BigDecimal> open = numbers(question.text);
    return question.pictures.stream()
        .anyMatch(picture -> holds(question.answer, picture.alt(), open));
  }

  private static boolean holds(Answer answer, String text, Set<BigDecimal> open) {
    if (answer instanceof NumberAnswer number) {
      BigDecimal right = BigDecimal.valueOf(number.number());
      return right.compareTo(SMALL) >= 0
          && !contains(open, right)
          && contains(numbers(text), right);
    }
    if (answer instanceof DecimalAnswer decimal) {
      return !contains(open, decimal.number())
          && numbers(text).stream()
              .anyMatch(
                  n ->
                      n.scale() > 0
                          && n.subtract(decimal.number()).abs().compareTo(decimal.tolerance())
                              <= 0);
    }
    if (answer instanceof ShapeAnswer || answer instanceof ValuesAnswer) {
      return text.contains(answer.toString());
    }
    return false;
  }

  /** The ways in which a number that only the text has leads from the wrong answer to the right. */
  private static List<String> follows(
      Answer answer, Answer given, String text, Set<BigDecimal> open) {
    List<String> ways = new ArrayList<>();
    if (!(answer instanceof NumberAnswer right && given instanceof NumberAnswer wrong)) {
      return ways;
    }
    BigDecimal a = BigDecimal.valueOf(right.number());
    BigDecimal g = BigDecimal.valueOf(wrong.number());
    for (BigDecimal told : numbers(text)) {
      if (told.compareTo(SMALL) < 0 || contains(open, told)) {
        continue;
      }
      if (g.add(told).compareTo(a) == 0) {
        ways.add(way("+", told));
      }
      if (g.subtract(told).abs().compareTo(a) == 0) {
        ways.add(way("−", told));
      }
      if (g.multiply(told).compareTo(a) == 0) {
        ways.add(way("·", told));
      }
      if (a.multiply(told).compareTo(g) == 0
          || (g.signum() != 0 && a.multiply(g).compareTo(told) == 0)) {
        ways.add(way("/", told));
      }
    }
    return ways;
  }

  private static String way(String sign, BigDecimal told) {
    return String.format(Locale.ROOT, "%s %s", sign, told.toPlainString());
  }

  private static boolean contains(Set<BigDecimal> numbers, BigDecimal number) {
    return numbers.contains(number.stripTrailingZeros());
  }

  private static Set<BigDecimal> numbers(String text) {
    Set<BigDecimal> numbers = new HashSet<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(new BigDecimal(matcher.group().replace(",", "")).stripTrailingZeros());
    }
    return numbers;
  }
}
