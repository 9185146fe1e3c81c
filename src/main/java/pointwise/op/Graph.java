package pointwise.op;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pointwise.tensor.Interrupts;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * An operation applied to an input of one shape, laid out as its single steps in the order in which
 * they can be computed. Costs, models and drawings all read this list.
 *
 * @param input what the operation is applied to
 * @param nodes the steps; each uses only the input and results of steps before it
 * @param output the result of the whole
 * @param whole what all names begin with, its separator too: the name of the whole, which tells
 *     nothing within it; often empty
 */
public record Graph(Value input, List<Node> nodes, Value output, String whole) {

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
      return said("parameters", step, step.parameters(inputShapes()));
    }

    /** The multiplications it costs. */
    public Multiplications multiplications() {
      return said("multiplications", step, step.multiplications(inputShapes()));
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
    Require.given(op, "an operation");
    Value input = new Value(0, Require.given(shape, "the shape of the input"));
    Names names = new Names();
    Value output = op.trace(new Builder(names, null), null, input);
    List<Node> nodes = names.nodes();
    return new Graph(input, nodes, output, whole(nodes));
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
    return outermost(node.module().substring(Math.min(whole.length(), node.module().length())));
  }

  /** The name of a step without that of the whole. */
  public String nameWithin(Node node) {
    return node.name().substring(whole.length());
  }

  /** A step may be a reader's own, written in a cell. */
  private static <T> T said(String what, Step step, T answer) {
    if (answer == null) {
      throw new IllegalArgumentException("Expected %s of %s, but got null".formatted(what, step));
    }
    return answer;
  }

  private static String whole(List<Node> nodes) {
    String whole = nodes.isEmpty() ? "" : outermost(nodes.get(0).module());
    boolean common =
        !whole.isEmpty() && nodes.stream().allMatch(node -> outermost(node.module()).equals(whole));
    return common ? nodes.get(0).name().substring(0, whole.length() + 1) : "";
  }

  private static String outermost(String module) {
    int end = module.indexOf('/');
    return end < 0 ? module : module.substring(0, end);
  }

  /** Collects the steps; a builder per scope, all filling the same list. */
  public static final class Builder {
    private final Names names;
    private final Names.Scope scope;

    private Builder(Names names, Names.Scope scope) {
      this.names = names;
      this.scope = scope;
    }

    /**
     * A builder whose names begin with the given one; this builder itself if it is null. A slash
     * follows, unless the name brings a separator of its own: {@code Mixed_5b.}
     */
    public Builder scope(String name) {
      return name == null ? this : new Builder(names, new Names.Scope(scope, name, null));
    }

    /**
     * A builder for a module in which branches meet. Without a name its layers stand on their own,
     * unless another such module has a layer of the same name: then both are numbered, {@code
     * inception1/1x1} and {@code inception2/1x1}.
     *
     * @param kind what such modules are numbered by
     */
    public Builder module(String name, String kind) {
      return new Builder(names, new Names.Scope(scope, name, kind));
    }

    /**
     * Adds a step.
     *
     * @param name its name, or null for one after its kind: {@code conv1}, {@code conv1/relu}
     */
    public Value add(String name, Step step, List<Value> inputs) {
      Interrupts.check();
      try {
        Shape shape =
            said("an output", step, step.output(inputs.stream().map(Value::shape).toList()));
        said("a kind", step, step.kind());
        said("a label", step, step.label());
        said("a family", step, step.family());
        return names.add(scope, name, step, inputs, shape);
      } catch (IllegalArgumentException problem) {
        throw new IllegalArgumentException(
            names.next(scope, name, step, inputs) + ": " + problem.getMessage(), problem);
      }
    }
  }
}
