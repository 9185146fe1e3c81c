package pointwise.engine.fast.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of a few pixels with a block of filters, all sums in registers.
 *
 * <p>The filters lie side by side in the lanes of some vectors, and each pixel's value meets all of
 * them. The sums of a task stand in a scratch array, pixel by pixel, {@link #filters} floats each.
 *
 * @param name pixels × vectors of filters, as in {@code 4×3}
 * @param pixels that the inner loop computes at once
 * @param filters of one block
 * @param inner the inner loop, one of {@link VectorMicroKernels}
 */
public record MicroKernel(String name, int pixels, int filters, InnerLoop inner) {
  private static final VectorSpecies<Float> SPECIES = Vectors.SPECIES;
  private static final int LANES = Vectors.LANES;

  /** Adds the products of a run to the sums of some pixels, from index {@code to} on. */
  @FunctionalInterface
  public interface InnerLoop {
    void multiply(
        float[] x, int[] at, int first, Run run, float[] w, int from, float[] sums, int to);
  }

  /**
   * Adds the products of a run to the sums of all pixels that see it. The last ones, too few for
   * the micro-kernel, are computed on a copy, with the last pixel repeated.
   *
   * @param at where in {@code x} the patch of each pixel begins
   * @param w the weights of a block
   * @param to where the sums of pixel 0 begin
   */
  public void multiply(float[] x, int[] at, Run run, float[] w, float[] sums, int to) {
    int from = run.place() * filters;
    int end = run.end();
    int first = run.begin();
    for (; first <= end - pixels; first += pixels) {
      inner.multiply(x, at, first, run, w, from, sums, to + first * filters);
    }
    if (first < end) {
      Scratch scratch = Scratch.own();
      int[] last = scratch.ints(Scratch.Ints.LAST, pixels);
      for (int p = 0; p < pixels; p++) {
        last[p] = at[Math.min(first + p, end - 1)];
      }
      int count = (end - first) * filters;
      float[] copy = scratch.floats(Scratch.Floats.LAST, pixels * filters);
      System.arraycopy(sums, to + first * filters, copy, 0, count);
      inner.multiply(x, last, 0, run, w, from, copy, 0);
      System.arraycopy(copy, 0, sums, to + first * filters, count);
    }
  }

  /**
   * Stores finished sums.
   *
   * @param from where the first pixel's sums begin
   * @param to where in {@code y} each pixel's channels begin
   * @param count how many pixels
   * @param relu whether what is negative becomes 0
   */
  public void store(
      float[] sums, int from, float[] y, int[] to, int count, FilterBlock block, boolean relu) {
    float least = relu ? 0 : Float.NEGATIVE_INFINITY;
    int first = block.first();
    int full = block.filters() / LANES * LANES;
    for (int lane = 0; lane < full; lane += LANES) {
      store(sums, from + lane, y, to, count, first + lane, least);
    }
    for (int p = 0; p < count; p++) {
      for (int lane = full; lane < block.filters(); lane++) {
        float sum = sums[from + p * filters + lane];
        y[to[p] + first + lane] = sum < least ? 0 : sum;
      }
    }
  }

  private void store(
      float[] sums, int from, float[] y, int[] to, int count, int channel, float least) {
    if (count == 0) {
      return;
    }
    for (int p = 0; p < count; p++) {
      FloatVector sum = fromArray(SPECIES, sums, from + p * filters);
      // Not max: a NaN must stay one, and max(NaN) costs five instructions.
      sum.blend(0, sum.compare(VectorOperators.LT, least)).intoArray(y, to[p] + channel);
    }
  }
}
