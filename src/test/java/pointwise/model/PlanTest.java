package pointwise.model;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.batchNorm;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.dropout;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.lrn;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.sideHead;
import static pointwise.Pointwise.softmax;
import static pointwise.Pointwise.transposedConv;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.FastEngines;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

class PlanTest {
  private static final Shape IMAGE = Shape.of(9, 11, 6);

  static Stream<Op> designs() {
    Op small = conv(5, 3).same();
    return Stream.of(
        small,
        sequence(),
        sequence(relu()),
        sequence(small, batchNorm(), relu(), lrn(), conv(3, 1), batchNorm()),
        concat(sequence(small, lrn()), sequence(small, batchNorm())),
        sequence(small, relu(), conv(7, 1), relu(), maxPool(2)),
        sequence(small, relu(), relu()),
        inception(4, 5, 6, 2, 3, 4),
        sequence(inception(4, 5, 6, 2, 3, 4).named("a"), inception(4, 5, 6, 2, 3, 4).named("b")),
        concat(small, sequence(), sequence(relu()), maxPool(3).stride(1).same()),
        concat(concat(small, conv(3, 1)), concat(conv(2, 1), sequence(small, relu()))),
        sequence(conv(4, 1), concat(sequence(), sequence(), conv(3, 3).same())),
        residual(sequence(conv(6, 3).same(), relu(), conv(6, 3).same())),
        sequence(residual(conv(6, 1)), relu(), residual(depthwiseConv(3).same(), conv(6, 1))),
        sequence(flatten(), dense(10), relu(), dense(3), softmax()),
        sequence(small, flatten(), dense(10), softmax()),
        sequence(concat(small, conv(3, 1)), flatten(), dense(4)),
        sequence(depthwiseConv(3).same(), relu(), avgPool(3).stride(1).same(), globalAvgPool()),
        sequence(transposedConv(5, 3).stride(2).same(), relu(), conv(3, 2).stride(2)),
        sequence(transposedConv(5, 2).stride(3), relu(), transposedConv(4, 3).pad(1), relu()),
        concat(transposedConv(5, 4, 3).stride(2).pad(1, 1, 1, 0), transposedConv(3, 2).stride(2)),
        concat(sequence(small, flatten()), sequence(conv(2, 1), flatten())),
        concat(sequence(conv(3, 3).same(), maxPool(3).stride(2)), avgPool(3).stride(2)),
        sequence(concat(sequence(), conv(8, 3).same()), relu()),
        sequence(concat(sequence(), conv(8, 3).same()), batchNorm(), relu()),
        sequence(concat(conv(3, 1), sequence()), relu(), conv(2, 1)),
        sequence(flatten(), batchNorm(), flatten(), relu()),
        sequence(small, flatten(), batchNorm()),
        sequence(small, dropout(0.5), relu(), sideHead(relu())),
        sequence(sideHead(dropout(0.5)), dropout(0.5)),
        sideHead(conv(8, 3)),
        sequence(relu(), sideHead(conv(8, 3), relu())));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aPlanComputesWhatTheOperationsDefine(Op design) {
    for (Shape shape : List.of(IMAGE, Shape.of(2, 9, 11, 6))) {
      Model model = model(design, shape, 1);
      for (FastEngine engine : FastEngines.on(2)) {
        for (int seed = 0; seed < 3; seed++) {
          Tensor x = Tensor.random(shape, seed);
          Tensor expected = model.forward(x, new NaiveEngine());
          Tensor result = model.forward(x, engine);
          assertThat(result.shape()).isEqualTo(expected.shape());
          assertThat(result.maxDifference(expected)).isLessThan(1e-4f);
        }
      }
    }
  }

  static Stream<Op> normalised() {
    return Stream.of(
        sequence(conv(40, 3).same().noBias(), batchNorm(), relu()),
        sequence(conv(40, 3).same(), relu(), batchNorm()),
        sequence(conv(21, 1), batchNorm(), conv(5, 5).groups(1).same().noBias(), batchNorm()),
        sequence(conv(36, 3).groups(6).same().noBias(), batchNorm(), relu()),
        sequence(depthwiseConv(3).same().noBias(), batchNorm(), relu(), conv(7, 1), batchNorm()),
        sequence(maxPool(2), batchNorm(), relu()),
        residual(sequence(conv(36, 3).same(), batchNorm())),
        concat(sequence(conv(8, 1), batchNorm()), conv(8, 1)));
  }

  /** Means and variances as training leaves them; a fresh model's are 0 and 1. */
  @ParameterizedTest
  @MethodSource("normalised")
  void aBatchNormalisationBecomesPartOfTheWeightsBeforeIt(Op design) {
    Shape shape = Shape.of(14, 13, 36);
    Model fresh = model(design, shape, 1);
    Map<String, Tensor> weights = new LinkedHashMap<>(fresh.weights());
    int seed = 3;
    for (Map.Entry<String, Tensor> entry : weights.entrySet()) {
      Tensor random = Tensor.random(entry.getValue().shape(), seed++);
      float[] values = random.data();
      for (int i = 0; i < values.length && entry.getKey().endsWith("variance"); i++) {
        values[i] = 0.1f + values[i] * values[i];
      }
      if (random.shape().rank() == 1) {
        entry.setValue(random);
      }
    }
    Model model = fresh.withWeights(weights);
    Tensor x = Tensor.random(shape, 2);
    Tensor expected = model.forward(x, new NaiveEngine());
    float largest = Math.abs(expected.maxDifference(Tensor.zeros(expected.shape())));
    for (FastEngine engine : FastEngines.on(2)) {
      assertThat(model.forward(x, engine).maxDifference(expected) / largest).isLessThan(2e-5f);
    }
  }

  @Test
  void normalisationAndReluNeedNoStep() {
    Op design = sequence(conv(8, 3).noBias(), batchNorm(), relu(), depthwiseConv(3), batchNorm());
    Model model = model(design, IMAGE, 1);
    for (FastEngine engine : FastEngines.on(1)) {
      assertThat(model.plan(engine).steps()).hasSize(2);
    }
  }

  /** Nothing computes between the convolution and the ReLU, whatever lies between their rows. */
  @Test
  void aReluIsAppliedByTheStepThatComputedItsInput() {
    Op side = sideHead(maxPool(2));
    Op design = sequence(conv(8, 3), dropout(0.5), relu(), side, conv(4, 1), flatten(), relu());
    assertThat(model(design, IMAGE, 1).plan(Engines.loops(1)).steps())
        .extracting(Plan.PlannedStep::name)
        .containsExactly("conv1", "maxpool1", "conv2", "flatten1/relu");
  }

  @Test
  void runsAtTheSameTimeDoNotMeet() throws Exception {
    Model model = model(inception(16, 8, 24, 4, 8, 8), Shape.of(14, 14, 32), 1);
    for (FastEngine engine : FastEngines.on(2)) {
      runsAtTheSameTimeDoNotMeet(model, engine);
    }
  }

  private static void runsAtTheSameTimeDoNotMeet(Model model, FastEngine engine) throws Exception {
    List<Callable<Tensor>> calls = new ArrayList<>();
    List<Tensor> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Tensor x = Tensor.random(Shape.of(14, 14, 32), i);
      expected.add(model.forward(x, engine));
      calls.add(() -> model.forward(x, engine));
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<Tensor>> results = pool.invokeAll(calls);
    pool.shutdown();
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).get()).isEqualTo(expected.get(i));
    }
  }

  @Test
  void resultsAreTheSameForAnyNumberOfThreads() {
    Op design = sequence(inception(64, 48, 64, 16, 32, 32), conv(40, 3).same(), relu());
    Model model = model(design, Shape.of(19, 23, 64), 1);
    Tensor x = Tensor.random(Shape.of(19, 23, 64), 2);
    List<Tensor> one = results(model, x, 1);
    for (int threads = 2; threads < 6; threads++) {
      assertThat(results(model, x, threads)).isEqualTo(one);
    }
  }

  private static List<Tensor> results(Model model, Tensor x, int threads) {
    return FastEngines.on(threads).stream().map(engine -> model.forward(x, engine)).toList();
  }

  @Test
  void aRunAllocatesLittleButItsResult() {
    Shape shape = Shape.of(28, 28, 64);
    Model model = model(inception(16, 8, 24, 4, 8, 8), shape, 1);
    assertThat(allocatedByASecondRun(model, shape)).isLessThan(4L * 28 * 28 * 56 + 10_000);
  }

  private static long allocatedByASecondRun(Model model, Shape shape) {
    FastEngine engine = Engines.loops(1);
    Tensor x = Tensor.random(shape, 1);
    model.forward(x, engine);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    model.forward(x, engine);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** It needs places for its frames, beside the result. */
  @Test
  void aTransposedConvolutionAllocatesLittleButItsResult() {
    Shape shape = Shape.of(28, 28, 64);
    Model model = model(transposedConv(16, 4).stride(2).same(), shape, 1);
    assertThat(allocatedByASecondRun(model, shape)).isLessThan(4L * 56 * 56 * 16 + 10_000);
  }

  @Test
  void buffersThatAreDeadGiveTheirMemoryToOthers() {
    Op layer = sequence(conv(8, 1), relu());
    Model model = model(sequence(layer, layer, layer, layer, layer), Shape.of(16, 16, 8), 1);
    Plan plan = model.plan(Engines.loops(1));
    assertThat(plan.steps()).hasSize(5);
    assertThat(plan.arena().length()).isEqualTo(2 * 16 * 16 * 8);
  }

  @Test
  void branchesWriteIntoTheResult() {
    Model model = model(inception(4, 5, 6, 2, 3, 4), Shape.of(9, 9, 6), 1);
    assertThat(model.plan(Engines.loops(1)).steps())
        .extracting(Plan.PlannedStep::name)
        .containsExactly("1x1", "3x3_reduce", "3x3", "5x5_reduce", "5x5", "pool", "pool_proj");
  }
}
