package pointwise.practice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pointwise.exercise.Exercise;
import pointwise.exercise.answer.Texts;
import pointwise.view.Html;
import pointwise.view.Picture;

/** A paper and its key as HTML that prints: a question is never cut by the end of a page. */
final class PaperPage {
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 16mm; }
      body { font: 11pt/1.45 'DejaVu Sans', Helvetica, Arial, sans-serif; color: #111;
             background: #fff; max-width: 46em; margin: 1em auto; padding: 0 1em; }
      h1 { font-size: 1.4em; margin: 0 0 .2em; }
      .lead { color: #444; margin: 0 0 1.2em; }
      .item { break-inside: avoid; margin: 0 0 1.4em; }
      .item h2 { font-size: 1em; margin: 0 0 .2em; }
      .answer { border-bottom: 1px solid #888; height: 1.9em; color: #666; }
      img { max-width: 100%; height: auto; }
      table { font-size: .9em; border-collapse: collapse; }
      dl { margin: .3em 0 .3em 1.2em; font-size: .92em; }
      dt { float: left; clear: left; min-width: 9em; padding-right: .8em; font-weight: 600; }
      dd { margin: 0 0 .25em 9.8em; }
      """;

  private final Paper paper;
  private final List<Exercise> exercises;

  PaperPage(Paper paper) {
    this.paper = paper;
    this.exercises = paper.exercises();
  }

  String paper() {
    return page(paper.heading(), body());
  }

  String key() {
    StringBuilder html = new StringBuilder(lead(Texts.say("%s: key", paper.heading()), ""));
    for (int i = 0; i < exercises.size(); i++) {
      html.append(item(i, key(exercises.get(i))));
    }
    return page(Texts.say("%s: key", paper.heading()), html.toString());
  }

  /** The answers, as a notebook shows them: what wrong ones mean is folded away. */
  String keyBody() {
    StringBuilder html = new StringBuilder(lead(Texts.say("%s: key", paper.heading()), ""));
    for (int i = 0; i < exercises.size(); i++) {
      String folded =
          "<details><summary>%s</summary>%s</details>"
              .formatted(
                  Html.escape(Texts.say("What wrong answers mean, and what to ask next")),
                  notes(exercises.get(i)));
      html.append(item(i, answer(exercises.get(i)) + folded));
    }
    return html.toString();
  }

  /** The questions alone, as a notebook shows them. */
  String body() {
    String who = paper.candidate().isEmpty() ? Texts.say("Name: ____________________") + "  " : "";
    StringBuilder html = new StringBuilder(lead(paper.heading(), who));
    for (int i = 0; i < exercises.size(); i++) {
      html.append(item(i, asked(exercises.get(i))));
    }
    return html.toString();
  }

  private static String asked(Exercise exercise) {
    String drawings = exercise.pictures().stream().map(Picture::html).collect(Collectors.joining());
    return "%s%s<div class=\"answer\">%s</div>"
        .formatted(exercise.html(), drawings, Html.escape(Texts.say("Answer:")));
  }

  private String lead(String heading, String who) {
    return "<h1>%s</h1><p class=\"lead\">%s%s</p>"
        .formatted(
            Html.escape(heading),
            who,
            Texts.say("%d questions, %d minutes", exercises.size(), paper.time()));
  }

  private String item(int index, String content) {
    return String.format(
        Locale.ROOT,
        "<div class=\"item\"><h2>%d. %s</h2>%s</div>",
        index + 1,
        Html.escape(Texts.say(exercises.get(index).topic().title())),
        content);
  }

  private static String key(Exercise exercise) {
    return answer(exercise)
        + notes(exercise)
        + exercise.drawing().map(picture -> picture.html()).orElse("");
  }

  private static String answer(Exercise exercise) {
    return "<p><b>%s</b></p>".formatted(Html.escape(exercise.key()));
  }

  private static String notes(Exercise exercise) {
    StringBuilder html = new StringBuilder("<dl>");
    for (Map.Entry<String, String> mistake : exercise.mistakes().entrySet()) {
      html.append("<dt>")
          .append(Html.escape(mistake.getKey()))
          .append("</dt><dd>")
          .append(Html.escape(mistake.getValue()))
          .append("</dd>");
    }
    html.append("</dl>");
    exercise
        .topic()
        .followUps()
        .forEach(
            question ->
                html.append("<p>")
                    .append(Html.escape(Texts.say("Ask next: %s", Texts.say(question))))
                    .append("</p>"));
    if (!exercise.topic().read().isEmpty()) {
      html.append("<p>")
          .append(Html.escape(Texts.say("To read again: notebook %s", exercise.topic().read())))
          .append("</p>");
    }
    return html.toString();
  }

  private static String page(String title, String body) {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title><style>%s</style></head><body>%s</body></html>\n"
        .formatted(Html.escape(title), STYLE, body);
  }
}
