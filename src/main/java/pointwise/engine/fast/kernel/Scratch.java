package pointwise.engine.fast.kernel;

import java.util.Arrays;
import java.util.Locale;
import pointwise.tensor.Heap;

/** The buffers a thread keeps between tasks; they grow to the largest that was ever asked for. */
public final class Scratch {
  /** The buffers of floats, each with the one that fills it. */
  public enum Floats {
    /** {@code Source}: a part of the image with zeros around it. */
    FRAME,
    /** {@code Patches}: whole patches side by side, where runs are very short. */
    GATHERED,
    /** {@code DirectConv}: what a block of filters has added up. */
    SUMS,
    /** {@code MicroKernel}: the sums of the last pixels, too few for a whole one. */
    LAST,
    /** {@code Winograd}: the transformed input. */
    WINOGRAD_INPUT,
    /** {@code Winograd}: what the transformed filters made of it. */
    WINOGRAD_PRODUCTS,
    /** {@code Winograd}: what is transformed in one of the two directions. */
    WINOGRAD_HALF,
    /** {@code TransposedConv}: the input of a task with zeros around it. */
    TRANSPOSED_FRAME,
    /** {@code TransposedConv}: pixels that are to be stored a stride apart. */
    TRANSPOSED_RESULT,
    /** {@code DepthwiseConv}: the input with each channel as often as its multiplier says. */
    REPEATED,
    /** {@code DenseRoutine}: the sums of a task. */
    DENSE_SUMS,
    /** {@code DenseRoutine}: eight features. */
    DENSE_FACTORS,
    /** {@code Pool}: the columns pooled. */
    POOL_DOWN,
    /** {@code Pool}: the rows pooled. */
    POOL_ALONG,
    /** {@code LocalNorm}: the squares of the input. */
    NORM_SQUARES,
    /** {@code LocalNorm}: their sums over neighbouring channels. */
    NORM_SUMS,
    /** {@code PostOp}: the values of a pixel. */
    AFFINE,
    /** {@code PlainRowKernels}: a row at index 0, which C2 vectorises. */
    ROW,
    /** {@code PlainRowKernels}: a second one. */
    OTHER_ROW
  }

  /** The tables of indices. */
  public enum Ints {
    /** Every convolution: where the patch of each pixel begins. */
    AT,
    /** {@code Patches} and {@code Winograd}: where each pixel is stored. */
    TO,
    /** {@code MicroKernel}: {@link #AT} of the last pixels, the last one repeated. */
    LAST
  }

  /** The sets of rows. */
  public enum Rows {
    /** {@code LoopsConv}: a row of sums for each filter. */
    SUMS,
    /** {@code LoopsConv}: a row of pixels for each float of the patch. */
    VALUES
  }

  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

  private final float[][] floats = new float[Floats.values().length][0];
  private final float[][][] sets = new float[Rows.values().length][0][];
  private final int[][] ints = new int[Ints.values().length][0];

  private Scratch() {}

  /** The calling thread's buffers. */
  public static Scratch own() {
    return OWN.get();
  }

  /**
   * A buffer of at least so many floats; what it holds is left over from earlier tasks.
   *
   * @throws IllegalArgumentException if no array can be so long, or there is no memory for it
   */
  public float[] floats(Floats buffer, long length) {
    int i = buffer.ordinal();
    if (floats[i].length < length) {
      if (length > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "What the engine holds of an input and its padding is %,d floats, more than one"
                    + " Java array can hold",
                length));
      }
      floats[i] =
          Heap.floats((int) length, () -> "what the engine holds of an input and its padding");
    }
    return floats[i];
  }

  /** A buffer that begins with a copy of the given stretch. */
  public float[] copy(Floats buffer, float[] x, int from, int length) {
    float[] copy = floats(buffer, length);
    System.arraycopy(x, from, copy, 0, length);
    return copy;
  }

  /** At least so many rows, each of them at least so long. */
  public float[][] rows(Rows set, int count, int length) {
    float[][] rows = sets[set.ordinal()];
    if (rows.length < count) {
      rows = Arrays.copyOf(rows, count);
      sets[set.ordinal()] = rows;
    }
    for (int i = 0; i < count; i++) {
      if (rows[i] == null || rows[i].length < length) {
        rows[i] = new float[length];
      }
    }
    return rows;
  }

  /** A table of at least so many indices. */
  public int[] ints(Ints table, int length) {
    int i = table.ordinal();
    if (ints[i].length < length) {
      ints[i] = new int[length];
    }
    return ints[i];
  }
}
