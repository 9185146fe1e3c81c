package pointwise.engine.fast.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a vector engine computes with: each kernel the best one that this JVM makes fast, or none if
 * plain loops have to do.
 *
 * @param microKernels for convolutions
 * @param transforms3 for Winograd's short cut with 3 × 3; without them the direct way has to do
 * @param transforms5 the same for 5 × 5
 * @param rows for poolings, dense layers, normalisations and sums
 * @param depthwise for depthwise convolutions
 * @param replaced one sentence for each kernel that something else stands in for
 */
public record Kernels(
    Optional<MicroKernels> microKernels,
    Optional<WinogradTransforms> transforms3,
    Optional<WinogradTransforms> transforms5,
    Optional<RowKernels> rows,
    Optional<DepthwiseKernels> depthwise,
    List<String> replaced) {

  /** All in vectors, for 32 vector registers or for 16. */
  public static Kernels inVectors(boolean manyRegisters) {
    return fastest(manyRegisters, kernel -> true);
  }

  /**
   * Those of which a test says that they are fast, and the next best for the others: a tile of
   * fewer pixels or vectors, the direct way for Winograd's, plain loops for the rest.
   */
  public static Kernels fastest(boolean manyRegisters, Predicate<String> fast) {
    List<String> replaced = new ArrayList<>();
    Predicate<String> isFast =
        kernel -> {
          boolean is = fast.test(kernel);
          if (!is) {
            replaced.add(
                "The vector kernel '" + kernel + "' did not become fast: the next best is used.");
          }
          return is;
        };
    Optional<MicroKernel> wide = first(VectorMicroKernels.wide(), isFast);
    Optional<MicroKernel> narrow = first(VectorMicroKernels.narrow(manyRegisters), isFast);
    // Either may stand for both.
    Optional<MicroKernels> both =
        wide.or(() -> narrow).map(w -> new MicroKernels(w, narrow.orElse(w)));
    Optional<MicroKernels> microKernels = isFast.test(KernelCalls.STORE) ? both : Optional.empty();
    if (microKernels.isEmpty()) {
      replaced.add("Convolutions are computed by plain loops, without Winograd's short cut.");
    }
    return new Kernels(
        microKernels,
        isFast.test(KernelCalls.TRANSFORMS_3)
            ? Optional.of(new VectorWinogradTransforms6())
            : Optional.empty(),
        isFast.test(KernelCalls.TRANSFORMS_5)
            ? Optional.of(new VectorWinogradTransforms8())
            : Optional.empty(),
        isFast.test(KernelCalls.ROWS) ? Optional.of(new VectorRowKernels()) : Optional.empty(),
        isFast.test(KernelCalls.DEPTHWISE)
            ? Optional.of(new VectorDepthwiseKernels())
            : Optional.empty(),
        List.copyOf(replaced));
  }

  private static Optional<MicroKernel> first(List<MicroKernel> tiles, Predicate<String> isFast) {
    return tiles.stream().filter(tile -> isFast.test(tile.name())).findFirst();
  }
}
