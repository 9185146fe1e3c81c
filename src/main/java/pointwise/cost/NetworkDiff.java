package pointwise.cost;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pointwise.op.Network;
import pointwise.tensor.Require;
import tech.tablesaw.api.Table;

/**
 * Where two variants of a network part: their layers with weights side by side.
 *
 * <p>Layers are paired in their order if both networks have as many, and by their names otherwise.
 * What belongs to a layer, such as its batch normalisation, is counted with it.
 *
 * @param first a variant
 * @param second another
 * @param pairs one per layer, in the order of computation
 */
public record NetworkDiff(Network first, Network second, List<Pair> pairs) implements Report {

  /** A layer with weights and what belongs to it; all zeros where a variant has no such layer. */
  public record Weighted(String name, String layer, long parameters, long multiplications) {
    private static final Weighted NONE = new Weighted("", "", 0, 0);
  }

  /** A layer of the one and its counterpart in the other. */
  public record Pair(Weighted first, Weighted second) {
    /** Whether they cost the same. */
    public boolean equal() {
      return first.parameters() == second.parameters()
          && first.multiplications() == second.multiplications();
    }
  }

  /** Pairs the layers of two networks. */
  public static NetworkDiff of(Network first, Network second) {
    List<Weighted> ours = weighted(Require.given(first, "a network"));
    List<Weighted> theirs = weighted(Require.given(second, "a network"));
    return new NetworkDiff(
        first,
        second,
        ours.size() == theirs.size()
            ? IntStream.range(0, ours.size())
                .mapToObj(i -> new Pair(ours.get(i), theirs.get(i)))
                .toList()
            : byName(ours, theirs));
  }

  private static List<Weighted> weighted(Network network) {
    List<Weighted> layers = new ArrayList<>();
    for (CostReport.Row row : CostReport.of(network.body(), network.input()).rows()) {
      int last = layers.size() - 1;
      if (row.multiplications() > 0) {
        layers.add(new Weighted(row.name(), row.layer(), row.parameters(), row.multiplications()));
      } else if (row.parameters() > 0 && last >= 0) {
        Weighted owner = layers.get(last);
        layers.set(
            last,
            new Weighted(
                owner.name(),
                owner.layer(),
                owner.parameters() + row.parameters(),
                owner.multiplications()));
      }
    }
    return layers;
  }

  private static List<Pair> byName(List<Weighted> ours, List<Weighted> theirs) {
    Set<String> names = new LinkedHashSet<>();
    ours.forEach(layer -> names.add(layer.name()));
    theirs.forEach(layer -> names.add(layer.name()));
    return names.stream().map(name -> new Pair(named(name, ours), named(name, theirs))).toList();
  }

  private static Weighted named(String name, List<Weighted> layers) {
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElse(Weighted.NONE);
  }

  /** The pairs that do not cost the same; the first is where the networks part. */
  public List<Pair> differences() {
    return pairs.stream().filter(pair -> !pair.equal()).toList();
  }

  /** One row per pair that does not cost the same. */
  @Override
  public Table table() {
    List<Pair> rows = differences();
    return Table.create("%s | %s".formatted(first, second))
        .addColumns(
            Columns.text("first", rows, pair -> pair.first().name()),
            Columns.text("layer", rows, pair -> pair.first().layer()),
            Columns.text("second", rows, pair -> pair.second().name()),
            Columns.text("layer of the second", rows, pair -> pair.second().layer()),
            Columns.count("parameters", rows, pair -> pair.first().parameters()),
            Columns.count("of the second", rows, pair -> pair.second().parameters()),
            Columns.count("multiplications", rows, pair -> pair.first().multiplications()),
            Columns.count(
                "multiplications of the second", rows, pair -> pair.second().multiplications()));
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
