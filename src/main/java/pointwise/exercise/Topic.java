package pointwise.exercise;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import pointwise.exercise.answer.Texts;
import pointwise.tensor.Require;

/**
 * A topic to practise: draws as many exercises as there are seeds.
 *
 * @param id by which it is asked for: {@code exercise("multiplications")}
 * @param group what it is about
 * @param level 1 is a warm-up, 2 is usual in an interview, 3 is hard
 * @param title what it asks, in a few words
 * @param read the notebook and section to read again, such as {@code 01 § Count}; empty if none
 * @param followUps what an interviewer asks next
 * @param source draws the figures and makes the question of them
 */
public record Topic(
    String id,
    Group group,
    int level,
    String title,
    String read,
    List<String> followUps,
    Function<Random, Question> source) {
  /** So many draws without a fair question are no bad luck. */
  private static final int DRAWS = 200;

  private static final int OTHERS = 50;

  private static final int KEPT = 100;

  public Topic {
    if (!Require.given(id, "a name").matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "An exercise's id is of lower-case words with hyphens, as 'my-stem': '%s' is not"
              .formatted(id));
    }
    Require.given(source, "what asks the question");
    followUps = Require.all(followUps, "questions that follow");
  }

  /** A topic without a notebook and follow-ups. */
  public static Topic of(
      String id, Group group, int level, String title, Function<Random, Question> source) {
    return new Topic(id, group, level, title, "", List.of(), source);
  }

  /** The same topic with the notebook and section to read again. */
  public Topic read(String section) {
    return new Topic(id, group, level, title, section, followUps, source);
  }

  /** The same topic with what an interviewer asks next. */
  public Topic followUp(String... questions) {
    return new Topic(
        id, group, level, title, read, Require.all("questions that follow", questions), source);
  }

  /**
   * Draws an exercise; the same seed gives the same figures everywhere. Figures that make no fair
   * question, since two mistakes have one result, say, are drawn again.
   *
   * @throws IllegalArgumentException if no fair question comes of many draws
   */
  public Exercise draw(long seed) {
    return draw(seed, rejected -> {});
  }

  /** Draws an exercise and tells why figures were drawn again. */
  Exercise draw(long seed, Consumer<String> rejected) {
    // neighbouring seeds begin alike in Random, so they are mixed first
    Random random = new Random(new SplittableRandom(seed).nextLong());
    UnsuitableDraw last = null;
    for (int i = 0; i < DRAWS; i++) {
      try {
        Question question = Require.given(source.apply(random), "a question of '" + id + "'");
        return new Exercise(question.fair(), this, seed);
      } catch (UnsuitableDraw unsuitable) {
        last = unsuitable;
        rejected.accept(unsuitable.getMessage());
      }
    }
    throw new IllegalArgumentException(
        Texts.say("Of %d draws of '%s' none is a fair question: %s", DRAWS, id, last.getMessage()));
  }

  /**
   * Keeps up to 100 questions of this topic in a CSV file, with their answers, mistakes and hints,
   * for another notebook, a spreadsheet or another person.
   *
   * @return the file
   * @throws IllegalArgumentException if the answer is a function, which no table can hold
   */
  public Path save(Path file) {
    return TopicTable.write(this, KEPT, file);
  }

  /**
   * A topic that was kept in a CSV file, or written into one: its seeds pick among the questions
   * there.
   *
   * @throws IllegalArgumentException naming the row, if something in it cannot be read
   */
  public static Topic load(Path file) {
    return TopicTable.read(file);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%s, level %d): %s", id, group, level, title);
  }

  /** The next seed that asks something else. */
  Exercise other(Exercise than) {
    for (long seed = than.seed() + 1; seed < than.seed() + OTHERS; seed++) {
      Exercise other = draw(seed);
      if (!other.toString().equals(than.toString())) {
        return other;
      }
    }
    return draw(than.seed() + 1);
  }
}
