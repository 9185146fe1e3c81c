package pointwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.tensor.Tensor;

/**
 * A model made ready for one engine: its weights packed, and the place of every tensor known before
 * it runs.
 *
 * <p>Four kinds of nodes need no step of their own. A batch normalisation becomes part of the
 * weights before it. A ReLU is applied as the step before it stores. The branches of a
 * concatenation write into the result, side by side. What only passes numbers on, such as
 * flattening, reads the same memory in another shape. All tensors but the input and the result
 * share one array, the {@link Arena}.
 */
final class Plan {
  /** What is left of a node: a routine, and the slices it reads and writes. */
  record PlannedStep(String name, Routine routine, List<BufferSlice> inputs, BufferSlice output) {}

  private static final int NO_STEP = -1;

  private final FastEngine engine;
  private final Graph graph;
  private final BufferSlice[] slices;
  private final List<PlannedStep> steps = new ArrayList<>();
  private final Arena arena;

  /** How many nodes read each value, and once more if it is the result of the whole. */
  private final int[] readers;

  /** The step that computes each value, or {@link #NO_STEP} if several do, or a copy. */
  private final int[] computedBy;

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
    // Before anything counts pixels or tasks as int: what no array can hold is told as such.
    Tensor.arrayLength(graph.input().shape());
    graph.nodes().forEach(node -> Tensor.arrayLength(node.output().shape()));
    this.slices = BufferSlice.of(graph);
    this.readers = graph.readers();
    this.computedBy = new int[slices.length];
    Arrays.fill(computedBy, NO_STEP);
    for (Node node : graph.nodes()) {
      if (liesInItsResult(node)) {
        copyWhatLiesElsewhere(node);
      } else {
        Routine routine = prepare.apply(node);
        if (!merge(node, routine)) {
          computedBy[node.output().id()] = steps.size();
          List<BufferSlice> inputs = node.inputs().stream().map(this::slice).toList();
          steps.add(new PlannedStep(node.name(), routine, inputs, slice(node.output())));
        }
      }
    }
    this.arena = Arena.of(graph, steps, outputRoot());
  }

  FastEngine engine() {
    return engine;
  }

  List<PlannedStep> steps() {
    return steps;
  }

  Arena arena() {
    return arena;
  }

  int outputRoot() {
    return slice(graph.output()).root();
  }

  /** Runs it; any number of threads may do so at once. */
  Tensor run(Tensor x) {
    PlannedRun run = spare.getAndSet(null);
    if (run == null) {
      run = new PlannedRun(this);
    }
    float[] y = Tensor.allocate(graph.output().shape());
    try {
      run.run(x.data(), y);
    } finally {
      spare.set(run);
    }
    // Side heads alone pass on what they read: no step writes a result.
    return graph.output().equals(graph.input()) ? x : Tensor.wrap(graph.output().shape(), y);
  }

  private BufferSlice slice(Value value) {
    return slices[value.id()];
  }

  /** Whether a node only puts its inputs together, so that they can lie in its result. */
  private boolean liesInItsResult(Node node) {
    BufferSlice result = slice(node.output());
    return IntStream.range(0, node.inputs().size()).allMatch(i -> result.ofInput(node, i) != null);
  }

  /** Copies those inputs of a node into its result that have to lie elsewhere. */
  private void copyWhatLiesElsewhere(Node node) {
    BufferSlice result = slice(node.output());
    boolean copied = false;
    for (int i = 0; i < node.inputs().size(); i++) {
      Value input = node.inputs().get(i);
      BufferSlice within = result.ofInput(node, i);
      if (!within.equals(slice(input))) {
        copied = true;
        Routine copy = engine.sum(input.shape());
        steps.add(new PlannedStep(node.name(), copy, List.of(slice(input)), within));
      }
    }
    // The same numbers in the same shape: the step that computed the input computed the result.
    Value first = node.inputs().get(0);
    if (!copied && readers[first.id()] == 1 && first.shape().equals(node.output().shape())) {
      computedBy[node.output().id()] = computedBy[first.id()];
    }
  }

  /**
   * Makes the step that computed a node's input do the node's work too. It has to be the step of
   * this very value, not only of one in the same memory, and the node the only one that reads it.
   */
  private boolean merge(Node node, Routine routine) {
    Value input = node.inputs().get(0);
    int index = computedBy[input.id()];
    if (node.inputs().size() > 1 || index == NO_STEP || readers[input.id()] > 1) {
      return false;
    }
    PlannedStep step = steps.get(index);
    Routine both = routine.after(step.routine());
    if (both == null) {
      return false;
    }
    steps.set(index, new PlannedStep(step.name(), both, step.inputs(), slice(node.output())));
    computedBy[node.output().id()] = index;
    return true;
  }
}
