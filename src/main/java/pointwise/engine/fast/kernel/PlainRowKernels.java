package pointwise.engine.fast.kernel;

/**
 * Rows as plain loops that C2 vectorises.
 *
 * <p>It does so only where all arrays are indexed alike: with {@code y[to + i] += x[from + i]} it
 * cannot tell that the two never overlap. So what begins elsewhere is first copied to index 0 of an
 * array of its own, and a copy is far cheaper than a loop that computes one float at a time.
 */
public final class PlainRowKernels extends RowKernels {

  @Override
  public void max(float[] x, int a, int b, float[] y, int to, int length) {
    Scratch scratch = Scratch.own();
    float[] largest = scratch.copy(Scratch.Floats.ROW, y, to, length);
    max(scratch.copy(Scratch.Floats.OTHER_ROW, x, a, length), largest, length);
    if (b != a) {
      max(scratch.copy(Scratch.Floats.OTHER_ROW, x, b, length), largest, length);
    }
    System.arraycopy(largest, 0, y, to, length);
  }

  @Override
  public void add(float[] x, int from, float[] y, int to, int length) {
    Scratch scratch = Scratch.own();
    float[] sums = scratch.copy(Scratch.Floats.ROW, y, to, length);
    addScaled(1, scratch.copy(Scratch.Floats.OTHER_ROW, x, from, length), sums, length);
    System.arraycopy(sums, 0, y, to, length);
  }

  @Override
  public void addScaled(
      float[] factors, int rows, float[] x, int from, int stride, float[] sums, int length) {
    Scratch scratch = Scratch.own();
    for (int j = 0; j < rows; j++) {
      addScaled(
          factors[j], scratch.copy(Scratch.Floats.ROW, x, from + j * stride, length), sums, length);
    }
  }

  private static void max(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.max(y[i], x[i]);
    }
  }

  private static void addScaled(float factor, float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] += factor * x[i];
    }
  }
}
