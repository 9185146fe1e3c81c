package pointwise.practice;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import pointwise.exercise.Exercise;
import pointwise.exercise.Group;
import pointwise.exercise.Topic;
import pointwise.tensor.Require;
import pointwise.tensor.WholeFile;
import pointwise.view.Display;
import pointwise.view.Picture;

/**
 * An interview or an exam on paper: questions by topic or group, with figures of their own for each
 * candidate, and a key apart.
 *
 * <pre>{@code
 * paper("CNN counting", 42).minutes(20).ask("multiplications", 3).ask(Group.SHAPES, 1, 2)
 * }</pre>
 *
 * @param title what stands at the top
 * @param seed of the choice of topics, and of the figures
 * @param candidate who sits it; empty if it is for everybody
 * @param time in minutes
 * @param questions the topics, in their order, each with a seed
 */
public record Paper(String title, long seed, String candidate, int time, List<Question> questions)
    implements Display {
  private static final int MINUTES = 20;

  /** Nobody answers more, and each is drawn. */
  private static final int MOST = 1000;

  /** A topic on the paper, and which draw of it. */
  public record Question(Topic topic, long seed) {
    Exercise draw() {
      return topic.draw(seed);
    }
  }

  public Paper {
    Require.given(title, "a title");
    Require.given(candidate, "a candidate's name");
    questions = Require.all(questions, "questions");
    if (time < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "A paper needs at least 1 minute, but got %d", time));
    }
  }

  /** A paper without questions so far; the same seed gives the same paper everywhere. */
  public static Paper of(String title, long seed) {
    return new Paper(title, seed, "", MINUTES, List.of());
  }

  /** The same paper with so many minutes of time. */
  public Paper minutes(int minutes) {
    return new Paper(title, seed, candidate, minutes, questions);
  }

  /**
   * Asks a topic once, or one topic of a group.
   *
   * @throws IllegalArgumentException if there is no topic and no group of that name
   */
  public Paper ask(String id) {
    return ask(id, 1);
  }

  /**
   * Asks a topic so many times, each with other figures; or so many topics of a group, such as
   * {@code "shapes"}, as {@link #ask(Group, int)} does.
   *
   * @throws IllegalArgumentException if there is no topic and no group of that name
   */
  public Paper ask(String name, int times) {
    checkTimes(times);
    Require.given(name, "the name of an exercise or of a group");
    Optional<Group> group = Exercises.ids().contains(name) ? Optional.empty() : Group.named(name);
    return group
        .map(some -> ask(some, times))
        .orElseGet(() -> with(Collections.nCopies(times, Exercises.topic(name))));
  }

  /** Asks some topics of a group, as the paper's seed picks them. */
  public Paper ask(Group group, int times) {
    return ask(group, 0, times);
  }

  /**
   * Asks some topics of a group and a level, as the paper's seed picks them.
   *
   * @param level 1 to 3; 0 is any
   * @throws IllegalArgumentException if there are fewer of them
   */
  public Paper ask(Group group, int level, int times) {
    Require.given(group, "a group of topics");
    checkTimes(times);
    List<Topic> fitting =
        new ArrayList<>(
            Exercises.topics().stream()
                .filter(topic -> topic.group() == group && (level == 0 || topic.level() == level))
                .filter(topic -> questions.stream().noneMatch(q -> q.topic().equals(topic)))
                .toList());
    if (fitting.size() < times) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d more topics about %s%s, not %d",
              fitting.size(),
              group,
              level == 0 ? "" : " of level " + level,
              times));
    }
    Collections.shuffle(fitting, new Random(mixed(questions.size())));
    return with(fitting.subList(0, times));
  }

  private static void checkTimes(int times) {
    if (times < 0 || times > MOST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "A paper asks 0 to %d times, but got %d", MOST, times));
    }
  }

  private Paper with(List<Topic> topics) {
    List<Question> longer = new ArrayList<>(questions);
    for (Topic topic : topics) {
      longer.add(new Question(topic, mixed(longer.size() + candidate.hashCode() * 1000L)));
    }
    return new Paper(title, seed, candidate, time, longer);
  }

  /** The same topics with figures of this candidate's own. */
  public Paper candidate(String name) {
    Require.given(name, "a candidate's name");
    List<Question> own = new ArrayList<>();
    for (Question question : questions) {
      own.add(new Question(question.topic(), mixed(own.size() + name.hashCode() * 1000L)));
    }
    return new Paper(title, seed, name, time, own);
  }

  private long mixed(long salt) {
    return new SplittableRandom(seed * 1_000_003 + salt).nextLong() >>> 1;
  }

  /** The exercises, drawn. */
  public List<Exercise> exercises() {
    return questions.stream().map(Question::draw).toList();
  }

  /** Begins: the clock runs from now. */
  public Sitting start() {
    return start(Clock.systemUTC());
  }

  Sitting start(Clock clock) {
    return new Sitting(this, clock);
  }

  /** The paper as a page of its own, to be printed; no answer is on it. */
  public String page() {
    return new PaperPage(this).paper();
  }

  /** The key as a page of its own: answers, what wrong ones mean, and what to ask next. */
  public String keyPage() {
    return new PaperPage(this).key();
  }

  /** The key, to be shown in a notebook. */
  public Display key() {
    Paper paper = this;
    return new Display() {
      @Override
      public String html() {
        return new PaperPage(paper).keyBody();
      }

      @Override
      public String toString() {
        return keyMarkdown();
      }
    };
  }

  /** The paper as Markdown. */
  public String markdown() {
    return new PaperMarkdown(this).paper();
  }

  /** The key as Markdown. */
  public String keyMarkdown() {
    return new PaperMarkdown(this).key();
  }

  /**
   * Writes the paper and its key into a folder, as HTML and as Markdown, and the Markdown's
   * drawings.
   *
   * @return the files
   * @throws UncheckedIOException in one sentence, if that fails
   */
  public List<Path> save(Path folder) {
    Require.given(folder, "a folder");
    String name = fileName();
    PaperMarkdown markdown = new PaperMarkdown(this);
    WholeFile.createFolder(folder);
    List<Path> files = new ArrayList<>();
    files.add(WholeFile.write(folder.resolve(name + ".html"), page()));
    files.add(WholeFile.write(folder.resolve(name + "-key.html"), keyPage()));
    files.add(WholeFile.write(folder.resolve(name + ".md"), markdown.paper()));
    files.add(WholeFile.write(folder.resolve(name + "-key.md"), markdown.key()));
    for (Map.Entry<String, Picture> drawing : new TreeMap<>(markdown.pictures()).entrySet()) {
      files.add(drawing.getValue().save(folder.resolve(drawing.getKey())));
    }
    return List.copyOf(files);
  }

  /** What the paper's files are called, without an ending. */
  String fileName() {
    return (title + (candidate.isEmpty() ? "" : "-" + candidate))
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  String heading() {
    return candidate.isEmpty() ? title : title + " — " + candidate;
  }

  @Override
  public String html() {
    return new PaperPage(this).body();
  }

  @Override
  public String toString() {
    return markdown();
  }
}
