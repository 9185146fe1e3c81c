package pointwise.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.tensor.Shape;

/**
 * The steps of a graph while it is laid out, and their names once all are known. A name that was
 * given stays; the others number on around them.
 */
final class Names {
  private static final String SEPARATORS = "/._";

  /** Where a step stands: the enclosing operation. */
  static final class Scope {
    private final Scope outer;
    private final String name;
    private final String kind;

    /**
     * A scope.
     *
     * @param outer what it stands in, or null
     * @param name what it is called, or null
     * @param kind what it is numbered by if it is a module in which branches meet, else null
     */
    Scope(Scope outer, String name, String kind) {
      this.outer = outer;
      this.name = name;
      this.kind = kind;
    }

    private boolean contains(Scope other) {
      Scope scope = other;
      while (scope != null && scope != this) {
        scope = scope.outer;
      }
      return scope == this;
    }
  }

  /** A step before it has its name. */
  record Unnamed(Scope scope, String given, Step step, List<Value> inputs, Value output) {}

  private final List<Unnamed> steps = new ArrayList<>();

  /** The numbered names of modules that had none; a layer in them is named like another. */
  private final IdentityHashMap<Scope, String> numbered = new IdentityHashMap<>();

  private final IdentityHashMap<Scope, String> prefixes = new IdentityHashMap<>();

  Value add(Scope scope, String given, Step step, List<Value> inputs, Shape shape) {
    Value output = new Value(steps.size() + 1, shape);
    steps.add(new Unnamed(scope, given, step, List.copyOf(inputs), output));
    return output;
  }

  /** The name of a step that cannot be added, as far as names are known. */
  String next(Scope scope, String given, Step step, List<Value> inputs) {
    add(scope, given, step, inputs, inputs.get(0).shape());
    List<Node> nodes = nodes();
    return nodes.get(nodes.size() - 1).name();
  }

  /**
   * All steps with their names.
   *
   * @throws IllegalArgumentException if two layers were given the same name, and no module around
   *     them tells them apart
   */
  List<Node> nodes() {
    Map<String, Unnamed> given = given();
    AutomaticNames automatic = new AutomaticNames(given.keySet());
    List<Node> nodes = new ArrayList<>(steps.size());
    for (Unnamed step : steps) {
      String prefix = prefix(step.scope());
      String name =
          step.given() == null ? automatic.name(step, prefix, nodes) : prefix + step.given();
      String module = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
      nodes.add(
          new Node(step.output().id(), name, module, step.step(), step.inputs(), step.output()));
    }
    return List.copyOf(nodes);
  }

  /** The steps by the names they were given; numbers the modules around them until these differ. */
  private Map<String, Unnamed> given() {
    while (true) {
      Map<String, Unnamed> given = new HashMap<>();
      Set<Scope> unclear = new LinkedHashSet<>();
      for (Unnamed step : steps) {
        String name = prefix(step.scope()) + step.given();
        Unnamed other = step.given() == null ? null : given.putIfAbsent(name, step);
        if (other != null) {
          Scope here = apart(step.scope(), other.scope());
          Scope there = apart(other.scope(), step.scope());
          if (here == null && there == null) {
            throw new IllegalArgumentException(
                "Two layers are named %s; where one operation is used twice, name each use, as in .named(\"a\")"
                    .formatted(name));
          }
          unclear.add(there);
          unclear.add(here);
        }
      }
      unclear.remove(null);
      if (unclear.isEmpty()) {
        return given;
      }
      number(unclear);
    }
  }

  /** The innermost module around one scope, and not around the other, that can be numbered. */
  private Scope apart(Scope scope, Scope other) {
    Scope module = scope;
    while (module != null
        && (module.kind == null || module.name != null || numbered.containsKey(module))) {
      module = module.outer;
    }
    return module == null || module.contains(other) ? null : module;
  }

  private void number(Set<Scope> modules) {
    Set<String> taken = new LinkedHashSet<>(prefixes.values());
    Map<String, Integer> numbers = new HashMap<>();
    for (Scope module : modules) {
      String outer = prefix(module.outer);
      String name;
      do {
        name = module.kind + numbers.merge(outer + module.kind, 1, Integer::sum);
      } while (!taken.add(outer + separated(name)));
      numbered.put(module, name);
    }
    prefixes.clear();
  }

  private String prefix(Scope scope) {
    if (scope == null) {
      return "";
    }
    String known = prefixes.get(scope);
    if (known == null) {
      String name = scope.name == null ? numbered.get(scope) : scope.name;
      known = prefix(scope.outer) + (name == null ? "" : separated(name));
      prefixes.put(scope, known);
    }
    return known;
  }

  private static String separated(String name) {
    return SEPARATORS.indexOf(name.charAt(name.length() - 1)) >= 0 ? name : name + "/";
  }
}
