package pointwise.practice;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import pointwise.exercise.Exercise;
import pointwise.exercise.Group;
import pointwise.exercise.Proof;
import pointwise.exercise.Question;
import pointwise.exercise.Topic;
import pointwise.exercise.concepts.ConceptTopics;
import pointwise.exercise.memory.MemoryTopics;
import pointwise.exercise.operations.OperationTopics;
import pointwise.exercise.parameters.ParameterTopics;
import pointwise.exercise.shapes.ShapeTopics;
import pointwise.tensor.Require;

/** The exercises by name: the library's, and those that a reader adds. */
public final class Exercises {
  private static final Map<String, Topic> BY_ID = new LinkedHashMap<>();

  static {
    Stream.of(
            ShapeTopics.all(),
            ParameterTopics.all(),
            OperationTopics.all(),
            MemoryTopics.all(),
            ConceptTopics.all())
        .flatMap(List::stream)
        .forEach(topic -> BY_ID.put(topic.id(), topic));
  }

  private static final Set<String> LIBRARY = Set.copyOf(BY_ID.keySet());

  private Exercises() {}

  /** The names that {@link #draw} knows, in the order of their groups. */
  public static Set<String> ids() {
    synchronized (BY_ID) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(BY_ID.keySet()));
    }
  }

  /** All topics as a table: what can be asked for by name. */
  public static Catalogue catalogue() {
    return new Catalogue(topics());
  }

  /** All topics, in the order of their groups. */
  public static List<Topic> topics() {
    synchronized (BY_ID) {
      return List.copyOf(BY_ID.values());
    }
  }

  /**
   * The topic of that name.
   *
   * @throws IllegalArgumentException if there is none; the message says which name may be meant
   */
  public static Topic topic(String id) {
    synchronized (BY_ID) {
      Topic topic = BY_ID.get(Require.given(id, "the name of an exercise"));
      if (topic == null && Group.named(id).isPresent()) {
        throw new IllegalArgumentException(
            "'%s' is a group of exercises; it has %s".formatted(id, within(Group.named(id).get())));
      }
      if (topic == null) {
        throw new IllegalArgumentException(
            "There is no exercise '%s'; did you mean %s? exercises() lists them all"
                .formatted(id, nearest(id)));
      }
      return topic;
    }
  }

  private static String within(Group group) {
    return BY_ID.values().stream()
        .filter(topic -> topic.group() == group)
        .map(Topic::id)
        .reduce((first, second) -> first + ", " + second)
        .orElse("none yet");
  }

  /**
   * Draws an exercise; the same seed gives the same figures everywhere.
   *
   * @throws IllegalArgumentException if there is no exercise of that name
   */
  public static Exercise draw(String id, long seed) {
    return topic(id).draw(seed);
  }

  /**
   * Adds an exercise, or replaces one of the reader's own by its name: {@code register("my-stem",
   * random -> Question.asking(…)…)}.
   *
   * @return the first exercise drawn from it
   * @throws IllegalArgumentException if the library has one of that name, or no draw is fair
   */
  public static Exercise register(String id, Function<Random, Question> source) {
    Require.given(source, "what asks the question");
    return register(
        Topic.of(id, Group.OWN, 2, Require.given(id, "a name").replace('-', ' '), source));
  }

  /** Adds a topic, with its group, level and follow-up questions, in the same way. */
  public static Exercise register(Topic topic) {
    Require.given(topic, "a topic");
    synchronized (BY_ID) {
      if (LIBRARY.contains(topic.id())) {
        throw new IllegalArgumentException(
            "The library has an exercise '%s' already; call yours something else"
                .formatted(topic.id()));
      }
      Exercise first = topic.draw(1);
      BY_ID.put(topic.id(), topic);
      return first;
    }
  }

  /**
   * Keeps up to 100 questions of an exercise in a CSV file, with their answers, mistakes and hints.
   *
   * @return the file
   * @throws IllegalArgumentException if the answer is a function, which no table can hold
   */
  public static Path save(String id, Path file) {
    return topic(id).save(file);
  }

  /**
   * Adds the exercise that was kept in a CSV file, or written into one by a spreadsheet.
   *
   * @return the first exercise drawn from it
   * @throws IllegalArgumentException if the library has one of that name, or a question cannot be
   *     read or is not fair
   */
  public static Exercise load(Path file) {
    return register(Topic.load(file));
  }

  /** Draws 300 exercises of that name and tells what is wrong with them. */
  public static Proof proof(String id) {
    return Proof.of(topic(id));
  }

  private static String nearest(String id) {
    return BY_ID.keySet().stream()
        .min(Comparator.comparingInt(known -> distance(known, String.valueOf(id))))
        .orElseThrow();
  }

  /** How many letters have to be changed, added or left out (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
