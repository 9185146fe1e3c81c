package pointwise.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.kernel.KernelCalls;
import pointwise.engine.fast.kernel.Kernels;
import pointwise.engine.fast.kernel.MicroKernels;
import pointwise.engine.fast.kernel.Vectors;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Padding;
import pointwise.window.Window;

/**
 * Every vector kernel becomes fast, those for 32 registers too on a machine with 16: a kernel that
 * C2 gives up on makes an object of every vector, whatever the processor. And one that does not
 * become fast takes no other with it.
 */
class KernelsTest {
  private static final Shape IMAGE = Shape.of(13, 11, 24);
  private static final Window SAME_3 = Window.of(3, 3).withPadding(Padding.SAME);

  @BeforeAll
  static void needsVectors() {
    assumeTrue(Engines.hasVectors());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyKernelStopsAllocatingVectors(boolean manyRegisters) {
    Map<String, List<KernelCalls.Calls>> kernels = KernelCalls.all(manyRegisters);
    Set<String> fast = WarmUp.run(kernels, some -> {});
    assertThat(fast).containsExactlyInAnyOrderElementsOf(kernels.keySet());
    assertThat(Kernels.fastest(manyRegisters, fast::contains).replaced()).isEmpty();
  }

  /** The others begin without it; it is looked at again until the warm-up is stopped. */
  @Test
  void aKernelThatStaysSlowKeepsNoOtherWaiting() throws Exception {
    Map<String, List<KernelCalls.Calls>> kernels = new HashMap<>(KernelCalls.all(false));
    Set<String> others = Set.copyOf(kernels.keySet());
    AtomicReference<float[]> vectors = new AtomicReference<>();
    kernels.put(
        "slow", List.of((times, rounds) -> vectors.set(new float[32 * rounds * Vectors.LANES])));
    CompletableFuture<Set<String>> begun = new CompletableFuture<>();
    FutureTask<Set<String>> warmUp = new FutureTask<>(() -> WarmUp.run(kernels, begun::complete));
    Thread thread = new Thread(warmUp);
    thread.start();
    begun.get(1, TimeUnit.MINUTES);
    thread.interrupt();
    assertThat(others).containsAll(begun.join()).containsAll(warmUp.get(1, TimeUnit.MINUTES));
    assertThat(begun.join()).isNotEmpty();
  }

  static Stream<String> kernelNames() {
    return Engines.hasVectors()
        ? KernelCalls.all(true).keySet().stream()
        : Stream.of(KernelCalls.STORE);
  }

  @ParameterizedTest
  @MethodSource("kernelNames")
  void aKernelThatStaysSlowIsReplacedAndTheOthersGoOn(String slow) {
    Kernels kernels = Kernels.fastest(true, name -> !name.equals(slow));
    if (!kernels.replaced().isEmpty()) {
      assertThat(kernels.replaced().get(0)).contains(slow);
    }
    assertThat(kernels.rows().isEmpty()).isEqualTo(slow.equals(KernelCalls.ROWS));
    assertThat(kernels.depthwise().isEmpty()).isEqualTo(slow.equals(KernelCalls.DEPTHWISE));
    assertThat(kernels.microKernels().isEmpty()).isEqualTo(slow.equals(KernelCalls.STORE));
    assertThat(kernels.transforms3().isEmpty()).isEqualTo(slow.equals(KernelCalls.TRANSFORMS_3));
    assertThat(kernels.transforms5().isEmpty()).isEqualTo(slow.equals(KernelCalls.TRANSFORMS_5));
    if (slow.equals("4×3")) {
      MicroKernels both = kernels.microKernels().orElseThrow();
      assertThat(both.wide()).isSameAs(both.narrow());
    }
    if (slow.equals("12×2")) {
      assertThat(kernels.microKernels().orElseThrow().narrow().name()).isEqualTo("5×2");
    }
    computesRight(new VectorEngine(2, true, kernels));
  }

  /** As in a JVM that only interprets. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutAnyFastKernelPlainLoopsCompute(boolean manyRegisters) {
    Kernels kernels = Kernels.fastest(manyRegisters, name -> false);
    assertThat(kernels.microKernels()).isEmpty();
    assertThat(kernels.replaced()).hasSizeGreaterThan(3);
    computesRight(new VectorEngine(1, true, kernels));
  }

  @ParameterizedTest
  @CsvSource({
    "pointwise.vector.bits, 100",
    "pointwise.vector.bits, abc",
    "pointwise.vector.registers, 7",
    "pointwise.vector.registers, many"
  })
  void aSettingThatThereIsNotIsNamed(String property, String value) {
    String before = System.getProperty(property);
    System.setProperty(property, value);
    try {
      assertThatThrownBy(() -> Engines.vector(1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(property)
          .hasMessageContaining(value);
    } finally {
      if (before == null) {
        System.clearProperty(property);
      } else {
        System.setProperty(property, before);
      }
    }
  }

  private static void computesRight(FastEngine engine) {
    NaiveEngine naive = new NaiveEngine();
    Tensor x = Tensor.random(IMAGE, 1);
    Tensor filters = Tensor.random(Shape.of(3, 3, 24, 115), 2);
    close(
        engine.conv2d(x, filters, null, SAME_3, 1),
        naive.conv2d(x, filters, null, SAME_3, 1),
        1e-3);
    Tensor depthwise = Tensor.random(Shape.of(3, 3, 24, 1), 3);
    close(
        engine.depthwiseConv2d(x, depthwise, null, SAME_3),
        naive.depthwiseConv2d(x, depthwise, null, SAME_3),
        1e-4);
    close(engine.maxPool(x, SAME_3), naive.maxPool(x, SAME_3), 0);
    Tensor dense = Tensor.random(Shape.of(24, 37), 4);
    Tensor features = Tensor.random(Shape.of(5, 24), 5);
    close(engine.dense(features, dense, null), naive.dense(features, dense, null), 1e-4);
  }

  private static void close(Tensor result, Tensor expected, double tolerance) {
    assertThat((double) result.maxDifference(expected)).isLessThanOrEqualTo(tolerance);
  }
}
