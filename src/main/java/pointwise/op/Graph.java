package pointwise.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * An operation applied to an input of one shape, laid out as its single steps in the order in which
 * they can be computed. Costs, models and drawings all read this list.
 *
 * @param input what the operation is applied to
 * @param nodes the steps; each uses only the input and results of steps before it
 * @param output the result of the whole
 */
public record Graph(Value input, List<Node> nodes, Value output) {
  private static final String SEPARATORS = "/._";

  /**
   * A tensor that flows through the graph.
   *
   * @param id 0 for the graph's input, otherwise the index of the node that computes it
   * @param shape its shape
   */
  public record Value(int id, Shape shape) {}

  /**
   * One step: a row of a network's table.
   *
   * @param index 1 for the first
   * @param name unique within the graph; an enclosing name comes first: {@code 3a/5x5_reduce}
   * @param module the enclosing names, {@code 3a}; empty for a step that stands alone
   * @param step what it does
   * @param inputs what it reads
   * @param output what it computes
   */
  public record Node(
      int index, String name, String module, Step step, List<Value> inputs, Value output) {
    /** The shapes of what it reads. */
    public List<Shape> inputShapes() {
      return inputs.stream().map(Value::shape).toList();
    }

    /** What it learns or stores. */
    public List<Parameter> parameters() {
      return step.parameters(inputShapes());
    }

    /** The multiplications it costs. */
    public Multiplications multiplications() {
      return step.multiplications(inputShapes());
    }

    /** What a parameter is called within the whole: {@code conv1/weights}. */
    public String weightName(Parameter parameter) {
      return name + "/" + parameter.name();
    }

    /** Its own weights out of all, by the names of its parameters. */
    public Map<String, Tensor> weights(Map<String, Tensor> all) {
      Map<String, Tensor> own = new LinkedHashMap<>();
      for (Parameter parameter : parameters()) {
        own.put(parameter.name(), all.get(weightName(parameter)));
      }
      return own;
    }

    /** Whether it has a parameter that training changes. */
    public boolean learns() {
      return parameters().stream().anyMatch(parameter -> parameter.role().learned());
    }
  }

  /**
   * Applies an operation to an input of the given shape.
   *
   * @throws IllegalArgumentException naming the layer that cannot take what it is given
   */
  public static Graph of(Op op, Shape shape) {
    Builder builder = new Builder("", new ArrayList<>(), new HashSet<>());
    Value input = new Value(0, shape);
    Value output = op.trace(builder, null, input);
    return new Graph(input, List.copyOf(builder.nodes), output);
  }

  /** For every value, by its id, the index of the last node that reads it; 0 if none does. */
  public int[] lastReaders() {
    int[] last = new int[nodes.size() + 1];
    for (Node node : nodes) {
      node.inputs().forEach(value -> last[value.id()] = node.index());
    }
    return last;
  }

  /**
   * For every value, by its id, whether something that learns leads to it: what its gradient is
   * needed for.
   */
  public boolean[] learned() {
    boolean[] learned = new boolean[nodes.size() + 1];
    for (Node node : nodes) {
      learned[node.index()] =
          node.learns() || node.inputs().stream().anyMatch(value -> learned[value.id()]);
    }
    return learned;
  }

  /** For every value, by its id, how often nodes read it; the output is read once more. */
  public int[] readers() {
    int[] readers = new int[nodes.size() + 1];
    nodes.forEach(node -> node.inputs().forEach(value -> readers[value.id()]++));
    readers[output.id()]++;
    return readers;
  }

  /** Results that nothing reads and that are not the output: those of the side heads. */
  public List<Value> sideOutputs() {
    int[] last = lastReaders();
    return nodes.stream()
        .map(Node::output)
        .filter(value -> last[value.id()] == 0 && value.id() != output.id())
        .toList();
  }

  /** The outermost module of a step, {@code 3a}, within the whole; empty for one on its own. */
  public String module(Node node) {
    String within = node.module().substring(Math.min(scope(), node.module().length()));
    return within.split("/", 2)[0];
  }

  /** The name of a step without that of the whole. */
  public String nameWithin(Node node) {
    return node.name().substring(scope());
  }

  /**
   * The length of what all names begin with, its separator counted: the name of the whole, which
   * tells nothing within it.
   */
  private int scope() {
    String whole = nodes.isEmpty() ? "" : nodes.get(0).module().split("/", 2)[0];
    boolean common = nodes.stream().allMatch(node -> node.module().split("/", 2)[0].equals(whole));
    return common && !whole.isEmpty() ? whole.length() + 1 : 0;
  }

  /** Collects nodes and names them; one builder a named scope, all filling the same list. */
  public static final class Builder {
    private final String prefix;
    private final List<Node> nodes;
    private final Set<String> names;
    private final Map<String, Integer> unnamed = new HashMap<>();

    private Builder(String prefix, List<Node> nodes, Set<String> names) {
      this.prefix = prefix;
      this.nodes = nodes;
      this.names = names;
    }

    /**
     * A builder whose names begin with the given one; this builder itself if it is null. A slash
     * follows, unless the name brings a separator of its own: {@code Mixed_5b.}
     */
    public Builder scope(String name) {
      if (name == null) {
        return this;
      }
      boolean separated = SEPARATORS.indexOf(name.charAt(name.length() - 1)) >= 0;
      return new Builder(prefix + name + (separated ? "" : "/"), nodes, names);
    }

    private String module() {
      return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
    }

    /**
     * Adds a step.
     *
     * @param name its name, or null for one after its kind: {@code conv1}, {@code conv1/relu}
     */
    public Value add(String name, Step step, List<Value> inputs) {
      String full = name == null ? automatic(step, inputs) : prefix + name;
      if (!names.add(full)) {
        throw new IllegalArgumentException("Two layers are named " + full);
      }
      Shape shape;
      try {
        shape = step.output(inputs.stream().map(Value::shape).toList());
      } catch (IllegalArgumentException problem) {
        throw new IllegalArgumentException(full + ": " + problem.getMessage(), problem);
      }
      Value output = new Value(nodes.size() + 1, shape);
      nodes.add(new Node(output.id(), full, module(), step, List.copyOf(inputs), output));
      return output;
    }

    private String automatic(Step step, List<Value> inputs) {
      int producer = inputs.get(0).id();
      if (step instanceof Layer layer && layer.belongsToPrevious() && producer > 0) {
        String base = nodes.get(producer - 1).name() + "/" + step.kind();
        String name = base;
        for (int i = 2; names.contains(name); i++) {
          name = base + i;
        }
        return name;
      }
      return prefix + step.kind() + unnamed.merge(step.kind(), 1, Integer::sum);
    }
  }
}
