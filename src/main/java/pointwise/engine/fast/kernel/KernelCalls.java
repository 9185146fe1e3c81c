package pointwise.engine.fast.kernel;

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

  /** The rounds that the data of a call is long enough for. */
  public static final int MOST = 100;

  /** The rounds of a look: with fewer C2 takes the loop for one that is not worth unrolling. */
  public static final int LOOK = 24;

  /**
   * Calls of a kernel whose loop has so many rounds, from 0, which returns at once, to {@link
   * #MOST}. They are one method: C2 would compile a method for each call, too, with the whole
   * kernel in it.
   */
  public interface Calls {
    void run(int times, int rounds);

    /**
     * So many calls that nearly all ask for nothing: they count, and run nothing of the library.
     */
    default void count(int times) {
      int withRounds = times / 20;
      run(withRounds, LOOK);
      run(times - withRounds, 0);
    }
  }

  /**
   * Calls that are fewer and all have rounds, for a kernel that needs nearly every register: C2
   * leaves them to what its profile shows to run most, and this one would be a fifth slower if most
   * of its calls returned before the loop.
   */
  private record AlwaysAtWork(Calls calls) implements Calls {
    @Override
    public void run(int times, int rounds) {
      calls.run(times, rounds);
    }

    @Override
    public void count(int times) {
      run(times / 5, LOOK);
    }
  }

  private static final int LANES = Vectors.LANES;
  private static final int FLOATS = 16 * MOST * LANES;

  private final float[] x = new float[FLOATS];
  private final float[] y = new float[FLOATS];
  private final float[] w = new float[FLOATS];
  private final int[] at = new int[FLOATS];

  private KernelCalls() {}

  /** The kernels for 32 vector registers or for 16, those that may have to stand in included. */
  public static Map<String, List<Calls>> all(boolean manyRegisters) {
    return new KernelCalls().calls(manyRegisters);
  }

  private Map<String, List<Calls>> calls(boolean manyRegisters) {
    Map<String, List<Calls>> calls = new LinkedHashMap<>();
    VectorMicroKernels.wide().forEach(tile -> calls.put(tile.name(), List.of(multiply(tile))));
    VectorMicroKernels.narrow(manyRegisters)
        .forEach(tile -> calls.put(tile.name(), List.of(new AlwaysAtWork(multiply(tile)))));
    // Two vectors and a rest, with and without ReLU: what C2 has not seen it would compile later.
    MicroKernel tile = VectorMicroKernels.wide().get(0);
    FilterBlock block = new FilterBlock(tile, 0, 0, 3 * LANES - 1, w, w);
    calls.put(
        STORE,
        List.of(
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                tile.store(x, 0, y, at, n, block, i % 2 == 0);
              }
            }));
    WinogradTransforms of6 = new VectorWinogradTransforms6();
    calls.put(
        TRANSFORMS_3,
        List.of(
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                of6.input(x, 0, LANES, y, 0, LANES, n * LANES);
              }
            },
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                of6.output(x, 0, LANES, y, 0, LANES, n * LANES);
              }
            }));
    WinogradTransforms of8 = new VectorWinogradTransforms8();
    calls.put(
        TRANSFORMS_5,
        List.of(
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                of8.input(x, 0, LANES, y, 0, LANES, n * LANES);
              }
            },
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                of8.output(x, 0, LANES, y, 0, LANES, n * LANES);
              }
            }));
    RowKernels rows = new VectorRowKernels();
    calls.put(
        ROWS,
        List.of(
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                rows.max(x, 0, LANES, y, 0, n * LANES);
              }
            },
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                rows.add(x, 0, y, 0, n * LANES);
              }
            },
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                VectorRowKernels.addEight(w, x, 0, LANES, y, n * LANES);
              }
            },
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                VectorRowKernels.addOne(1, x, 0, y, n * LANES);
              }
            }));
    DepthwiseKernels depthwise = new VectorDepthwiseKernels();
    calls.put(
        DEPTHWISE,
        List.of(
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                depthwise.nine(x, 0, LANES, LANES, LANES, w, w, 0, LANES, y, 0, LANES, n);
              }
            },
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                VectorDepthwiseKernels.five(x, 0, LANES, LANES, w, 0, LANES, y, 0, LANES, n);
              }
            },
            (times, n) -> {
              for (int i = 0; i < times; i++) {
                VectorDepthwiseKernels.one(x, 0, LANES, w, 0, y, 0, LANES, n);
              }
            }));
    return calls;
  }

  private Calls multiply(MicroKernel tile) {
    return (times, n) -> {
      Run run = new Run(0, tile.pixels(), 0, n, 0);
      for (int i = 0; i < times; i++) {
        tile.inner().multiply(x, at, 0, run, w, 0, y, 0);
      }
    };
  }
}
