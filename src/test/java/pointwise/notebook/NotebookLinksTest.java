package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A notebook leads only to notebooks that there are. */
class NotebookLinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([\\w-]+\\.ipynb)\\)");

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void leadsToNotebooksThatThereAre(Path notebook) throws IOException {
    Stream<MatchResult> links = LINK.matcher(Files.readString(notebook)).results();
    assertThat(links.map(link -> notebook.resolveSibling(link.group(1))))
        .allSatisfy(linked -> assertThat(linked).exists());
  }
}
