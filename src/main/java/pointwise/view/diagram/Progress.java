package pointwise.view.diagram;

import pointwise.view.diagram.Volumes.Stage;
import pointwise.window.Axis;

/**
 * How far a chain of convolutions has come.
 *
 * @param filters the stage of the filters at work; what lies before it is there, what follows is
 *     not yet
 * @param rows the window along the rows of what it reads
 * @param columns the window along its columns
 * @param row of the output that is being computed
 * @param column of that output
 */
record Progress(int filters, Axis rows, Axis columns, int row, int column) {
  /** Nothing moves: all is there. */
  static final Progress NONE = new Progress(Integer.MAX_VALUE, null, null, 0, 0);

  /** Some rows and columns of a volume, all its channels. */
  record Part(int row, int column, int height, int width) {}

  boolean isReading(int stage) {
    return stage == filters - 1;
  }

  boolean isComputing(int stage) {
    return stage == filters + 1;
  }

  /** Whether a stage is a volume that is not complete yet. */
  boolean isEmpty(int stage) {
    return stage > filters;
  }

  /** What the window covers of the volume, without the padding. */
  Part window(Stage volume) {
    int top = Math.max(0, rows.start(row));
    int left = Math.max(0, columns.start(column));
    int bottom = Math.min(volume.height(), rows.start(row) + rows.span(1));
    int right = Math.min(volume.width(), columns.start(column) + columns.span(1));
    return new Part(top, left, bottom - top, right - left);
  }

  Part rowsDone(Stage volume) {
    return new Part(0, 0, row, volume.width());
  }

  Part rowBegun() {
    return new Part(row, 0, 1, column + 1);
  }

  /** Where the output is being computed. */
  Part place() {
    return new Part(row, column, 1, 1);
  }
}
