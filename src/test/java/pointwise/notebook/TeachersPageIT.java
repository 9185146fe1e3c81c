package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cells of the page for teachers run in the real kernel, in the page's own words. */
class TeachersPageIT {
  private static final Path PAGE = Path.of("docs", "teachers.md");
  private static final Pattern CELL = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  @BeforeAll
  static void environment() throws IOException, InterruptedException {
    NotebookKernel.setUp();
  }

  @Test
  void doesWhatItSays() throws IOException, InterruptedException {
    List<String> cells =
        CELL.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    Path notebook = Path.of("notebooks", "teachers-page.tmp.ipynb");
    String shown;
    try {
      Files.writeString(notebook, notebook(cells));
      shown = Files.readString(NotebookKernel.execute(notebook));
    } finally {
      Files.deleteIfExists(notebook);
    }
    assertThat(shown)
        .contains("✓ 'my-stem'")
        .contains("CNN counting")
        .contains("Noch nicht: 1.")
        .contains("cnn-counting-ada-key.html")
        .doesNotContain("\"output_type\": \"error\"");
    assertThat(Files.readString(Path.of("target", "my-stem.csv"))).contains(",id,,my-stem,");
    for (String name : List.of("ada", "alan")) {
      String page = Files.readString(Path.of("target", "papers", "cnn-counting-" + name + ".html"));
      assertThat(page).contains("7×7 convolution").doesNotContain("Ask next");
      assertThat(Path.of("target", "papers", "cnn-counting-" + name + "-key.md")).exists();
    }
  }

  private static String notebook(List<String> cells) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode notebook = json.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    notebook.putObject("metadata").putObject("kernelspec").put("name", "java");
    ArrayNode list = notebook.putArray("cells");
    for (String cell : cells) {
      ObjectNode node = list.addObject().put("cell_type", "code").put("id", "cell-" + list.size());
      node.putObject("metadata");
      node.putNull("execution_count");
      node.putArray("outputs");
      node.put("source", cell.lines().collect(Collectors.joining("\n")));
    }
    return json.writeValueAsString(notebook);
  }
}
