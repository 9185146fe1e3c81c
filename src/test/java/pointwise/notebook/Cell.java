package pointwise.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A cell of a notebook.
 *
 * @param index its place, from 0
 * @param json what the file holds of it
 */
record Cell(int index, JsonNode json) {

  String id() {
    return json.path("id").asText();
  }

  String source() {
    return Output.joined(json.path("source"));
  }

  boolean isCode() {
    return json.path("cell_type").asText().equals("code");
  }

  boolean hasTag(String tag) {
    return StreamSupport.stream(json.path("metadata").path("tags").spliterator(), false)
        .anyMatch(node -> node.asText().equals(tag));
  }

  /** Its number in the order of execution; 0 if it never ran. */
  int executionCount() {
    return json.path("execution_count").asInt();
  }

  List<Output> outputs() {
    return StreamSupport.stream(json.path("outputs").spliterator(), false).map(Output::of).toList();
  }

  /** Where a reader of a message finds it. */
  String where() {
    return String.format(
        Locale.ROOT,
        "cell %d, id %s, '%s'",
        index,
        id(),
        source().lines().findFirst().orElse("").strip());
  }
}
