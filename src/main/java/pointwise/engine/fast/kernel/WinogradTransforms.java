package pointwise.engine.fast.kernel;

/**
 * The two small matrix products of Winograd's F(4, 3), on 6 inputs, or of F(4, 5), on 8, on long
 * rows of floats (Lavin and Gray 2016, section 4).
 *
 * <p>Element {@code j} of a vector is a row that begins {@code j · step} behind the first one. Rows
 * that are read and rows that are written must not overlap.
 */
public abstract class WinogradTransforms {
  /** From the inputs to as many factors: {@code Bᵀ · x}. */
  public abstract void input(
      float[] x, int from, int step, float[] y, int to, int stepTo, int length);

  /** From as many products to 4 outputs: {@code Aᵀ · x}. */
  public abstract void output(
      float[] x, int from, int step, float[] y, int to, int stepTo, int length);
}
