package pointwise.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.engine.Engine;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.op.AvgPool;
import pointwise.op.BatchNorm;
import pointwise.op.Conv2d;
import pointwise.op.DepthwiseConv2d;
import pointwise.op.Graph;
import pointwise.op.MaxPool;
import pointwise.op.Op;
import pointwise.op.Pass;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** Every gradient against central differences of the same computation in double precision. */
class GradientTest {
  private static final double STEP = 1e-4;
  private static final double TOLERANCE = 2e-4;
  private static final List<Engine> ENGINES =
      List.of(new NaiveEngine(), Engines.loops(1), Engines.loops(2));

  @Property(tries = 60)
  void convolutions(@ForAll long seed) {
    Random random = new Random(seed);
    int groups = 1 + random.nextInt(3);
    Shape x = image(random, groups * (1 + random.nextInt(3)));
    int filters = groups * (1 + random.nextInt(3));
    Conv2d conv =
        conv(filters, odd(random), odd(random))
            .groups(groups)
            .dilation(1 + random.nextInt(2), 1 + random.nextInt(2));
    Op op = window(random, conv, x);
    agree(random.nextBoolean() ? op : sequence(op, conv(2, 1).noBias()), x, seed);
  }

  @Property(tries = 25)
  void depthwiseConvolutions(@ForAll long seed) {
    Random random = new Random(seed);
    Shape x = image(random, 1 + random.nextInt(4));
    DepthwiseConv2d conv =
        depthwiseConv(odd(random), odd(random))
            .multiplier(1 + random.nextInt(2))
            .dilation(1 + random.nextInt(2));
    agree(window(random, conv, x), x, seed);
  }

  @Property(tries = 40)
  void transposedConvolutions(@ForAll long seed) {
    Random random = new Random(seed);
    Shape x = image(random, 1 + random.nextInt(3));
    var op = transposedConv(1 + random.nextInt(3), 1 + random.nextInt(4), 1 + random.nextInt(4));
    op = op.stride(1 + random.nextInt(3), 1 + random.nextInt(3)).dilation(1 + random.nextInt(2));
    op = random.nextBoolean() ? op.same() : op.pad(random.nextInt(2), random.nextInt(3), 1, 0);
    agreeIfPossible(op, x, seed);
  }

  @Property(tries = 40)
  void poolings(@ForAll long seed) {
    Random random = new Random(seed);
    Shape x = image(random, 1 + random.nextInt(3));
    int height = 2 + random.nextInt(2);
    int width = 1 + random.nextInt(3);
    MaxPool max = window(random, maxPool(height, width), x);
    AvgPool avg = window(random, avgPool(height, width), x);
    if (random.nextBoolean()) {
      max = max.ceil();
      avg = avg.ceil();
    }
    agreeIfPossible(random.nextBoolean() ? max : max.dilation(1, 2), x, seed);
    agreeIfPossible(random.nextBoolean() ? avg : avg.countPadding(), x, seed);
    agreeIfPossible(window(random, subsample(height), x), x, seed);
    agree(globalAvgPool(), x, seed);
  }

  @Property(tries = 20)
  void normalisations(@ForAll long seed) {
    Random random = new Random(seed);
    Shape x = image(random, 1 + random.nextInt(7));
    BatchNorm norm = batchNorm();
    agree(
        random.nextBoolean() ? norm : random.nextBoolean() ? norm.noScale() : norm.noOffset(),
        x,
        seed);
    agree(sequence(conv(3, 2).same().noBias(), norm, tanh()), x, seed);
    var lrn = lrn(1 + 2 * random.nextInt(3), 1 + random.nextDouble(), 0.5, 0.75);
    agree(random.nextBoolean() ? lrn : lrn.alphaOverSize(), x, seed);
  }

  @Property(tries = 12)
  void activationsAndHeads(@ForAll long seed) {
    Random random = new Random(seed);
    Shape x = image(random, 2 + random.nextInt(3));
    agree(relu(), x, seed);
    agree(tanh(), x, seed);
    agree(tanh().scaled(1.7159, 2.0 / 3), x, seed);
    agree(sigmoid(), x, seed);
    agree(softmax(), x, seed);
    agree(softmin(), x, seed);
    agree(sequence(flatten(), dense(1 + random.nextInt(4))), x, seed);
    agree(sequence(flatten(), dense(5).noBias(), tanh(), radialBasis(3), softmin()), x, seed);
    Shape image = Shape.of(x.height() + 3, x.width() + 3, 3);
    agree(partialConv(List.of(List.of(0), List.of(1, 2), List.of(0, 2, 1)), 3), image, seed);
  }

