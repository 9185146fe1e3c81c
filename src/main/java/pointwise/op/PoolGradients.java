package pointwise.op;

import pointwise.engine.Engine;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Window;

/** The gradients of poolings: what each output hands back to the cells under its window. */
final class PoolGradients {
  private PoolGradients() {}

  /** By what the gradient of one output cell is multiplied before it is handed back. */
  interface Share {
    float of(int row, int column, int channel);
  }

  /**
   * Hands each output's gradient to the cell with the largest value, the first of several equal
   * ones, as PyTorch and TensorFlow do.
   */
  static Tensor max(Tensor x, Tensor y, Tensor gradient, Window window, Engine engine) {
    Shape shape = x.shape();
    int channels = shape.channels();
    float[] in = x.data();
    float[] out = y.data();
    float[] g = gradient.data();
    float[] result = new float[in.length];
    each(
        shape,
        window,
        engine,
        (output, first, taps, tap) -> {
          for (int c = 0; c < channels; c++) {
            result[first + c + firstEqual(in, first + c, taps, tap, out[output + c])] +=
                g[output + c];
          }
        });
    return Tensor.wrap(shape, result);
  }

  /**
   * Which tap leads to a value first. Which one does cannot be predicted, so this goes through all
   * of them, the last first, and never branches.
   */
  private static int firstEqual(float[] in, int at, int taps, int[] tap, float value) {
    int wanted = bits(value);
    int found = tap[0];
    for (int i = taps - 1; i >= 0; i--) {
      int difference = bits(in[at + tap[i]]) ^ wanted;
      int other = (difference | -difference) >> 31;
      found = (found & other) | (tap[i] & ~other);
    }
    return found;
  }

  /** The bits of a number; those of 0 for −0, and one pattern for all that are none. */
  private static int bits(float value) {
    return Float.floatToIntBits(value + 0f);
  }

  /** Hands each output's gradient, scaled, to every cell under its window. */
  static Tensor sum(Shape x, Tensor gradient, Window window, Engine engine, Share share) {
    int channels = x.channels();
    Axis rows = window.vertical(x.height());
    Axis columns = window.horizontal(x.width());
    float[] g = gradient.data().clone();
    for (int i = 0; i < g.length; i++) {
      int pixel = i / channels;
      g[i] *= share.of(pixel / columns.out() % rows.out(), pixel % columns.out(), i % channels);
    }
    float[] result = Tensor.allocate(x);
    each(
        x,
        window,
        engine,
        (output, first, taps, tap) -> {
          for (int i = 0; i < taps; i++) {
            int at = first + tap[i];
            for (int c = 0; c < channels; c++) {
              result[at + c] += g[output + c];
            }
          }
        });
    return Tensor.wrap(x, result);
  }

  /** What is done with one output pixel. */
  private interface Visitor {
    /**
     * Visits a pixel.
     *
     * @param output where its channels begin
     * @param first where those of the first input pixel under the window begin
     * @param taps how many input pixels are under it
     * @param tap how far behind the first each of them lies
     */
    void visit(int output, int first, int taps, int[] tap);
  }

  private static void each(Shape x, Window window, Engine engine, Visitor visitor) {
    Axis rows = window.vertical(x.height());
    Axis columns = window.horizontal(x.width());
    int channels = x.channels();
    engine.run(
        x.batch(),
        image -> {
          int[] tap = new int[rows.kernel() * columns.kernel()];
          int output = image * rows.out() * columns.out() * channels;
          for (int row = 0; row < rows.out(); row++) {
            int top = rows.start(row) + rows.firstInside(row) * rows.dilation();
            int down = rows.insideTaps(row);
            for (int column = 0; column < columns.out(); column++, output += channels) {
              int left = columns.start(column) + columns.firstInside(column) * columns.dilation();
              int across = columns.insideTaps(column);
              int taps = 0;
              for (int i = 0; i < down; i++) {
                for (int j = 0; j < across; j++) {
                  tap[taps++] =
                      (i * rows.dilation() * x.width() + j * columns.dilation()) * channels;
                }
              }
              int first = ((image * x.height() + top) * x.width() + left) * channels;
              visitor.visit(output, first, taps, tap);
            }
          }
        });
  }
}
