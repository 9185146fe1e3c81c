package pointwise.engine.fast.routine;

import java.util.Arrays;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.RowKernels;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;
import pointwise.window.Axis;
import pointwise.window.Window;

/**
 * A pooling: a task computes one row of the output, first down the columns, then along the row.
 *
 * <p>The largest of a window is the largest of its columns' largest, and so is the sum: for a 3 × 3
 * window four steps per value instead of eight. And each step is one loop over a whole row of
 * pixels, which is what C2 vectorises well; a stride picks from its results.
 */
public final class Pool extends Routine {

  private final RowKernels rows;
  private final ConvShape s;
  private final boolean max;
  private final boolean countPadding;

  private Pool(RowKernels rows, ConvShape s, boolean max, boolean countPadding) {
    this.rows = rows;
    this.s = s;
    this.max = max;
    this.countPadding = countPadding;
  }

  public static Pool max(RowKernels rows, Shape x, Window window) {
    return new Pool(rows, ConvShape.pool(x, window), true, false);
  }

  public static Pool average(RowKernels rows, Shape x, Window window, boolean countPadding) {
    return new Pool(rows, ConvShape.pool(x, window), false, countPadding);
  }

  @Override
  public Shape output() {
    return s.output();
  }

  @Override
  public int tasks() {
    return s.batch() * s.rows().out();
  }

  @Override
  public String explanation() {
    return "pooling: one row per task, down the columns and then along the row";
  }

  @Override
  public void run(int task, TensorView[] inputs, TensorView y) {
    int channels = s.outChannels();
    Axis columns = s.columns();
    int row = task % s.rows().out();
    int cells = Math.max(columns.span(columns.out()), columns.before() + columns.in());
    float[] down = Scratch.own().floats(Scratch.Floats.POOL_DOWN, (long) cells * channels);
    int first = columns.before() * channels;
    int end = first + columns.in() * channels;
    Arrays.fill(down, 0, first, empty());
    Arrays.fill(down, end, cells * channels, empty());
    down(inputs[0], task / s.rows().out(), row, down, first);

    int to = y.offset + task * columns.out() * y.stride;
    int positions = (columns.out() - 1) * columns.stride() + 1;
    boolean inPlace = columns.stride() == 1 && y.stride == channels;
    float[] along =
        inPlace
            ? y.data
            : Scratch.own().floats(Scratch.Floats.POOL_ALONG, (long) positions * channels);
    along(down, along, inPlace ? to : 0, positions * channels);
    if (!inPlace) {
      for (int column = 0; column < columns.out(); column++) {
        int from = column * columns.stride() * channels;
        System.arraycopy(along, from, y.data, to + column * y.stride, channels);
      }
    }
    if (!max) {
      divide(row, y, to);
    }
  }

  private float empty() {
    return max ? Float.NEGATIVE_INFINITY : 0;
  }

  /** Combines the rows that lie under a row of windows and inside of the image. */
  private void down(TensorView x, int image, int row, float[] result, int to) {
    Axis axis = s.rows();
    int firstTap = axis.firstInside(row);
    int taps = axis.insideTaps(row);
    int line = image * axis.in() + axis.start(row) + firstTap * axis.dilation();
    int step = axis.dilation() * s.columns().in() * x.stride;
    int from = x.offset + line * s.columns().in() * x.stride;
    boolean dense = x.stride == s.inChannels();
    int length = dense ? s.columns().in() * s.inChannels() : s.inChannels();
    int pieces = dense ? 1 : s.columns().in();
    if (taps == 0) {
      // A row of windows in the padding.
      Arrays.fill(result, to, to + pieces * length, empty());
      return;
    }
    for (int i = 0; i < pieces; i++) {
      combine(x.data, from + i * x.stride, taps, step, result, to + i * s.inChannels(), length);
    }
  }

  private void along(float[] down, float[] result, int to, int length) {
    int step = s.columns().dilation() * s.outChannels();
    combine(down, 0, s.columns().kernel(), step, result, to, length);
  }

  /** The largest or the sum of some rows, {@code step} apart, element by element. */
  private void combine(
      float[] x, int from, int count, int step, float[] result, int to, int length) {
    System.arraycopy(x, from, result, to, length);
    for (int i = 1; i < count; i++) {
      int a = from + i * step;
      if (!max) {
        rows.add(x, a, result, to, length);
      } else if (i + 1 < count) {
        rows.max(x, a, a + step, result, to, length);
        i++;
      } else {
        rows.max(x, a, a, result, to, length);
      }
    }
  }

  /** Divides the sums by the cells of their windows; neighbours with as many at once. */
  private void divide(int row, TensorView y, int to) {
    int width = s.columns().out();
    for (int column = 0, next; column < width; column = next) {
      int cells = s.averaged(row, column, countPadding);
      next = column + 1;
      while (next < width
          && y.stride == s.outChannels()
          && s.averaged(row, next, countPadding) == cells) {
        next++;
      }
      int length = (next - column) * s.outChannels();
      RowKernels.scale(1f / cells, y.data, to + column * y.stride, length);
    }
  }
}
