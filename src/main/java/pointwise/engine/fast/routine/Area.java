package pointwise.engine.fast.routine;

import pointwise.engine.ConvShape;
import pointwise.window.Axis;

/** A rectangle of output pixels: what one task computes. */
record Area(int image, int row, int column, int rows, int columns) {
  /** One of the rectangles of at most that size into which the output is cut, image by image. */
  static Area of(ConvShape s, int height, int width, int index) {
    int across = Axis.ceilDiv(s.columns().out(), width);
    int down = Axis.ceilDiv(s.rows().out(), height);
    int row = index / across % down * height;
    int column = index % across * width;
    return new Area(
        index / (across * down),
        row,
        column,
        Math.min(height, s.rows().out() - row),
        Math.min(width, s.columns().out() - column));
  }

  /** Into how many such rectangles it is cut. */
  static int count(ConvShape s, int height, int width) {
    int across = Axis.ceilDiv(s.columns().out(), width);
    int down = Axis.ceilDiv(s.rows().out(), height);
    return Math.multiplyExact(s.batch() * across, down);
  }

  int pixels() {
    return rows * columns;
  }
}