  @Property(tries = 12)
  void branches(@ForAll long seed) {
    Shape x = image(new Random(seed), 2);
    agree(
        concat(conv(2, 1), sequence(conv(3, 3).same(), tanh()), maxPool(3).same().stride(1)),
        x,
        seed);
    agree(residual(sequence(conv(2, 3).same(), tanh(), conv(2, 1))), x, seed);
    agree(sequence(smooth(), globalAvgPool(), dense(2)), x, seed);
  }

  /** What is dropped going forward is dropped coming back, and what is kept is scaled alike. */
  @Example
  void dropoutDrawsItsMaskAgain() {
    Tensor x = Tensor.full(Shape.of(2, 5000), 3);
    Pass pass = Pass.training(Engines.loops(1), 7);
    Tensor y = dropout(0.4).forward(x, Map.of(), pass);
    Tensor g = dropout(0.4).backward(x, y, x, Map.of(), pass).inputs().get(0);
    assertThat(g).isEqualTo(y);
    double kept = IntStream.range(0, 10_000).filter(i -> y.data()[i] != 0).count() / 10_000.0;
    assertThat(kept).isBetween(0.58, 0.62);
    assertThat(y.sum() / 30_000).isBetween(0.96, 1.04);
    assertThat(dropout(0.4).forward(x, Map.of(), Pass.training(Engines.loops(1), 8)))
        .isNotEqualTo(y);
    assertThat(dropout(0.4).forward(x, Map.of(), Pass.inference(Engines.loops(1)))).isEqualTo(x);
  }

  /** Where several cells are the largest, the first has all of the gradient. */
  @Example
  void aTieGoesToTheFirst() {
    Tensor x = Tensor.full(Shape.of(2, 2, 1), 1);
    Graph graph = Graph.of(maxPool(2), x.shape());
    Tape tape = Tape.recordForInput(graph, Map.of(), x, Engines.loops(1), 1);
    Tensor gradient = Tensor.full(Shape.of(1, 1, 1), 5);
    assertThat(tape.backward(Map.of(graph.output(), gradient)).input())
        .isEqualTo(Tensor.of(x.shape(), 5, 0, 0, 0));
  }

  @Example
  void aBatchOfOneValueHasNoVariance() {
    Model model = model(batchNorm(), Shape.of(1, 1, 3), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Tape.record(
                    model.graph(),
                    model.weights(),
                    Tensor.zeros(Shape.of(1, 1, 3)),
                    Engines.loops(1),
                    1))
        .withMessageContaining("cannot learn from one value per channel");
  }

  /** An Inception module without kinks, which a small step could cross. */
  private static Op smooth() {
    return concat(
        sequence(conv(2, 1), tanh()),
        sequence(conv(1, 1), tanh(), conv(2, 3).same(), tanh()),
        sequence(conv(1, 1), tanh(), conv(1, 5).same(), tanh()),
        sequence(avgPool(3).stride(1).same(), conv(1, 1), sigmoid()));
  }

  private static int odd(Random random) {
    return 1 + random.nextInt(4);
  }

  private static Shape image(Random random, int channels) {
    int height = 3 + random.nextInt(4);
    int width = 3 + random.nextInt(4);
    return random.nextInt(3) == 0
        ? Shape.of(height, width, channels)
        : Shape.of(1 + random.nextInt(2), height, width, channels);
  }

  /** The operation with a random stride and a random padding under which its kernel fits. */
  private static <T extends Windowed<T>> T window(Random random, T op, Shape x) {
    T strided = op.stride(1 + random.nextInt(3), 1 + random.nextInt(3));
    int below = 4 + random.nextInt(3);
    int right = random.nextInt(4);
    Window w = op.window();
    int height = (w.kernelHeight() - 1) * w.dilationHeight() + 1;
    int width = (w.kernelWidth() - 1) * w.dilationWidth() + 1;
    return switch (random.nextInt(3)) {
      case 0 -> strided.same();
      case 1 ->
          height <= 4 + x.height() + below && width <= 3 + x.width() + right
              ? strided.pad(4, below, 3, right)
              : strided.same();
      default -> height <= x.height() && width <= x.width() ? strided : strided.same();
    };
  }

