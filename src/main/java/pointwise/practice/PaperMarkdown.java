package pointwise.practice;

import java.util.List;
import java.util.Locale;
import pointwise.exercise.Exercise;

/** A paper and its key as Markdown. */
final class PaperMarkdown {
  private final Paper paper;
  private final List<Exercise> exercises;

  PaperMarkdown(Paper paper) {
    this.paper = paper;
    this.exercises = paper.exercises();
  }

  String paper() {
    StringBuilder text = new StringBuilder(lead(paper.heading()));
    for (int i = 0; i < exercises.size(); i++) {
      text.append(heading(i)).append(lines(exercises.get(i).toString())).append("\nAnswer:\n");
    }
    return text.toString();
  }

  String key() {
    StringBuilder text = new StringBuilder(lead(paper.heading() + ": key"));
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
          .forEach(question -> text.append("- Ask next: ").append(question).append('\n'));
      if (!exercise.topic().read().isEmpty()) {
        text.append("- To read again: notebook ").append(exercise.topic().read()).append('\n');
      }
    }
    return text.toString();
  }

  private String lead(String heading) {
    return String.format(
            Locale.ROOT,
            "# %s%n%n%d questions, %d minutes%n",
            heading,
            exercises.size(),
            paper.time())
        .replace("\r", "");
  }

  private String heading(int index) {
    return String.format(
        Locale.ROOT, "\n## %d. %s\n\n", index + 1, exercises.get(index).topic().title());
  }

  /** Each line a paragraph of its own, and nothing in it taken for markup. */
  private static String lines(String text) {
    return text.replace("*", "\\*").replace("\n", "\n\n") + "\n";
  }
}
