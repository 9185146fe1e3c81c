package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operation that CONTRIBUTING writes in a cell, executed in the real kernel as it stands. */
class OwnOperationIT {
  private static final String TITLE = "## An operation of your own, in one cell\n";
  private static final Pattern CELL = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void isCountedRunTimedAndDrawnInANetwork() throws IOException, InterruptedException {
    NotebookKernel.setUp();
    List<String> cells = new ArrayList<>(List.of("%load ../notebooks/setup.jsh"));
    cells.addAll(cellsOfTheSection());
    cells.add("count(own).under(Convention.FVCORE)");
    // In target, since set-up looks for the jars beside the folder it runs in.
    Path written = Path.of("target", "own-operation.ipynb");
    Files.writeString(written, notebook(cells, List.of("raises-exception")));
    Notebook notebook = Notebook.read(NotebookKernel.execute(written));
    List<String> shown = notebook.cells().stream().map(OwnOperationIT::shown).toList();

    // 16·16·3·3·3·8 multiplications of the first convolution.
    assertThat(shown.get(2)).contains("groupNorm", "55,296");
    assertThat(shown.get(3)).contains("16×16×8, mean 0");
    assertThat(shown.get(4)).contains("median ms");
    assertThat(shown.get(5)).contains("groupNorm");
    assertThat(shown.get(6)).contains("has no rule for groupNorm1", "CUSTOM");
  }

  private static List<String> cellsOfTheSection() throws IOException {
    String page = Files.readString(Path.of("CONTRIBUTING.md"));
    int start = page.indexOf(TITLE);
    assertThat(start).as(TITLE).isNotNegative();
    String section = page.substring(start, page.indexOf("\n## ", start + 1));
    return CELL.matcher(section).results().map(found -> found.group(1)).toList();
  }

  /** A notebook of code cells; the last one has the tags. */
  private static String notebook(List<String> cells, List<String> tags) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    root.putObject("metadata");
    ArrayNode list = root.putArray("cells");
    for (String source : cells) {
      ObjectNode cell = list.addObject().put("cell_type", "code").put("id", "cell-" + list.size());
      cell.put("source", source).putNull("execution_count");
      cell.putObject("metadata");
      cell.putArray("outputs");
    }
    ArrayNode last = ((ObjectNode) list.get(list.size() - 1).path("metadata")).putArray("tags");
    tags.forEach(last::add);
    return root.toString();
  }

  private static String shown(Cell cell) {
    StringBuilder all = new StringBuilder();
    cell.outputs().forEach(output -> output.forms().values().forEach(all::append));
    return all.toString();
  }
}
