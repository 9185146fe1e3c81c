package pointwise.engine.fast.kernel;

/** Operations on long rows of floats, element by element. */
public abstract class RowKernels {
  /** {@code y = max(y, x[a …], x[b …])}; {@code a} and {@code b} may be the same. */
  public abstract void max(float[] x, int a, int b, float[] y, int to, int length);

  /** {@code y += x}. */
  public abstract void add(float[] x, int from, float[] y, int to, int length);

  /**
   * {@code sums += Σ factors[j] · x[from + j · stride …]} over up to 8 rows, so that a sum is
   * loaded and stored once for eight products.
   */
  public abstract void addScaled(
      float[] factors, int rows, float[] x, int from, int stride, float[] sums, int length);

  /** Multiplies a row by a number. */
  public static void scale(float factor, float[] y, int from, int length) {
    int end = from + length;
    for (int i = from; i < end; i++) {
      y[i] *= factor;
    }
  }

  /** Replaces what is negative by 0. */
  public static void relu(float[] y, int from, int length) {
    int end = from + length;
    for (int i = from; i < end; i++) {
      y[i] = Math.max(0, y[i]);
    }
  }
}
