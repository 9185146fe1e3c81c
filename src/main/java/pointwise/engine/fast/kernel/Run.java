package pointwise.engine.fast.kernel;

/**
 * Places of the patch that lie side by side in memory, and the pixels that multiply them.
 *
 * @param begin the first pixel of the task that sees them
 * @param end the pixel after the last one
 * @param place the first of them
 * @param length how many
 * @param shift where they begin, seen from the beginning of a pixel's patch
 */
public record Run(int begin, int end, int place, int length, int shift) {}
