package pointwise.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pointwise.op.Graph.Node;
import pointwise.op.Names.Unnamed;

/**
 * What rows without a name are called: after their kind and number, {@code conv2}; an activation
 * after the row before it, {@code conv2/relu}.
 */
final class AutomaticNames {
  private final Set<String> taken;

  /** How often a name was numbered. */
  private final Map<String, Integer> used = new HashMap<>();

  /**
   * For the activations named after the row before, by their index: what each kind among those
   * since the last other row is called. A second ReLU is {@code conv2/relu2}, however many there
   * are: a thousand in a row have no names of a thousand parts.
   */
  private final List<Map<String, String>> activations = new ArrayList<>(List.of(Map.of()));

  AutomaticNames(Set<String> given) {
    this.taken = new HashSet<>(given);
  }

  /**
   * The next row's name.
   *
   * @param before the rows before it
   */
  String name(Unnamed step, String prefix, List<Node> before) {
    String kind = step.step().kind();
    int producer = step.inputs().get(0).id();
    while (activations.size() <= before.size()) {
      activations.add(Map.of());
    }
    if (producer == 0 || !(step.step() instanceof Layer layer) || !layer.belongsToPrevious()) {
      String base = prefix + kind;
      return next(base, base + 1);
    }
    Map<String, String> same = activations.get(producer);
    String base = same.getOrDefault(kind, before.get(producer - 1).name() + "/" + kind);
    Map<String, String> named = new HashMap<>(same);
    named.put(kind, base);
    activations.add(named);
    return next(base, base);
  }

  /** The first of {@code first}, {@code base2}, {@code base3} … that is not taken. */
  private String next(String base, String first) {
    String name;
    do {
      int number = used.merge(base, 1, Integer::sum);
      name = number == 1 ? first : base + number;
    } while (!taken.add(name));
    return name;
  }
}
