package pointwise.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds of every notebook, whatever it shows. */
final class NotebookRules {
  private static final int MAX_BYTES = 1 << 20;

  /** What JupyterLab shows of a line on a laptop before it has to be scrolled. */
  private static final int MAX_LINE = 90;

  /** As IJava and JJava look for one in a line, outside its strings. */
  private static final Pattern MAGIC = Pattern.compile("(?<=^|=)\\s*%\\w");

  private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\"");

  private NotebookRules() {}

  /** One sentence a broken rule. */
  static List<String> broken(Notebook notebook, long bytes) {
    List<String> broken = new ArrayList<>();
    if (bytes > MAX_BYTES) {
      broken.add(String.format(Locale.ROOT, "has %,d bytes, more than %,d", bytes, MAX_BYTES));
    }
    String kernel = notebook.metadata().path("kernelspec").path("name").asText();
    if (!kernel.equals("java")) {
      broken.add("asks for the kernel '%s', not 'java'".formatted(kernel));
    }
    if (notebook.metadata().has("widgets")) {
      broken.add("holds the state of widgets in its metadata");
    }
    Set<String> ids = new HashSet<>();
    for (Cell cell : notebook.cells()) {
      if (cell.id().isEmpty() || !ids.add(cell.id())) {
        broken.add(cell.where() + " needs an id of its own (format 4.5)");
      }
      if (cell.isCode() && !cell.source().isBlank()) {
        checkRun(cell, broken);
        checkWidth(cell, broken);
        checkMagics(cell, broken);
      }
    }
    return broken;
  }

  private static void checkWidth(Cell cell, List<String> broken) {
    cell.source()
        .lines()
        .filter(line -> line.length() > MAX_LINE)
        .forEach(
            line ->
                broken.add(
                    String.format(
                        Locale.ROOT,
                        "%s has a line of %d characters, more than %d: %s",
                        cell.where(),
                        line.length(),
                        MAX_LINE,
                        line)));
  }

  /** The kernels look for magics in text blocks too, and behind an equals sign. */
  private static void checkMagics(Cell cell, List<String> broken) {
    cell.source()
        .lines()
        .filter(line -> !line.startsWith("%load "))
        .forEach(
            line -> {
              Matcher found = MAGIC.matcher(line);
              while (found.find()) {
                if (QUOTE.matcher(line.substring(0, found.start())).results().count() % 2 == 0) {
                  broken.add(
                      "%s has what the kernel takes for a magic: %s".formatted(cell.where(), line));
                }
              }
            });
  }

  private static void checkRun(Cell cell, List<String> broken) {
    if (cell.executionCount() == 0) {
      broken.add(cell.where() + " was never executed");
    }
    for (Output output : cell.outputs()) {
      output
          .forms()
          .forEach(
              (form, text) -> {
                // JJava sends some errors as a media type of its own.
                boolean error = form.equals("error") && !cell.hasTag("raises-exception");
                if (form.startsWith("application/vnd.jupyter.widget")) {
                  broken.add(cell.where() + " holds a widget, which is lost with its kernel");
                }
                if (error || form.contains("stderr")) {
                  broken.add("%s shows on %s: %s".formatted(cell.where(), form, text.strip()));
                }
              });
    }
  }
}
