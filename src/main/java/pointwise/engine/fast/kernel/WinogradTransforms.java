package pointwise.engine.fast.kernel;

/**
 * The two small matrix products of Winograd's F(4, 3), on long rows of floats (Lavin and Gray 2016,
 * section 4.3).
 *
 * <p>Element {@code j} of a vector is a row that begins {@code j · step} behind the first one.
 */
public abstract class WinogradTransforms {
  /** From 6 inputs to 6 factors: {@code Bᵀ · x}. */
  public abstract void input(
      int in, float[] x, int from, int step, float[] y, int to, int stepTo, int length);

  /** From 6 products to 4 outputs: {@code Aᵀ · x}. */
  public abstract void output(
      int in, float[] x, int from, int step, float[] y, int to, int stepTo, int length);
}
