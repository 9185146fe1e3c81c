package pointwise.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/api.md} lists every public type that does not say it is internal, with the first
 * sentence of its javadoc.
 *
 * <p>With {@code -Dapi=update} the page is written anew.
 */
class ApiPageTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("api"));
  private static final Path PAGE = Path.of("docs", "api.md");
  private static final String INTERNAL = "Internal";
  private static final String HEAD =
      """
      # The public API

      Every type that a notebook or a program may use, with the first sentence of its documentation. Begin with `Pointwise`, the vocabulary: it returns most of the others. Public types that are not here say *Internal* in their first sentence, or their package does; they may change at any time.
      """;

  @Test
  void isWhatTheJavadocSays() throws IOException {
    String expected = page();
    if (UPDATE) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/api.md; mvn test -Dtest=ApiPageTest -Dapi=update writes it anew")
        .isEqualTo(expected);
  }

  @Test
  void everyTypeHasASentence() throws IOException {
    for (SourceFile file : SourceFile.all()) {
      assertThat(file.sentence()).as(file.path().toString()).endsWith(".");
    }
  }

  private static String page() throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    Map<String, List<SourceFile>> types = new LinkedHashMap<>();
    for (SourceFile file : SourceFile.all()) {
      if (file.isPackageInfo()) {
        about.put(file.packageName(), file.sentence());
      } else if (file.isPublic() && !file.sentence().startsWith(INTERNAL)) {
        types.computeIfAbsent(file.packageName(), name -> new ArrayList<>()).add(file);
      }
    }
    StringBuilder page = new StringBuilder(HEAD);
    types.forEach(
        (name, files) -> {
          String sentence = about.getOrDefault(name, "The vocabulary of the notebooks.");
          if (!sentence.startsWith(INTERNAL)) {
            page.append("\n## ").append(name).append("\n").append(sentence).append("\n\n");
            page.append("| type | what it is |\n|:--|:--|\n");
            files.forEach(file -> page.append(row(file)));
          }
        });
    return page.toString();
  }

  private static String row(SourceFile file) {
    return "| `%s` | %s |%n"
        .formatted(file.type(), file.sentence().replace("|", "\\|"))
        .replace("\r\n", "\n");
  }
}
