package pointwise.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.engine.ConvShape;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.kernel.KernelCalls;
import pointwise.engine.fast.kernel.Kernels;
import pointwise.engine.fast.kernel.Vectors;
import pointwise.engine.fast.routine.DirectConv;
import pointwise.engine.fast.routine.PostOp;
import pointwise.engine.fast.routine.Routine;
import pointwise.engine.fast.routine.TensorView;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Padding;
import pointwise.window.Window;

class FastEngineTest {
  private static final Window THREE = Window.of(3, 3).withPadding(Padding.SAME);

  static Stream<FastEngine> engines() {
    return Stream.of(1, 2).map(FastEngines::on).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void weightsThatDoNotFitAreRefused(FastEngine engine) {
    Tensor x = Tensor.zeros(Shape.of(5, 5, 4));
    Tensor filters = Tensor.zeros(Shape.of(3, 3, 3, 8));
    assertThatThrownBy(() -> engine.conv2d(x, filters, null, THREE, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3×3×3×8")
        .hasMessageContaining("5×5×4");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aResultThatNoArrayCanHoldIsRefused(FastEngine engine) {
    Tensor x = Tensor.zeros(Shape.of(4, 1000, 1000, 1));
    Tensor filters = Tensor.zeros(Shape.of(1, 1, 1, 1000));
    assertThatThrownBy(() -> engine.conv2d(x, filters, null, Window.of(1, 1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than one Java array can hold");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void anInterruptStopsAConvolution(FastEngine engine) {
    Tensor x = Tensor.zeros(Shape.of(64, 64, 64));
    Tensor filters = Tensor.zeros(Shape.of(3, 3, 64, 64));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> engine.conv2d(x, filters, null, THREE, 1))
        .isInstanceOf(CancellationException.class);
    assertThat(engine.conv2d(x, filters, null, THREE, 1).sum()).isZero();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void anInterruptStopsATransposedConvolution(FastEngine engine) {
    Tensor x = Tensor.zeros(Shape.of(32, 32, 64));
    Tensor filters = Tensor.zeros(Shape.of(3, 3, 32, 64));
    Window two = THREE.withStride(2, 2);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> engine.transposedConv2d(x, filters, null, two))
        .isInstanceOf(CancellationException.class);
    assertThat(engine.transposedConv2d(x, filters, null, two).sum()).isZero();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void notANumberStaysWhereItIs(FastEngine engine) {
    Tensor x = Tensor.zeros(Shape.of(9, 9, 16));
    x.data()[x.data().length / 2] = Float.NaN;
    Tensor filters = Tensor.full(Shape.of(1, 1, 16, 20), 1);
    Routine relu = engine.conv2d(x.shape(), filters, null, Window.of(1, 1), 1).with(PostOp.RELU);
    float[] y = new float[9 * 9 * 20];
    TensorView[] inputs = {new TensorView(x.data(), 0, 16)};
    TensorView output = new TensorView(y, 0, 20);
    engine.run(relu.tasks(), task -> relu.run(task, inputs, output));
    int numbers = 0;
    for (float value : y) {
      numbers += Float.isNaN(value) ? 0 : 1;
    }
    assertThat(numbers).isEqualTo(80 * 20);
  }

  /**
   * Winograd's largest error, against the naive engine, grows to about 1e-5 of the largest output;
   * the direct path's is a tenth of that.
   */
  @ParameterizedTest
  @CsvSource({"3, 8", "3, 32", "3, 64", "3, 256", "5, 20", "5, 32", "5, 64", "5, 200"})
  void winogradIsLessAccurateButNotByMuch(int kernel, int channels) {
    assumeTrue(Engines.hasVectors() && channels >= Vectors.LANES);
    Window window = Window.of(kernel, kernel).withPadding(Padding.SAME);
    Tensor x = Tensor.random(Shape.of(17, 23, channels), 1);
    Tensor filters = Tensor.random(Shape.of(kernel, kernel, channels, 48), 2);
    Tensor expected = new NaiveEngine().conv2d(x, filters, null, window, 1);
    FastEngine engine = Engines.vector(1);
    assertThat(engine.conv2d(x.shape(), filters, null, window, 1).explanation())
        .startsWith(String.format(Locale.ROOT, "Winograd F(4×4, %1$d×%1$d)", kernel));
    Tensor result = engine.conv2d(x, filters, null, window, 1);
    float largest = Math.abs(expected.maxDifference(Tensor.zeros(expected.shape())));
    assertThat(result.maxDifference(expected) / largest).isBetween(1e-8f, 2e-5f);
  }

  /** The tile for 32 registers, which this machine may not have. */
  @Test
  void theWidestTileComputesTheSame() {
    assumeTrue(Engines.hasVectors());
    Tensor x = Tensor.random(Shape.of(7, 11, 13), 1);
    Tensor filters = Tensor.random(Shape.of(3, 3, 13, 115), 2);
    Tensor expected = new NaiveEngine().conv2d(x, filters, null, THREE, 1);
    ConvShape s = ConvShape.conv2d(x.shape(), filters, null, THREE, 1);
    Routine routine =
        DirectConv.of(Kernels.inVectors(true).microKernels().orElseThrow(), s, filters, null, 1);
    float[] y = new float[expected.data().length];
    TensorView[] inputs = {new TensorView(x.data(), 0, 13)};
    TensorView output = new TensorView(y, 0, 115);
    Engines.vector(1).run(routine.tasks(), task -> routine.run(task, inputs, output));
    assertThat(Tensor.wrap(expected.shape(), y).maxDifference(expected)).isLessThan(1e-4f);
  }

  @Test
  void theEngineIsChosenByName() {
    assertThat(Engines.choose("naive", 1, true)).isInstanceOf(NaiveEngine.class);
    assertThat(Engines.choose("loops", 1, true)).isInstanceOf(LoopsEngine.class);
    assertThatThrownBy(() -> Engines.choose("fast", 1, true))
        .hasMessage("pointwise.engine must be naive, loops or vector, but is 'fast'");
  }

  /** Without the module everything but the vector engine works: one test run is without it. */
  @Test
  void withoutTheModuleLoopsAnswer() {
    if (Engines.hasVectors()) {
      assertThat(Engines.choose(null, 1, true)).isInstanceOf(WarmingEngine.class);
    } else {
      assertThat(Engines.choose(null, 1, true)).isInstanceOf(LoopsEngine.class);
      assertThatThrownBy(() -> Engines.vector(1)).hasMessageContaining("--add-modules");
    }
  }

  /** Loops answer until the kernels are known, then those do; nothing here depends on time. */
  @Test
  void theWarmingEngineTurnsToVectors() {
    assumeTrue(Engines.hasVectors());
    CompletableFuture<Kernels> first = new CompletableFuture<>();
    CompletableFuture<Kernels> last = new CompletableFuture<>();
    WarmingEngine engine = warming(first, last);
    assertThat(Engines.preparing(engine).orElseThrow()).isInstanceOf(LoopsEngine.class);
    first.complete(Kernels.inVectors(false));
    Engines.awaitFullSpeed(engine);
    FastEngine vectors = Engines.preparing(engine).orElseThrow();
    assertThat(vectors).isInstanceOf(VectorEngine.class);
    last.complete(first.join());
    assertThat(engine.now()).isSameAs(vectors);
  }

  @Test
  void untilThenAProcessorIsLeftToTheCompiler() {
    CompletableFuture<Kernels> never = new CompletableFuture<>();
    assertThat(new WarmingEngine(3, never, never, ready -> null).now().threads()).isEqualTo(2);
    assertThat(new WarmingEngine(1, never, never, ready -> null).now().threads()).isEqualTo(1);
  }

  @Test
  void aKernelThatBecomesFastLateIsTakenUp() {
    assumeTrue(Engines.hasVectors());
    CompletableFuture<Kernels> first = new CompletableFuture<>();
    CompletableFuture<Kernels> last = new CompletableFuture<>();
    WarmingEngine engine = warming(first, last);
    first.complete(Kernels.fastest(false, name -> !name.equals(KernelCalls.ROWS)));
    engine.awaitFullSpeed();
    assertThat(engine.now().replaced()).singleElement().asString().contains(KernelCalls.ROWS);
    last.complete(Kernels.inVectors(false));
    assertThat(engine.now().replaced()).isEmpty();
  }

  private static WarmingEngine warming(
      CompletableFuture<Kernels> first, CompletableFuture<Kernels> last) {
    return new WarmingEngine(2, first, last, kernels -> new VectorEngine(2, true, kernels));
  }

  @Test
  void aWarmUpThatFailsLeavesTheLoopsAndSaysSo() {
    CompletableFuture<Kernels> kernels = new CompletableFuture<>();
    WarmingEngine engine = new WarmingEngine(2, kernels, kernels, ready -> null);
    kernels.completeExceptionally(new NoClassDefFoundError("no vectors after all"));
    engine.awaitFullSpeed();
    assertThat(engine.now()).isInstanceOf(LoopsEngine.class);
    assertThat(engine.now().threads()).isEqualTo(2);
    assertThat(engine.now().replaced())
        .containsExactly(
            "The vector kernels cannot be used (java.lang.NoClassDefFoundError: no vectors after"
                + " all): plain loops compute.");
  }
}
