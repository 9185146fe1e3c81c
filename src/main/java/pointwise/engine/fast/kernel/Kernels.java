package pointwise.engine.fast.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a vector engine computes with: each kernel the best one that this JVM makes fast.
 *
 * @param tiles for convolutions, or null if plain loops have to do
 * @param transforms for Winograd's short cut, or null if there is none
 * @param rows for poolings, dense layers, normalisations and sums
 * @param taps for depthwise convolutions, or null if plain loops have to do
 * @param replaced one sentence for each kernel that something else stands in for
 */
public record Kernels(
    MicroKernels tiles,
    WinogradTransforms transforms,
    RowKernels rows,
    DepthwiseKernels taps,
    List<String> replaced) {

  /** All in vectors, for 32 vector registers or for 16. */
  public static Kernels inVectors(boolean manyRegisters) {
    return new Kernels(
        MicroKernels.of(manyRegisters),
        new VectorWinogradTransforms(),
        new VectorRowKernels(),
        new VectorDepthwiseKernels(),
        List.of());
  }

  /**
   * Those of which a test says that they are fast, and the next best for the others: a tile of
   * fewer pixels or vectors, the direct way for Winograd's, plain loops for the rest.
   */
  public static Kernels fastest(boolean manyRegisters, Predicate<String> fast) {
    List<String> replaced = new ArrayList<>();
    MicroKernel wide = first(VectorMicroKernels.wide(), fast, replaced);
    MicroKernel narrow = first(VectorMicroKernels.narrow(manyRegisters), fast, replaced);
    boolean tiles = (wide != null || narrow != null) && isFast(KernelCalls.STORE, fast, replaced);
    boolean transforms = tiles && isFast(KernelCalls.TRANSFORMS, fast, replaced);
    boolean rows = isFast(KernelCalls.ROWS, fast, replaced);
    boolean taps = isFast(KernelCalls.TAPS, fast, replaced);
    if (!tiles) {
      replaced.add("Convolutions are computed by plain loops, without Winograd's short cut.");
    }
    return new Kernels(
        tiles
            ? new MicroKernels(wide == null ? narrow : wide, narrow == null ? wide : narrow)
            : null,
        transforms ? new VectorWinogradTransforms() : null,
        rows ? new VectorRowKernels() : new PlainRowKernels(),
        taps ? new VectorDepthwiseKernels() : null,
        List.copyOf(replaced));
  }

  private static MicroKernel first(
      List<MicroKernel> tiles, Predicate<String> fast, List<String> replaced) {
    return tiles.stream()
        .filter(tile -> isFast(tile.name, fast, replaced))
        .findFirst()
        .orElse(null);
  }

  private static boolean isFast(String kernel, Predicate<String> fast, List<String> replaced) {
    boolean is = fast.test(kernel);
    if (!is) {
      replaced.add(
          "The vector kernel '" + kernel + "' did not become fast: the next best is used.");
    }
    return is;
  }
}
