package pointwise.engine.fast.kernel;

import pointwise.window.Axis;

/**
 * The micro-kernels that convolutions are computed with.
 *
 * @param wide computes three vectors of filters at once
 * @param narrow computes two; either may stand for both
 */
public record MicroKernels(MicroKernel wide, MicroKernel narrow) {
  /**
   * The tile for the next block, if so many filters are not in a block yet: two vectors where they
   * come out even, which the tiles with most pixels serve best, and three where that saves one.
   */
  MicroKernel next(int left) {
    int vectors = Axis.ceilDiv(left, Vectors.LANES);
    boolean even = narrow.pixels() > 2 * wide.pixels() ? vectors % 2 == 0 : vectors == 4;
    return vectors <= 2 || even ? narrow : wide;
  }
}
