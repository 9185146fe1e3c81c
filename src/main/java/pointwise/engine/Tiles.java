package pointwise.engine;

/**
 * The micro-kernels of a machine.
 *
 * @param wide computes three vectors of filters at once
 * @param narrow computes two
 * @param dot computes a few filters, lanes along the products; null for none
 */
record Tiles(Tile wide, Tile narrow, Tile dot) {
  /** Below this many products a pixel, summing up the lanes of dot products costs too much. */
  private static final int SHORTEST_DOT = 128;

  /** The same without the one that computes dot products. */
  Tiles withoutDot() {
    return new Tiles(wide, narrow, null);
  }

  /**
   * The tile for the next block of filters.
   *
   * @param left how many filters are not in a block yet
   * @param patch the products that a filter sums up
   */
  Tile next(int left, int patch) {
    int lanes = narrow.filters / 2;
    int vectors = Axis.ceilDiv(left, lanes);
    boolean dots = dot != null && patch >= SHORTEST_DOT;
    boolean lastIsHalfEmpty = 2 * (left - (vectors - 1) * lanes) <= lanes;
    if (dots && (left <= dot.filters || vectors == 1 && lastIsHalfEmpty)) {
      return dot;
    }
    return vectors <= 2 || vectors == 4 && !(dots && lastIsHalfEmpty) ? narrow : wide;
  }
}
