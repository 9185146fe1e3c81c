package pointwise.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A notebook as its file holds it.
 *
 * @param metadata the kernel and the language
 * @param cells in order
 */
record Notebook(JsonNode metadata, List<Cell> cells) {

  static Notebook read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Notebook parse(String json) throws JsonProcessingException {
    JsonNode root = new ObjectMapper().readTree(json);
    JsonNode cells = root.path("cells");
    return new Notebook(
        root.path("metadata"),
        IntStream.range(0, cells.size()).mapToObj(i -> new Cell(i, cells.get(i))).toList());
  }
}
