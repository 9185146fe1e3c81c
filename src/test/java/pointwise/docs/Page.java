package pointwise.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page that people read: a Markdown file or the texts of a notebook. */
record Page(Path file, String markdown) {
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:href|src)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *#*$");
  private static final Pattern TARGET = Pattern.compile("(?:id|name)=\"([^\"]+)\"");

  /** All pages of the project. */
  static List<Page> all() throws IOException {
    try (Stream<Path> root = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(Path.of("docs"));
        Stream<Path> notebooks = Files.list(Path.of("notebooks"))) {
      return Stream.of(root, docs, notebooks)
          .flatMap(files -> files)
          .filter(file -> file.toString().matches(".*\\.(md|ipynb)"))
          .sorted()
          .map(Page::read)
          .toList();
    }
  }

  static Page read(Path file) {
    try {
      String text = Files.readString(file);
      return new Page(file, file.toString().endsWith(".ipynb") ? texts(text) : text);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String texts(String notebook) throws IOException {
    StringBuilder texts = new StringBuilder();
    for (JsonNode cell : new ObjectMapper().readTree(notebook).get("cells")) {
      if (cell.get("cell_type").asText().equals("markdown")) {
        cell.get("source").forEach(line -> texts.append(line.asText()));
        texts.append(cell.get("source").asText()).append("\n\n");
      }
    }
    return texts.toString();
  }

  /** What its links and pictures lead to, as written; code is no link. */
  List<String> links() {
    return LINK.matcher(CODE.matcher(markdown).replaceAll(""))
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .toList();
  }

  /** What may stand behind a {@code #}: GitHub's names for headings, JupyterLab's, and ids. */
  Set<String> anchors() {
    String text = Pattern.compile("(?ms)^ *```.*?^ *```").matcher(markdown).replaceAll("");
    Set<String> anchors =
        TARGET.matcher(text).results().map(target -> target.group(1)).collect(Collectors.toSet());
    List<String> headings = new ArrayList<>();
    for (String heading : HEADING.matcher(text).results().map(found -> found.group(1)).toList()) {
      String plain = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replaceAll("[`*]", "");
      String name = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "");
      headings.add(name.replace(' ', '-'));
      int before = Collections.frequency(headings, name.replace(' ', '-')) - 1;
      anchors.add(name.replace(' ', '-') + (before == 0 ? "" : "-" + before));
      if (file.toString().endsWith(".ipynb")) {
        anchors.add(plain.replace(' ', '-'));
      }
    }
    return new TreeSet<>(anchors);
  }
}
