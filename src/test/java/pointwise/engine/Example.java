package pointwise.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Padding;
import pointwise.window.Window;

/** Reads worked examples: a heading, then lines of a name, a shape and the values. */
public record Example(String title, Map<String, String> lines) {

  public static List<Example> read(String resource) throws IOException {
    List<Example> examples = new ArrayList<>();
    try (InputStream in = Example.class.getResourceAsStream("/values/" + resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.startsWith("## ")) {
          examples.add(new Example(line.substring(3), new LinkedHashMap<>()));
        } else if (line.matches("[a-z]\\w* .*") && !examples.isEmpty()) {
          int space = line.indexOf(' ');
          examples
              .get(examples.size() - 1)
              .lines
              .put(line.substring(0, space), line.substring(space + 1));
        }
      }
    }
    return examples;
  }

  static Example named(String resource, String id) throws IOException {
    return read(resource).stream()
        .filter(example -> example.title.startsWith(id))
        .findFirst()
        .orElseThrow();
  }

  public boolean has(String name) {
    return lines.containsKey(name);
  }

  public Tensor tensor(String name) {
    String[] parts = lines.get(name).split(" ");
    int[] sizes = Stream.of(parts[0].split("x")).mapToInt(Integer::parseInt).toArray();
    float[] values = new float[parts.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(parts[i + 1]);
    }
    return Tensor.of(Shape.of(sizes), values);
  }

  /** The values of a line of {@code key=value}, each of one or more numbers or words. */
  public Map<String, String> settings(String name) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String part : lines.get(name).split(" ")) {
      String[] pair = part.split("=");
      settings.put(pair[0], pair.length == 1 ? "" : pair[1]);
    }
    return settings;
  }

  /** The window that some settings say. */
  public static Window window(Map<String, String> settings) {
    int[] kernel = numbers(settings.get("kernel"));
    int[] stride = numbers(settings.get("stride"));
    int[] dilation = numbers(settings.getOrDefault("dilation", "1x1"));
    String padding = settings.get("padding");
    int[] cells = padding.contains(",") ? numbers(padding) : new int[4];
    return Window.of(kernel[0], kernel[1])
        .withStride(stride[0], stride[1])
        .withDilation(dilation[0], dilation[1])
        .withPadding(
            padding.equals("same")
                ? Padding.SAME
                : Padding.of(cells[0], cells[1], cells[2], cells[3]))
        .withCeil(Boolean.parseBoolean(settings.get("ceil")));
  }

  /** Whole numbers between commas or multiplication signs. */
  public static int[] numbers(String text) {
    return Stream.of(text.split("[x,]")).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return title + (has("op") ? ": " + lines.get("op") : "");
  }
}
