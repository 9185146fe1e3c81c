package pointwise.practice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import pointwise.exercise.Exercise;
import pointwise.exercise.Topic;
import pointwise.exercise.Verdict;
import pointwise.exercise.answer.Code;
import pointwise.view.Html;

/**
 * Practice that brings back sooner what was missed, with other figures (a box of cards after
 * Leitner, <i>So lernt man lernen</i>, 1972): five compartments, asked for every 1, 2, 4, 8 and 16
 * days. A right answer moves a topic up by one, a wrong one back to the first.
 */
public final class Drill {
  private static final int MOST_CARDS = 1_000;

  private final DrillFile file;
  private final Clock clock;
  private Exercise current;
  private boolean judged;

  private Drill(DrillFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** The drill whose state is kept in {@code .pointwise/drill.csv} in the user's home folder. */
  public static Drill atHome() {
    return in(Path.of(System.getProperty("user.home"), ".pointwise", "drill.csv"));
  }

  /** A drill with a file of its own. */
  public static Drill in(Path file) {
    return in(file, Clock.systemDefaultZone());
  }

  static Drill in(Path file, Clock clock) {
    return new Drill(new DrillFile(file), clock);
  }

  /** The exercise that is due: the lowest compartment first, then what has never been asked. */
  public Exercise next() {
    Map<String, Card> cards = file.read();
    LocalDate today = LocalDate.now(clock);
    Topic topic =
        Exercises.topics().stream()
            .min(
                Comparator.comparing((Topic t) -> !Card.of(cards, t).isDue(today))
                    .thenComparing(t -> Card.of(cards, t).asked() == 0)
                    .thenComparing(t -> Card.of(cards, t).box())
                    .thenComparing(t -> Card.of(cards, t).last())
                    .thenComparing(Topic::level))
            .orElseThrow();
    current = topic.draw(1 + Card.of(cards, topic).asked());
    judged = false;
    return current;
  }

  /** Judges an answer to the exercise that is due; its first answer moves the card. */
  public Verdict check(Object given) {
    return moved(current().check(given));
  }

  /** Judges a function of two lists. */
  public Verdict check(Code.OfLists function) {
    return moved(current().check(function));
  }

  /** Judges a function of four numbers. */
  public Verdict check(Code.OfFour function) {
    return moved(current().check(function));
  }

  private Exercise current() {
    return current == null ? next() : current;
  }

  private Verdict moved(Verdict verdict) {
    if (!judged) {
      judged = true;
      String id = current.topic().id();
      LocalDate today = LocalDate.now(clock);
      file.change(
          cards -> {
            Map<String, Card> changed = new TreeMap<>(cards);
            changed.put(id, Card.of(cards, current.topic()).answered(verdict.right(), today));
            return changed;
          });
    }
    return verdict;
  }

  /** What is known so far, topic by topic. */
  public DrillReport progress() {
    Map<String, Card> cards = file.read();
    return new DrillReport(
        Exercises.topics().stream()
            .map(topic -> new DrillReport.Row(topic, Card.of(cards, topic)))
            .toList());
  }

  /** How many topics are due today, and where that is kept. */
  @Override
  public String toString() {
    Map<String, Card> cards = file.read();
    LocalDate today = LocalDate.now(clock);
    List<Topic> topics = Exercises.topics();
    long due = topics.stream().filter(topic -> Card.of(cards, topic).isDue(today)).count();
    return String.format(
        Locale.ROOT,
        "%d of %d topics are due; next() asks, check(…) answers. Kept in %s",
        due,
        topics.size(),
        file);
  }

  /** Forgets everything: the file is deleted. */
  public void delete() {
    file.delete();
  }

  /**
   * Cards for Anki, a line each with the question and the answer, separated by a tab; to be
   * imported as notes of the type Basic.
   *
   * @param each how many cards of every topic, 0 to 1,000
   */
  public static String anki(int each) {
    if (each < 0 || each > MOST_CARDS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Anki gets 0 to %,d cards of every topic, not %,d", MOST_CARDS, each));
    }
    return Exercises.topics().stream()
        .flatMap(topic -> LongStream.rangeClosed(1, each).mapToObj(topic::draw))
        .map(exercise -> field(exercise.toString()) + "\t" + field(exercise.key()))
        .collect(Collectors.joining("\n", "#separator:tab\n#html:true\n", "\n"));
  }

  private static String field(String text) {
    return "\"" + Html.escape(text).replace("\t", " ").replace("\n", "<br>") + "\"";
  }
}
