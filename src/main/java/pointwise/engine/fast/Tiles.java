package pointwise.engine.fast;

import pointwise.window.Axis;

/**
 * The micro-kernels of a machine.
 *
 * @param wide computes three vectors of filters at once
 * @param narrow computes two
 */
record Tiles(Tile wide, Tile narrow) {
  /** Those of this machine. */
  static Tiles own() {
    return VectorTiles.tiles(Vectors.MANY_REGISTERS);
  }

  /** The tile for the next block, if so many filters are not in a block yet. */
  Tile next(int left) {
    int vectors = Axis.ceilDiv(left, narrow.filters / 2);
    return vectors <= 2 || vectors == 4 ? narrow : wide;
  }
}
