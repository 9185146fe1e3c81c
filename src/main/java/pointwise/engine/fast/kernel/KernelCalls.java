package pointwise.engine.fast.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every kernel by its name, with the calls that warm it and show whether it is fast. */
public final class KernelCalls {
  public static final String STORE = "store";
  public static final String TRANSFORMS_3 = "Winograd transforms 3×3";
  public static final String TRANSFORMS_5 = "Winograd transforms 5×5";
  public static final String ROWS = "rows";
  public static final String DEPTHWISE = "depthwise";

  /** One call of a kernel whose loop has so many rounds, on data that lasts for {@link #MOST}. */
  public interface Call {
    void run(int rounds);
  }

  /** The rounds that the data of a call is long enough for. */
  public static final int MOST = 100;

  private static final int LANES = Vectors.LANES;
  private static final int FLOATS = 16 * MOST * LANES;

  private final float[] x = new float[FLOATS];
  private final float[] y = new float[FLOATS];
  private final float[] w = new float[FLOATS];
  private final int[] at = new int[FLOATS];

  private KernelCalls() {}

  /** The kernels for 32 vector registers or for 16, those that may have to stand in included. */
  public static Map<String, List<Call>> all(boolean manyRegisters) {
    return new KernelCalls().calls(manyRegisters);
  }

  private Map<String, List<Call>> calls(boolean manyRegisters) {
    Map<String, List<Call>> calls = new LinkedHashMap<>();
    List<MicroKernel> tiles = new ArrayList<>(VectorMicroKernels.wide());
    tiles.addAll(VectorMicroKernels.narrow(manyRegisters));
    for (MicroKernel tile : tiles) {
      calls.put(tile.name(), List.of(multiply(tile)));
    }
    MicroKernel tile = tiles.get(0);
    FilterBlock block = new FilterBlock(tile, 0, 0, 2 * LANES - 1, w, w);
    calls.put(STORE, List.of(n -> tile.store(x, 0, y, at, n, block, true)));
    WinogradTransforms of6 = new VectorWinogradTransforms6();
    calls.put(
        TRANSFORMS_3,
        List.of(
            n -> of6.input(x, 0, LANES, y, 0, LANES, n * LANES),
            n -> of6.output(x, 0, LANES, y, 0, LANES, n * LANES)));
    WinogradTransforms of8 = new VectorWinogradTransforms8();
    calls.put(
        TRANSFORMS_5,
        List.of(
            n -> of8.input(x, 0, LANES, y, 0, LANES, n * LANES),
            n -> of8.output(x, 0, LANES, y, 0, LANES, n * LANES)));
    RowKernels rows = new VectorRowKernels();
    calls.put(
        ROWS,
        List.of(
            n -> rows.max(x, 0, LANES, y, 0, n * LANES),
            n -> rows.add(x, 0, y, 0, n * LANES),
            n -> rows.addScaled(w, 8, x, 0, LANES, y, n * LANES),
            n -> rows.addScaled(w, 1, x, 0, LANES, y, n * LANES)));
    DepthwiseKernels depthwise = new VectorDepthwiseKernels();
    calls.put(
        DEPTHWISE,
        List.of(
            n -> depthwise.nine(x, 0, LANES, LANES, LANES, w, w, 0, LANES, y, 0, LANES, n),
            n -> depthwise.some(5, x, 0, LANES, LANES, w, 0, LANES, y, 0, LANES, n),
            n -> depthwise.some(1, x, 0, LANES, LANES, w, 0, LANES, y, 0, LANES, n)));
    return calls;
  }

  /** One call of the micro-kernel, and one for the last pixel. */
  private Call multiply(MicroKernel tile) {
    return n -> tile.multiply(x, at, new Run(0, tile.pixels() + 1, 0, n, 0), w, y, 0);
  }
}
