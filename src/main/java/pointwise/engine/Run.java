package pointwise.engine;

/**
 * Weights that lie side by side, in the packed filters and in the patch of every pixel: what a tile
 * multiplies in one loop.
 *
 * @param shift where the run begins, seen from the beginning of a pixel's patch
 * @param weights the packed filters
 * @param from where the run begins in them
 * @param length floats of the patch
 * @param stretch floats of the patch that were packed as one
 */
record Run(int shift, float[] weights, int from, int length, int stretch) {}
