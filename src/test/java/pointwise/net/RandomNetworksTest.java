package pointwise.net;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.memory;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pointwise.cost.CostReport;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.engine.fast.FastEngine;
import pointwise.model.Model;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.op.Multiplications;
import pointwise.op.Network;
import pointwise.op.Parameter.Role;
import pointwise.op.RadialBasis;
import pointwise.tensor.Tensor;

/**
 * Networks that nobody drew: the engines, the counts and the memory agree on all of them.
 *
 * <p>The seed changes with the day, so that every build tries others; it is printed, and {@code
 * -Dpointwise.seed} repeats it.
 */
class RandomNetworksTest {
  private static final int NETWORKS = 20_000;

  /** Engines add in different orders; a step may multiply what differs by its largest weight. */
  private static final float TOLERANCE = 2e-4f;

  @Test
  void enginesCountsAndMemoryAgree() {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    long seed = Long.getLong("pointwise.seed", today);
    System.out.println(NETWORKS + " random networks with -Dpointwise.seed=" + seed);
    Set<String> kinds = new TreeSet<>();
    List<FastEngine> engines = new ArrayList<>(List.of(Engines.loops(1), Engines.loops(2)));
    if (Engines.hasVectors()) {
      engines.addAll(List.of(Engines.vector(1), Engines.vector(2)));
    }
    for (int i = 0; i < NETWORKS; i++) {
      Random random = new Random(seed * NETWORKS + i);
      Network network = RandomNetworks.draw(random);
      network.graph().nodes().forEach(node -> kinds.add(node.step().kind()));
      try {
        check(network, random.nextLong(), engines);
      } catch (AssertionError | RuntimeException problem) {
        throw new AssertionError(
            "Network "
                + i
                + " of -Dpointwise.seed="
                + seed
                + ", "
                + network.body()
                + " on "
                + network.input()
                + ": "
                + problem,
            problem);
      }
    }
    assertThat(kinds).hasSizeGreaterThan(20);
  }

  private static void check(Network network, long seed, List<FastEngine> engines) {
    Model model = trained(network, seed);
    Tensor x = Tensor.random(network.input(), seed);
    NaiveEngine all = new NaiveEngine();
    NaiveEngine inside = NaiveEngine.insideOnly();
    Tensor expected = model.forward(x, all);
    float scale = 1 + magnitude(expected);
    assertThat(model.forward(x, inside).maxDifference(expected)).isLessThan(TOLERANCE * scale);

    CostReport report = count(network);
    Multiplications own = ownLoops(network.graph());
    assertThat(all.multiplications()).isEqualTo(report.multiplications() - own.dense());
    assertThat(inside.multiplications()).isEqualTo(report.multiplicationsInside() - own.inside());
    if (!network.graph().nodes().isEmpty()) {
      assertThat(memory(network).inference()).isEqualTo(4 * mostNumbersAlive(network.graph()));
    }
    for (int i = 0; i < engines.size(); i += 2) {
      Tensor one = model.forward(x, engines.get(i));
      assertThat(one.shape()).isEqualTo(expected.shape());
      assertThat(one.maxDifference(expected)).isLessThan(TOLERANCE * scale);
      assertThat(model.forward(x, engines.get(i + 1))).as("two threads").isEqualTo(one);
    }
  }

  /** What radial basis functions square in a loop of their own, where no engine counts. */
  private static Multiplications ownLoops(Graph graph) {
    return graph.nodes().stream()
        .filter(node -> node.step() instanceof RadialBasis)
        .map(Node::multiplications)
        .reduce(
            Multiplications.NONE,
            (a, b) -> new Multiplications(a.dense() + b.dense(), a.inside() + b.inside()));
  }

  /** A model whose normalisations have seen something: fresh ones are the identity. */
  private static Model trained(Network network, long seed) {
    Model fresh = Model.of(network.body(), network.input(), seed);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network
        .graph()
        .nodes()
        .forEach(
            node ->
                node.parameters().stream()
                    .filter(parameter -> parameter.role() != Role.WEIGHT)
                    .forEach(
                        parameter -> {
                          Tensor values = Tensor.random(parameter.shape(), seed + weights.size());
                          for (int i = 0; i < values.data().length; i++) {
                            float value = values.data()[i];
                            values.data()[i] =
                                parameter.role() == Role.VARIANCE ? 0.5f + value * value : value;
                          }
                          weights.put(node.name() + "/" + parameter.name(), values);
                        }));
    return fresh.withWeights(weights);
  }

  /**
   * The most numbers held at a time, by the definition: a tensor is alive during a step if it was
   * there before or is computed in it, and this step, a later one or the caller reads it.
   */
  private static long mostNumbersAlive(Graph graph) {
    List<Value> values = new ArrayList<>(List.of(graph.input()));
    graph.nodes().forEach(node -> values.add(node.output()));
    return graph.nodes().stream()
        .mapToLong(
            now ->
                values.stream()
                    .filter(value -> value.id() <= now.index())
                    .filter(
                        value ->
                            value.id() == now.index()
                                || value.equals(graph.output())
                                || readFrom(graph, now.index()).contains(value.id()))
                    .mapToLong(value -> value.shape().size())
                    .sum())
        .max()
        .orElse(0);
  }

  private static Set<Integer> readFrom(Graph graph, int index) {
    Set<Integer> read = new HashSet<>();
    for (Node node : graph.nodes().subList(index - 1, graph.nodes().size())) {
      node.inputs().forEach(value -> read.add(value.id()));
    }
    return read;
  }

  private static float magnitude(Tensor y) {
    return y.maxDifference(Tensor.zeros(y.shape()));
  }
}
