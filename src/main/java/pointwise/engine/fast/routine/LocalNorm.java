package pointwise.engine.fast.routine;

import java.util.Arrays;
import pointwise.engine.fast.kernel.RowKernels;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;

/**
 * A local response normalisation: each value over {@code (k + factor · Σ x²)^beta}, the sum over
 * the channels around it.
 *
 * <p>The squares of some pixels stand one after another with zeros between them, so that the sum
 * over neighbouring channels is a sum of shifted rows. The usual exponent 0.75 is taken by square
 * roots, which C2 vectorises.
 */
public final class LocalNorm extends PixelRoutine {
  private static final int TASK_FLOATS = 1 << 12;

  private final RowKernels rows;
  private final int half;
  private final float k;
  private final float factor;
  private final double beta;

  public LocalNorm(RowKernels rows, Shape shape, int size, double k, double factor, double beta) {
    super(shape, TASK_FLOATS);
    this.rows = rows;
    // No channel has more neighbours on a side than there are others.
    this.half = Math.min(size / 2, channels - 1);
    this.k = (float) k;
    this.factor = (float) factor;
    this.beta = beta;
  }

  @Override
  public String explanation() {
    return "sums of squares over shifted rows, "
        + (beta == 0.75 ? "the power by square roots" : "the power one by one");
  }

  @Override
  void run(int first, int count, TensorView[] inputs, TensorView y) {
    TensorView x = inputs[0];
    int gap = channels + half;
    int length = count * gap;
    Scratch scratch = Scratch.own();
    float[] squares = scratch.floats(Scratch.Floats.NORM_SQUARES, length + 2 * half);
    float[] sums = scratch.floats(Scratch.Floats.NORM_SUMS, length + half);
    Arrays.fill(squares, 0, length + 2 * half, 0);
    for (int i = 0; i < count; i++) {
      int from = x.offset + (first + i) * x.stride;
      System.arraycopy(x.data, from, squares, half + i * gap, channels);
    }
    square(squares, length + 2 * half);
    Arrays.fill(sums, 0, length, 0);
    for (int shift = 0; shift <= 2 * half; shift++) {
      rows.add(squares, shift, sums, 0, length);
    }
    divisors(sums, length);
    for (int i = 0; i < count; i++) {
      int from = x.offset + (first + i) * x.stride;
      int to = y.offset + (first + i) * y.stride;
      for (int c = 0; c < channels; c++) {
        y.data[to + c] = x.data[from + c] / sums[i * gap + c];
      }
    }
  }

  private static void square(float[] x, int length) {
    for (int i = 0; i < length; i++) {
      x[i] *= x[i];
    }
  }

  private void divisors(float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] = k + factor * sums[i];
    }
    if (beta == 0.75) {
      roots(sums, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      sums[i] = (float) Math.pow(sums[i], beta);
    }
  }

  private static void roots(float[] x, int length) {
    for (int i = 0; i < length; i++) {
      float root = (float) Math.sqrt(x[i]);
      x[i] = root * (float) Math.sqrt(root);
    }
  }
}
