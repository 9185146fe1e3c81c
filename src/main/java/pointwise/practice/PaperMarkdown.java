package pointwise.practice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pointwise.exercise.Exercise;
import pointwise.exercise.answer.Texts;
import pointwise.view.Picture;

/** A paper and its key as Markdown, their drawings as files beside it. */
final class PaperMarkdown {
  private final Paper paper;
  private final List<Exercise> exercises;
  private final Map<String, Picture> pictures = new TreeMap<>();

  PaperMarkdown(Paper paper) {
    this.paper = paper;
    this.exercises = paper.exercises();
  }

  String paper() {
    StringBuilder text = new StringBuilder(lead(paper.heading()));
    for (int i = 0; i < exercises.size(); i++) {
      text.append(heading(i)).append(lines(exercises.get(i).words()));
      for (Picture picture : exercises.get(i).pictures()) {
        text.append(image("", i, picture));
      }
      text.append('\n').append(Texts.say("Answer:")).append('\n');
    }
    return text.toString();
  }

  String key() {
    StringBuilder text = new StringBuilder(lead(Texts.say("%s: key", paper.heading())));
    for (int i = 0; i < exercises.size(); i++) {
      Exercise exercise = exercises.get(i);
      text.append(heading(i)).append("**").append(exercise.key()).append("**\n\n");
      exercise
          .mistakes()
          .forEach(
              (wrong, diagnosis) ->
                  text.append("- `").append(wrong).append("`: ").append(diagnosis).append('\n'));
      exercise
          .topic()
          .followUps()
          .forEach(
              question ->
                  text.append("- ")
                      .append(Texts.say("Ask next: %s", Texts.say(question)))
                      .append('\n'));
      if (!exercise.topic().read().isEmpty()) {
        text.append("- ")
            .append(Texts.say("To read again: notebook %s", exercise.topic().read()))
            .append('\n');
      }
      if (exercise.drawing().isPresent()) {
        text.append(image("-key", i, exercise.drawing().get()));
      }
    }
    return text.toString();
  }

  /** The drawings that the texts made so far show, by the names of their files. */
  Map<String, Picture> pictures() {
    return Map.copyOf(pictures);
  }

  private String image(String side, int index, Picture picture) {
    String name = String.format(Locale.ROOT, "%s%s-%d", paper.fileName(), side, index + 1);
    String file = name + ".png";
    for (int next = 2; pictures.putIfAbsent(file, picture) != null; next++) {
      file = String.format(Locale.ROOT, "%s-%d.png", name, next);
    }
    return "\n![%s](%s)\n".formatted(picture.alt().replaceAll("[\\[\\]\n]", " "), file);
  }

  private String lead(String heading) {
    return "# %s\n\n%s\n"
        .formatted(heading, Texts.say("%d questions, %d minutes", exercises.size(), paper.time()));
  }

  private String heading(int index) {
    return String.format(
        Locale.ROOT, "\n## %d. %s\n\n", index + 1, Texts.say(exercises.get(index).topic().title()));
  }

  /** Each line a paragraph of its own, and nothing in it taken for markup. */
  private static String lines(String text) {
    return text.replace("*", "\\*").replace("\n", "\n\n") + "\n";
  }
}