  private static void agreeIfPossible(Op op, Shape x, long seed) {
    try {
      Graph.of(op, x);
    } catch (IllegalArgumentException nothingToCompute) {
      return;
    }
    agree(op, x, seed);
  }

  private static void agree(Op op, Shape shape, long seed) {
    Graph graph = Graph.of(op, shape);
    Random random = new Random(seed);
    Tensor x = spread(shape, random);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (String name : Model.of(op, shape, seed).weights().keySet()) {
      weights.put(name, spread(Model.of(op, shape, seed).weights().get(name).shape(), random));
    }
    Tensor gradient = spread(graph.output().shape(), random);
    List<Tape.Result> results = new ArrayList<>();
    for (Engine engine : ENGINES) {
      Tape tape = Tape.recordForInput(graph, weights, x, engine, seed);
      Map<String, double[]> doubles = doubles(weights);
      close(
          op + " forward",
          tape.value(graph.output()),
          new DoubleValues(graph, doubles, doubles(x)).output());
      results.add(tape.backward(Map.of(graph.output(), gradient)));
    }
    assertThat(results.get(2)).as("the same bits on two threads").isEqualTo(results.get(1));
    double[] input = differences(graph, weights, x, gradient, null);
    for (Tape.Result result : results) {
      close(op + " on " + shape, result.input(), input);
      for (String name : weights.keySet()) {
        if (name.endsWith("/mean") || name.endsWith("/variance") || name.endsWith("/patterns")) {
          assertThat(result.weights()).doesNotContainKey(name);
        } else {
          close(
              op + " " + name,
              result.weights().get(name),
              differences(graph, weights, x, gradient, name));
        }
      }
    }
  }

  /** Distinct values further apart than the step, none of them 0, in random order. */
  private static Tensor spread(Shape shape, Random random) {
    int size = (int) shape.size();
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (order[i] + 0.5f) / size * 2 - 1;
      values[i] += values[i] == 0 ? 0.3f : 0;
    }
    return Tensor.wrap(shape, values);
  }

  /** The derivative of Σ gradient · output by each element of the input, or of some weights. */
  private static double[] differences(
      Graph graph, Map<String, Tensor> weights, Tensor x, Tensor gradient, String name) {
    Map<String, double[]> doubles = doubles(weights);
    double[] input = doubles(x);
    double[] changed = name == null ? input : doubles.get(name);
    return IntStream.range(0, changed.length)
        .mapToDouble(
            i -> {
              double old = changed[i];
              changed[i] = old + STEP;
              double above = weighted(graph, doubles, input, gradient);
              changed[i] = old - STEP;
              double below = weighted(graph, doubles, input, gradient);
              changed[i] = old;
              return (above - below) / (2 * STEP);
            })
        .toArray();
  }

  private static double weighted(
      Graph graph, Map<String, double[]> weights, double[] x, Tensor gradient) {
    double[] y = new DoubleValues(graph, weights, x).output();
    return IntStream.range(0, y.length).mapToDouble(i -> y[i] * gradient.data()[i]).sum();
  }

  private static Map<String, double[]> doubles(Map<String, Tensor> tensors) {
    Map<String, double[]> doubles = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> doubles.put(name, doubles(tensor)));
    return doubles;
  }

  private static double[] doubles(Tensor tensor) {
    return IntStream.range(0, tensor.data().length).mapToDouble(i -> tensor.data()[i]).toArray();
  }

  private static void close(String what, Tensor actual, double[] expected) {
    double scale = 1 + DoubleStream.of(expected).map(Math::abs).max().orElse(0);
    assertThat(actual).as(what).isNotNull();
    assertThat(actual.data().length).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(actual.data()[i] - expected[i]) <= TOLERANCE * scale)) {
        throw new AssertionError(
            String.format(
                Locale.ROOT,
                "%s: element %d is %s, not %s",
                what,
                i,
                actual.data()[i],
                expected[i]));
      }
    }
  }
}
