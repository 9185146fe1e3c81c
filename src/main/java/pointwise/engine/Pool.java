package pointwise.engine;

import java.util.Arrays;
import pointwise.tensor.Shape;

/** A pooling: a task computes one row of the output, all channels of a pixel at once. */
final class Pool extends Routine {
  private final ConvShape s;
  private final boolean max;
  private final boolean countPadding;

  private Pool(ConvShape s, boolean max, boolean countPadding) {
    this.s = s;
    this.max = max;
    this.countPadding = countPadding;
  }

  static Pool max(Shape x, Window window) {
    return new Pool(ConvShape.pool(x, window), true, false);
  }

  static Pool average(Shape x, Window window, boolean countPadding) {
    return new Pool(ConvShape.pool(x, window), false, countPadding);
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
    return "pooling: one row a task, channels side by side";
  }

  @Override
  public void run(int task, Place[] inputs, Place y) {
    int row = task % s.rows().out();
    int image = task / s.rows().out();
    for (int column = 0; column < s.columns().out(); column++) {
      int to = y.offset + (task * s.columns().out() + column) * y.stride;
      Arrays.fill(y.data, to, to + s.outChannels(), max ? Float.NEGATIVE_INFINITY : 0);
      pixel(inputs[0], image, row, column, y.data, to);
      if (!max) {
        Rows.scale(1f / s.averaged(row, column, countPadding), y.data, to, s.outChannels());
      }
    }
  }

  /** Visits the taps inside of the image, along each row three at a time. */
  private void pixel(Place x, int image, int row, int column, float[] y, int to) {
    Axis rows = s.rows();
    Axis columns = s.columns();
    int step = columns.dilation() * x.stride;
    int firstTap = columns.firstInside(column);
    int endTap = firstTap + columns.insideTaps(column);
    int endRow = rows.firstInside(row) + rows.insideTaps(row);
    for (int ky = rows.firstInside(row); ky < endRow; ky++) {
      int line = image * rows.in() + rows.start(row) + ky * rows.dilation();
      int from = x.offset + (line * columns.in() + columns.start(column)) * x.stride;
      for (int kx = firstTap; kx < endTap; kx += 3) {
        int a = from + kx * step;
        int b = kx + 1 < endTap ? a + step : a;
        int c = kx + 2 < endTap ? b + step : a;
        if (max) {
          Rows.max(x.data, a, b, c, y, to, s.outChannels());
        } else {
          Rows.add(x.data, a, Math.min(3, endTap - kx), step, y, to, s.outChannels());
        }
      }
    }
  }
}
