package pointwise.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import pointwise.engine.FastEngine;
import pointwise.engine.Routine;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.op.Join;
import pointwise.tensor.Tensor;

/**
 * A model made ready for one engine: its weights packed, and the place of every tensor known before
 * it runs.
 *
 * <p>Four kinds of nodes vanish. A batch normalisation becomes part of the weights before it. A
 * ReLU is applied as the step before it stores. The branches of a concatenation write into the
 * result, side by side. Flattening reads the same memory in another shape. All tensors but the
 * input and the result share one array, the {@link Arena}.
 */
final class Plan {
  /** What is left of a node: a routine, and the spots it reads and writes. */
  record Step(String name, Routine routine, List<Spot> inputs, Spot output) {}

  private final FastEngine engine;
  private final Graph graph;
  private final Spot[] spots;
  private final List<Step> steps = new ArrayList<>();
  private final Arena arena;

  /** The state of a run that has ended, for the next one; runs at the same time make their own. */
  private final AtomicReference<PlannedRun> spare = new AtomicReference<>();

  /**
   * Plans a model.
   *
   * @param prepare gives the routine of a node
   */
  Plan(FastEngine engine, Graph graph, Function<Node, Routine> prepare) {
    this.engine = engine;
    this.graph = graph;
    this.spots = Spot.of(graph);
    for (Node node : graph.nodes()) {
      if (!vanishes(node)) {
        Routine routine = prepare.apply(node);
        if (!merge(node, routine)) {
          List<Spot> inputs = node.inputs().stream().map(value -> spots[value.id()]).toList();
          steps.add(new Step(node.name(), routine, inputs, spots[node.output().id()]));
        }
      }
    }
    this.arena = Arena.of(graph, steps, outputRoot());
  }

  FastEngine engine() {
    return engine;
  }

  List<Step> steps() {
    return steps;
  }

  Arena arena() {
    return arena;
  }

  int outputRoot() {
    return spots[graph.output().id()].root();
  }

  /** Runs it; any number of threads may do so at once. */
  Tensor run(Tensor x) {
    PlannedRun run = spare.getAndSet(null);
    if (run == null) {
      run = new PlannedRun(this);
    }
    float[] y = new float[Tensor.arrayLength(graph.output().shape())];
    try {
      run.run(x.data(), y);
    } finally {
      spare.set(run);
    }
    return Tensor.wrap(graph.output().shape(), y);
  }

  /** Whether a node needs no step of its own; adds the copies that a concatenation may need. */
  private boolean vanishes(Node node) {
    Spot output = spots[node.output().id()];
    for (int i = 0; i < node.inputs().size(); i++) {
      Value input = node.inputs().get(i);
      Spot within = output.ofInput(node, i);
      if (within == null) {
        return false;
      }
      if (!within.equals(spots[input.id()])) {
        if (node.step() != Join.CONCAT) {
          return false;
        }
        Routine copy = engine.sum(input.shape());
        steps.add(new Step(node.name(), copy, List.of(spots[input.id()]), within));
      }
    }
    return true;
  }

  /** Makes the last step do a node's work too, if the node alone reads its result. */
  private boolean merge(Node node, Routine routine) {
    Value input = node.inputs().get(0);
    int last = steps.size() - 1;
    if (node.inputs().size() > 1
        || last < 0
        || !steps.get(last).output().equals(spots[input.id()])
        || readers(input) > 1) {
      return false;
    }
    Step step = steps.get(last);
    Routine both = routine.after(step.routine());
    if (both == null) {
      return false;
    }
    Spot output = spots[node.output().id()];
    steps.set(last, new Step(step.name(), both, step.inputs(), output));
    return true;
  }

  private long readers(Value value) {
    long asOutput = value.equals(graph.output()) ? 1 : 0;
    return asOutput
        + graph.nodes().stream()
            .flatMap(node -> node.inputs().stream())
            .filter(value::equals)
            .count();
  }
}
