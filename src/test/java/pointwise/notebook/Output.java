package pointwise.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One output of a cell.
 *
 * @param forms the same thing by form: a media type, or {@code stdout}, {@code stderr}, {@code
 *     error}
 */
record Output(Map<String, String> forms) {

  static Output of(JsonNode json) {
    Map<String, String> forms = new TreeMap<>();
    switch (json.path("output_type").asText()) {
      case "stream" -> forms.put(json.path("name").asText(), joined(json.path("text")));
      // The traceback counts snippets: it changes with any cell before it.
      case "error" ->
          forms.put("error", json.path("ename").asText() + ": " + json.path("evalue").asText());
      default -> {
        Iterator<Map.Entry<String, JsonNode>> data = json.path("data").fields();
        data.forEachRemaining(entry -> forms.put(entry.getKey(), joined(entry.getValue())));
      }
    }
    return new Output(forms);
  }

  /** A multi-line text, which the format keeps as a string or as a list of lines. */
  static String joined(JsonNode text) {
    if (text.isArray()) {
      return StreamSupport.stream(text.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining());
    }
    return text.isValueNode() ? text.asText() : text.toString();
  }
}
