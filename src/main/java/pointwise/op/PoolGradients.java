package pointwise.op;

import java.util.Arrays;
import pointwise.engine.Engine;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Window;

/**
 * The gradients of poolings: what each output hands back to the cells under its window.
 *
 * <p>A row of outputs is gone through tap by tap, since loops over the few taps of one output are
 * too short to be compiled well.
 */
final class PoolGradients {
  private final Shape x;
  private final Axis rows;
  private final Axis columns;

  /** Numbers in a row of outputs. */
  private final int line;

  /** Where the first tap of each of them lies in a row of the input. */
  private final int[] cell;

  private PoolGradients(Shape x, Window window) {
    this.x = x;
    this.rows = window.vertical(x.height());
    this.columns = window.horizontal(x.width());
    int channels = x.channels();
    this.line = columns.out() * channels;
    this.cell = new int[line];
    for (int i = 0; i < line; i++) {
      cell[i] = columns.start(i / channels) * channels + i % channels;
    }
  }

  /** By what the gradient of one output cell is multiplied before it is handed back. */
  interface Share {
    float of(int row, int column, int channel);
  }

  /**
   * Hands each output's gradient to the cell with the largest value, the first of several equal
   * ones, as PyTorch and TensorFlow do.
   */
  static Tensor max(Tensor x, Tensor y, Tensor gradient, Window window, Engine engine) {
    PoolGradients pool = new PoolGradients(x.shape(), window);
    float[] result = Tensor.allocate(x.shape());
    engine.run(
        x.shape().batch(), image -> pool.max(image, x.data(), y.data(), gradient.data(), result));
    return Tensor.wrap(x.shape(), result);
  }

  private void max(int image, float[] in, float[] out, float[] g, float[] result) {
    int[] found = new int[line];
    for (int row = 0; row < rows.out(); row++) {
      int output = (image * rows.out() + row) * line;
      Arrays.fill(found, -1);
      eachTap(image, row, (begin, end, shift) -> search(begin, end, shift, in, out, output, found));
      for (int i = 0; i < line; i++) {
        if (found[i] >= 0) {
          result[found[i]] += g[output + i];
        }
      }
    }
  }

  /** Notes where a tap finds an output's value that none before it did, without a branch. */
  private void search(
      int begin, int end, int shift, float[] in, float[] out, int output, int[] found) {
    for (int i = begin; i < end; i++) {
      int at = shift + cell[i];
      int difference = bits(in[at]) ^ bits(out[output + i]);
      int equal = ~((difference | -difference) >> 31);
      int first = found[i] >> 31;
      found[i] += (at + 1) & equal & first;
    }
  }

  /** The bits of a number; those of 0 for −0. */
  private static int bits(float value) {
    return Float.floatToRawIntBits(value + 0f);
  }

  /** Hands each output's gradient, scaled, to every cell under its window. */
  static Tensor sum(Shape x, Tensor gradient, Window window, Engine engine, Share share) {
    PoolGradients pool = new PoolGradients(x, window);
    float[] result = Tensor.allocate(x);
    engine.run(x.batch(), image -> pool.sum(image, gradient.data(), share, result));
    return Tensor.wrap(x, result);
  }

  private void sum(int image, float[] gradient, Share share, float[] result) {
    float[] g = new float[line];
    for (int row = 0; row < rows.out(); row++) {
      int output = (image * rows.out() + row) * line;
      for (int i = 0; i < line; i++) {
        g[i] = gradient[output + i] * share.of(row, i / x.channels(), i % x.channels());
      }
      eachTap(
          image,
          row,
          (begin, end, shift) -> {
            for (int i = begin; i < end; i++) {
              result[shift + cell[i]] += g[i];
            }
          });
    }
  }

  /** What is done with the numbers of a row of outputs for which a tap lies inside. */
  private interface Tap {
    void visit(int begin, int end, int shift);
  }

  /** Goes through the taps of a row of outputs in the order in which they lie in memory. */
  private void eachTap(int image, int row, Tap tap) {
    int channels = x.channels();
    int down = rows.firstInside(row);
    for (int ky = down; ky < down + rows.insideTaps(row); ky++) {
      int inputRow = image * x.height() + rows.start(row) + ky * rows.dilation();
      for (int kx = 0; kx < columns.kernel(); kx++) {
        int begin = columns.firstReading(kx) * channels;
        int end = columns.endReading(kx) * channels;
        tap.visit(begin, end, (inputRow * x.width() + kx * columns.dilation()) * channels);
      }
    }
  }
}
