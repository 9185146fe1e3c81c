package pointwise.exercise;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pointwise.exercise.answer.Texts;
import pointwise.tensor.Require;
import pointwise.view.Display;
import pointwise.view.Html;

/**
 * What 300 draws of an exercise show: whether each is fair, and how many differ.
 *
 * @param topic the exercise
 * @param draws how many were drawn
 * @param variants how many of the questions differ
 * @param answers how many of the answers differ
 * @param rejected how often figures were drawn again, and why
 * @param problems what is wrong, each with the first seed that shows it; none if it is fit for use
 */
public record Proof(
    Topic topic,
    int draws,
    int variants,
    int answers,
    Map<String, Integer> rejected,
    Map<String, Long> problems)
    implements Display {
  private static final int DRAWS = 300;

  /** Fewer questions are soon known by heart. */
  private static final int FEW = 30;

  public Proof {
    problems = new TreeMap<>(problems);
    rejected = new TreeMap<>(rejected);
  }

  /** Draws an exercise 300 times. */
  public static Proof of(Topic topic) {
    Require.given(topic, "a topic");
    Map<String, Long> problems = new TreeMap<>();
    Map<String, Integer> rejected = new TreeMap<>();
    Set<String> questions = new HashSet<>();
    Set<String> answers = new HashSet<>();
    for (long seed = 1; seed <= DRAWS; seed++) {
      try {
        Exercise exercise = topic.draw(seed, why -> rejected.merge(kind(why), 1, Integer::sum));
        questions.add(exercise.toString());
        answers.add(exercise.key());
        inspect(exercise, problems);
        if (!topic.draw(seed).toString().equals(exercise.toString())) {
          problems.putIfAbsent("The same seed does not give the same question.", seed);
        }
      } catch (RuntimeException broken) {
        problems.putIfAbsent(kind("It cannot be drawn: " + broken.getMessage()), seed);
      }
    }
    if (questions.size() < FEW) {
      problems.putIfAbsent("There are too few different questions.", 1L);
    }
    return new Proof(topic, DRAWS, questions.size(), answers.size(), rejected, problems);
  }

  private static void inspect(Exercise exercise, Map<String, Long> problems) {
    Question question = exercise.made();
    long seed = exercise.seed();
    if (!exercise.check(question.answer.written()).right()) {
      problems.putIfAbsent("The answer itself is not accepted.", seed);
    }
    if (question.mistakes.isEmpty()) {
      problems.putIfAbsent("No mistake is known.", seed);
    }
    for (Mistake mistake : question.mistakes) {
      Verdict verdict = exercise.check(mistake.leadsTo().written());
      if (verdict.right() || !verdict.mistake().equals(mistake.diagnosis())) {
        problems.putIfAbsent("A mistake is not diagnosed: " + kind(mistake.diagnosis()), seed);
      }
    }
    Leaks.of(exercise).forEach(leak -> problems.putIfAbsent(kind(leak), seed));
  }

  /** A text without its figures: the same mistake with others is no other problem. */
  private static String kind(String text) {
    return text.replaceAll("\\d[\\d,.]*", "…");
  }

  /** Whether nothing is wrong. */
  public boolean fit() {
    return problems.isEmpty();
  }

  @Override
  public String html() {
    return Html.paragraph(fit() ? "#009e73" : "#d55e00", toString());
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            Texts.say(
                "%s '%s': %d different questions in %d draws, %d different answers.",
                fit() ? "✓" : "✗", topic.id(), variants, draws, answers));
    rejected.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            often ->
                text.append(
                    Texts.say(
                        "\n  figures drawn again, %d times since %s",
                        often.getValue(), often.getKey())));
    problems.forEach(
        (problem, seed) -> text.append(Texts.say("\n  seed %d: ", seed)).append(problem));
    return text.toString();
  }
}
