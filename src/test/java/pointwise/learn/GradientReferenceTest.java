package pointwise.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.*;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.engine.Example;
import pointwise.engine.fast.Engines;
import pointwise.op.Conv2d;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.op.TransposedConv2d;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Gradients, losses and optimisers' steps that JAX and optax computed; see gradient_values.py. */
class GradientReferenceTest {
  private static final float TOLERANCE = 2e-5f;

  private static Stream<Example> examples(List<String> kinds, boolean among) throws IOException {
    return Example.read("gradient_values.txt").stream()
        .filter(example -> kinds.contains(kind(example)) == among);
  }

  private static String kind(Example example) {
    return example.settings("op").keySet().iterator().next();
  }

  static Stream<Example> operations() throws IOException {
    return examples(List.of("loss", "sgd", "adam"), false);
  }

  static Stream<Example> losses() throws IOException {
    return examples(List.of("loss"), true);
  }

  static Stream<Example> optimizers() throws IOException {
    return examples(List.of("sgd", "adam"), true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void gradient(Example example) {
    Tensor x = example.tensor("x");
    Graph graph = Graph.of(operation(example), x.shape());
    String layer = graph.nodes().get(0).name();
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (String name : List.of("weights", "bias", "gamma", "beta")) {
      if (example.has(name)) {
        weights.put(layer + "/" + name, example.tensor(name));
      }
    }
    Map<String, Tensor> all = new LinkedHashMap<>(weights);
    all.put(layer + "/mean", Tensor.zeros(Shape.of(x.shape().channels())));
    all.put(layer + "/variance", Tensor.full(Shape.of(x.shape().channels()), 1));
    Tape.Result back =
        Tape.recordForInput(graph, all, x, Engines.loops(2), 1)
            .backward(Map.of(graph.output(), example.tensor("g")));
    assertThat(back.input().maxDifference(example.tensor("gx"))).isLessThan(TOLERANCE);
    assertThat(back.weights().keySet()).isEqualTo(weights.keySet());
    back.weights()
        .forEach(
            (name, gradient) -> {
              Tensor expected = example.tensor("g" + name.substring(name.indexOf('/') + 1));
              assertThat(gradient.maxDifference(expected)).as(name).isLessThan(TOLERANCE);
            });
  }

  private static Op operation(Example example) {
    Map<String, String> settings = example.settings("op");
    return switch (kind(example)) {
      case "conv" ->
          new Conv2d(
              Integer.parseInt(settings.get("filters")),
              Example.window(settings),
              Integer.parseInt(settings.get("groups")),
              true);
      case "transposed" ->
          new TransposedConv2d(
              Integer.parseInt(settings.get("filters")), Example.window(settings), true);
      case "maxpool" -> maxPool(2).withWindow(Example.window(settings));
      case "avgpool" -> avgPool(2).withWindow(Example.window(settings));
      case "batchnorm" -> batchNorm();
      case "dense" -> dense(Integer.parseInt(settings.get("outputs")));
      case "softmax" -> softmax();
      default -> throw new IllegalStateException(example.toString());
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void loss(Example example) {
    Map<String, String> settings = example.settings("op");
    CrossEntropy.Loss loss =
        new CrossEntropy(Double.parseDouble(settings.get("smoothing")))
            .of(example.tensor("x"), Example.numbers(settings.get("labels")));
    assertThat(loss.value()).isCloseTo(example.tensor("y").data()[0], within(1e-6));
    assertThat(loss.gradient().maxDifference(example.tensor("gx"))).isLessThan(1e-7f);
  }

  /** The decay is on weights alone, so what is learned here is called the weights of a layer. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("optimizers")
  void steps(Example example) {
    Graph graph = Graph.of(dense(2).noBias(), Shape.of(3));
    String name = graph.nodes().get(0).name() + "/weights";
    Tensor start = example.tensor("w").reshape(3, 2);
    Weights weights = new Weights(graph, Map.of(name, start));
    for (int i = 0; example.has("g" + i); i++) {
      Tensor gradient = example.tensor("g" + i).reshape(3, 2);
      Optimizer optimizer = optimizer(example);
      weights.step(
          new Tape.Result(Map.of(name, gradient), Map.of(), null),
          optimizer,
          optimizer.rate(),
          Double.POSITIVE_INFINITY);
      Tensor expected = example.tensor("w" + i).reshape(3, 2);
      assertThat(weights.tensors().get(name).maxDifference(expected)).isLessThan(1e-5f);
    }
  }

  private static Optimizer optimizer(Example example) {
    Map<String, String> settings = example.settings("op");
    double rate = Double.parseDouble(settings.get("rate"));
    double decay = Double.parseDouble(settings.getOrDefault("decay", "0"));
    if (settings.containsKey("adam")) {
      return Adam.of(rate).decay(decay);
    }
    Sgd sgd =
        Sgd.of(rate)
            .momentum(Double.parseDouble(settings.getOrDefault("momentum", "0")))
            .decay(decay);
    return settings.containsKey("nesterov") ? sgd.withNesterov() : sgd;
  }
}
