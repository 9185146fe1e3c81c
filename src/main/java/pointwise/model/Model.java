package pointwise.model;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pointwise.engine.Engine;
import pointwise.engine.fast.Engines;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.op.Parameter;
import pointwise.tensor.Heap;
import pointwise.tensor.Npz;
import pointwise.tensor.Require;
import pointwise.tensor.Seeds;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** An operation with weights: what can be run on an input. Immutable. */
public final class Model {
  private final Op op;
  private final Graph graph;
  private final Map<String, Tensor> weights;
  private volatile Plan plan;

  private Model(Op op, Graph graph, Map<String, Tensor> weights) {
    this.op = op;
    this.graph = graph;
    this.weights = weights;
  }

  /**
   * A model with random weights; the same seed gives the same weights everywhere.
   *
   * @param input the shape of the inputs it will run on
   */
  public static Model of(Op op, Shape input, long seed) {
    return of(op, input, Initializer.HE, seed);
  }

  /** A model with random weights drawn by the given rule. */
  public static Model of(Op op, Shape input, Initializer initializer, long seed) {
    Require.given(initializer, "an initializer");
    Graph graph = Graph.of(op, input);
    checkMemory(graph);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Graph.Node node : graph.nodes()) {
      for (Parameter parameter : node.parameters()) {
        String name = node.weightName(parameter);
        weights.put(name, initializer.initialize(parameter, Seeds.of(seed, name)));
      }
    }
    return new Model(op, graph, weights);
  }

  private static void checkMemory(Graph graph) {
    long floats = 0;
    for (Graph.Node node : graph.nodes()) {
      for (Parameter parameter : node.parameters()) {
        // Tells of a tensor that no array can hold.
        floats += Tensor.arrayLength(parameter.shape());
      }
    }
    Heap.require(floats * Float.BYTES, () -> "the weights of this model");
  }

  /** What it computes. */
  public Op op() {
    return op;
  }

  /** Its steps, in the order in which they are computed. */
  public Graph graph() {
    return graph;
  }

  /** Its weights in the order of the layers, named like {@code conv1/weights}. */
  public Map<String, Tensor> weights() {
    return Collections.unmodifiableMap(weights);
  }

  /**
   * The same model with some of its weights replaced.
   *
   * @throws IllegalArgumentException if a name is unknown or a shape is not that of the weights
   */
  public Model withWeights(Map<String, Tensor> replaced) {
    return new Model(op, graph, NamedWeights.replaced(weights, replaced));
  }

  /**
   * The same model with other weights, one tensor for each of {@link #weights()} in their order.
   *
   * @throws IllegalArgumentException if there are more or fewer, or a shape is not that of the
   *     weights
   */
  public Model withWeights(Tensor... inOrder) {
    if (Require.all("weights", inOrder).size() != weights.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "This model has %d tensors of weights (%s), but got %d",
              weights.size(),
              String.join(", ", weights.keySet()),
              inOrder.length));
    }
    Map<String, Tensor> replaced = new LinkedHashMap<>();
    weights.keySet().forEach(name -> replaced.put(name, inOrder[replaced.size()]));
    return withWeights(replaced);
  }

  /**
   * Writes all weights to an .npz file, which NumPy reads: {@code
   * numpy.load(file)["conv1/weights"]}. Convolution filters are height × width × inputs × outputs,
   * dense weights inputs × outputs.
   *
   * @return the file
   * @throws UncheckedIOException in one sentence, if it cannot be written; what was there before
   *     stays
   */
  public Path save(Path file) {
    return Npz.write(file, weights);
  }

  /**
   * The same model with the weights of an .npz file, as {@link #save} or {@code numpy.savez} writes
   * them.
   *
   * @throws UncheckedIOException in one sentence, if it cannot be read
   * @throws IllegalArgumentException if it lacks weights of this model, has others, or a shape is
   *     not that of the weights
   */
  public Model load(Path file) {
    return withWeights(NamedWeights.loaded(file, weights.keySet()));
  }

  /**
   * Writes all weights to an .npz file under the names and in the order of the axes that PyTorch
   * has: {@code conv1.weight} is outputs × inputs × height × width, {@code fc1.weight} outputs ×
   * inputs, the inputs of a dense layer behind a flatten channel by channel.
   *
   * <pre>{@code
   * net.load_state_dict({k: torch.from_numpy(v) for k, v in numpy.load(file).items()},
   *     strict=False)
   * }</pre>
   *
   * @return the file
   * @throws UncheckedIOException in one sentence, if it cannot be written; what was there before
   *     stays
   * @throws IllegalArgumentException naming the layer with weights that PyTorch does not have
   */
  public Path saveForPyTorch(Path file) {
    return Npz.write(file, new PyTorchWeights(graph).toPyTorch(weights));
  }

  /**
   * The same model with the weights of an .npz file that PyTorch's names and order are in, as
   * {@link #saveForPyTorch} writes it or Python does:
   *
   * <pre>{@code
   * numpy.savez(file, **{k: v.numpy() for k, v in net.state_dict().items()
   *     if v.is_floating_point()})
   * }</pre>
   *
   * @throws UncheckedIOException in one sentence, if it cannot be read
   * @throws IllegalArgumentException if it lacks weights of this model or has others, a shape is
   *     not that of the weights, or PyTorch does not have such a layer
   */
  public Model loadFromPyTorch(Path file) {
    PyTorchWeights names = new PyTorchWeights(graph);
    Map<String, Tensor> loaded = NamedWeights.loaded(file, names.names());
    return withWeights(names.toOwn(loaded));
  }

  /**
   * The same weights for inputs of another shape: a batch, say, or larger images.
   *
   * @throws IllegalArgumentException if a layer would need weights of another shape
   */
  public Model on(Shape input) {
    Graph other = Graph.of(op, input);
    for (Graph.Node node : other.nodes()) {
      for (Parameter parameter : node.parameters()) {
        Shape own = weights.get(node.weightName(parameter)).shape();
        if (!own.equals(parameter.shape())) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "On inputs of shape %s the weights '%s' would have shape %s, but they have %s",
                  input,
                  node.weightName(parameter),
                  parameter.shape(),
                  own));
        }
      }
    }
    return new Model(op, other, weights);
  }

  /**
   * Runs the model on the fastest engine of this machine.
   *
   * <p>Where it takes Winograd's short cut (3×3 and 5×5 with stride 1), the 16 outputs of a tile
   * are computed together: a NaN, an infinity or a huge value reaches those too that do not see it.
   * {@link #forwardAsCounted} does not take it.
   */
  public Tensor forward(Tensor x) {
    return forward(x, Engines.fastest());
  }

  /**
   * Runs the model with every multiplication that is counted: each output is computed from nothing
   * but what it sees.
   */
  public Tensor forwardAsCounted(Tensor x) {
    return forward(x, Engines.direct());
  }

  /**
   * Runs the model on the given engine; a tensor is let go after the last layer that reads it.
   *
   * @param x a tensor of the shape the model was made for
   */
  public Tensor forward(Tensor x, Engine engine) {
    check(x);
    Optional<FastEngine> fast =
        graph.nodes().isEmpty() ? Optional.empty() : Engines.preparing(engine);
    return Heap.within(
        () -> "running this model on " + x.shape(),
        () -> fast.isPresent() ? plan(fast.get()).run(x) : interpret(x, engine));
  }

  private void check(Tensor x) {
    if (!Require.given(x, "an input").shape().equals(graph.input().shape())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "This model was made for inputs of shape %s, but got %s",
              graph.input().shape(),
              x.shape()));
    }
  }

  /**
   * Runs the model and keeps what every layer gives, by the layer's name, in the order in which
   * they are computed.
   *
   * @param x a tensor of the shape the model was made for
   */
  public Map<String, Tensor> layers(Tensor x) {
    check(x);
    Tensor[] values = new Tensor[graph.nodes().size() + 1];
    values[0] = x;
    Map<String, Tensor> layers = new LinkedHashMap<>();
    for (Graph.Node node : graph.nodes()) {
      values[node.index()] = compute(node, values, Engines.fastest());
      layers.put(node.name(), values[node.index()]);
    }
    return Collections.unmodifiableMap(layers);
  }

  /**
   * How an engine computes each step and at what rate, one line per step; what it leaves out, such
   * as a ReLU that is applied on the way, has no line. Waits until the engine has its full speed,
   * so that it tells of the engine that computes from then on.
   */
  public String explain(Engine engine) {
    Engines.awaitFullSpeed(engine);
    return Engines.preparing(engine)
        .map(this::explain)
        .orElse("every step as the operation defines it, in plain loops");
  }

  private String explain(FastEngine fast) {
    double peak = fast.peakGmacs();
    Stream<String> steps =
        new Plan(fast, graph, preparedFor(fast))
            .steps().stream().map(step -> step.name() + ": " + explain(step.routine(), peak));
    return Stream.concat(fast.replaced().stream(), steps).collect(Collectors.joining("\n"));
  }

  private static String explain(Routine routine, double peak) {
    double expected = routine.expectedShareOfPeak() * peak;
    return Double.isNaN(expected)
        ? routine.explanation()
        : String.format(
            Locale.ROOT, "%s; expect about %.0f GMAC/s", routine.explanation(), expected);
  }

  /** The plan for an engine, made at the first call and kept until another engine is asked for. */
  Plan plan(FastEngine engine) {
    Plan ready = plan;
    if (ready == null || ready.engine() != engine) {
      ready = new Plan(engine, graph, preparedFor(engine));
      plan = ready;
    }
    return ready;
  }

  private Function<Graph.Node, Routine> preparedFor(FastEngine engine) {
    return node -> node.step().prepare(node.inputShapes(), node.weights(weights), engine);
  }

  private Tensor compute(Graph.Node node, Tensor[] values, Engine engine) {
    List<Tensor> inputs = node.inputs().stream().map(value -> values[value.id()]).toList();
    return node.step().forward(inputs, node.weights(weights), engine);
  }

  /** Runs node after node, each as the operation defines it. */
  private Tensor interpret(Tensor x, Engine engine) {
    Tensor[] values = new Tensor[graph.nodes().size() + 1];
    values[0] = x;
    int[] lastReader = graph.lastReaders();
    lastReader[graph.output().id()] = Integer.MAX_VALUE;
    for (Graph.Node node : graph.nodes()) {
      values[node.index()] = compute(node, values, engine);
      for (Graph.Value read : node.inputs()) {
        if (lastReader[read.id()] == node.index()) {
          values[read.id()] = null;
        }
      }
    }
    return values[graph.output().id()];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "model(%s, %s → %s, %d tensors of weights)",
        op,
        graph.input().shape(),
        graph.output().shape(),
        weights.size());
  }
}
