package pointwise.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pointwise.cost.Convention.Rule;
import pointwise.op.Graph;

/**
 * Internal: a network counted by one convention.
 *
 * @param convention whose rules
 * @param rows for each layer, what the rules give
 * @param parts for each rule, what it gives over all layers, in the order of the rules
 */
public record Tally(Convention convention, Map<String, Long> rows, List<Long> parts) {

  static Tally of(Convention convention, Graph graph) {
    List<Rule> rules = convention.rules();
    long[] parts = new long[rules.size()];
    Map<String, Long> rows = new LinkedHashMap<>();
    long total = 0;
    for (Graph.Node node : graph.nodes()) {
      convention.mustKnow(node);
      try {
        long row = 0;
        for (int i = 0; i < parts.length; i++) {
          long count = rules.get(i).count(node);
          parts[i] = Math.addExact(parts[i], count);
          row = Math.addExact(row, count);
        }
        rows.put(node.name(), row);
        total = Math.addExact(total, row);
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException(
            "By the rule of %s there is more to count up to %s than a long can hold, 2^63 − 1"
                .formatted(convention.title(), node.name()),
            overflow);
      }
    }
    return new Tally(
        convention, Collections.unmodifiableMap(rows), Arrays.stream(parts).boxed().toList());
  }

  /** The sum over all layers. */
  public long total() {
    return parts.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * What is counted beyond one for each multiplication, in words: {@code thop adds 20,170,752 for
   * batch normalisation, 4 per element, and 51,200 for global average pooling, …}.
   */
  public String explanation() {
    Map<LayerGroup, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && parts.get(i) != 0) {
        groups.computeIfAbsent(convention.rules().get(i).layers(), g -> new ArrayList<>()).add(i);
      }
    }
    String first = convention.title() + " counts " + main();
    return groups.isEmpty()
        ? first + " and nothing else"
        : groups.keySet().stream()
            .map(layers -> addition(layers, groups.get(layers)))
            .collect(Collectors.joining(", and ", first + " and adds ", ""));
  }

  /** What the first rule gives, which is one or two for each multiplication or parameter. */
  private String main() {
    Rule rule = convention.rules().get(0);
    return String.format(Locale.ROOT, "%,d, %d %s,", parts.get(0), rule.factor(), rule.quantity());
  }

  private String addition(LayerGroup layers, List<Integer> indices) {
    long sum = indices.stream().mapToLong(parts::get).sum();
    String where = layers == LayerGroup.ALL ? "" : " for " + layers;
    return indices.stream()
        .map(i -> convention.rules().get(i))
        .map(rule -> String.format(Locale.ROOT, "%d %s", rule.factor(), rule.quantity()))
        .collect(
            Collectors.joining(" and ", String.format(Locale.ROOT, "%,d%s, ", sum, where), ""));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d %s: %s", total(), convention.unit(), explanation());
  }
}
