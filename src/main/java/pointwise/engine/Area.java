package pointwise.engine;

/** A rectangle of output pixels: what one task computes. */
record Area(int image, int row, int column, int rows, int columns) {
  int pixels() {
    return rows * columns;
  }
}
