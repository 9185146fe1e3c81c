package pointwise.engine.fast.routine;

import pointwise.window.Axis;

/**
 * The cells of a transposed convolution's result, along one axis, that lie a stride apart: an
 * ordinary convolution with stride 1 gives them.
 *
 * <p>Cell {@code residue + q · stride} reads the inputs {@code start + q + n · dilation} for {@code
 * n = 0 … taps − 1}, through the taps {@code tap + (taps − 1 − n) · step} of the kernel: every
 * {@code step}-th, mirrored (Dumoulin and Visin 2016, section 4.6, put stride − 1 zeros between the
 * inputs instead; those who count on the zeros multiply them).
 *
 * @param residue the first of the cells
 * @param cells how many there are
 * @param tap the first tap of the kernel that reaches them
 * @param step from one of the taps that reach them to the next
 * @param taps how many do; 0 where the stride is larger than the kernel
 * @param dilation input cells from one tap to the next
 * @param start the input under the last of the taps for the first cell; negative before the input
 */
record Phase(int residue, int cells, int tap, int step, int taps, int dilation, int start) {

  /**
   * The cells that leave a residue when divided by the stride.
   *
   * @param axis an axis of the convolution that is transposed: its input is the result
   */
  static Phase of(Axis axis, int residue) {
    int step = 1;
    while ((long) step * axis.dilation() % axis.stride() != 0) {
      step++;
    }
    int cells = Axis.ceilDiv(axis.in() - residue, axis.stride());
    int cell = residue + axis.before();
    for (int tap = 0; tap < Math.min(step, axis.kernel()); tap++) {
      int from = cell - tap * axis.dilation();
      if (from % axis.stride() == 0) {
        int taps = Axis.ceilDiv(axis.kernel() - tap, step);
        int dilation = (int) ((long) step * axis.dilation() / axis.stride());
        int start = from / axis.stride() - (taps - 1) * dilation;
        return new Phase(residue, cells, tap, step, taps, dilation, start);
      }
    }
    return new Phase(residue, cells, 0, step, 0, 1, 0);
  }

  /** The tap of the whole kernel that is the {@code n}-th of the mirrored ones. */
  int mirrored(int n) {
    return tap + (taps - 1 - n) * step;
  }

  /** The input cells that so many cells side by side read. */
  int span(int cells) {
    return cells + (taps - 1) * dilation;
  }
}
