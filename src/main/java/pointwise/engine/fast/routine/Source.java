package pointwise.engine.fast.routine;

import java.util.Arrays;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.Scratch;

/**
 * The input of a task: the image as it lies, or a frame of zeros with the part of it that is
 * needed.
 *
 * @param data the input
 * @param offset where the first tap of the first output pixel begins
 * @param row floats from one row to the next
 * @param pixel floats from one pixel to the next
 */
record Source(float[] data, int offset, int row, int pixel) {

  /**
   * What a rectangle of output pixels reads.
   *
   * @param sideBySide whether pixels must follow each other without a gap
   */
  static Source of(Scratch scratch, ConvShape s, TensorView x, Area area, boolean sideBySide) {
    int top = s.rows().start(area.row());
    int left = s.columns().start(area.column());
    int tall = s.rows().span(area.rows());
    int wide = s.columns().span(area.columns());
    boolean inside =
        top >= 0 && left >= 0 && top + tall <= s.rows().in() && left + wide <= s.columns().in();
    boolean gaps = x.stride != s.inChannels() && s.columns().kernel() > 1;
    int first = s.inputPixel(area.image(), top, left);
    if (inside && !(sideBySide && gaps)) {
      return new Source(x.data, x.offset + first * x.stride, s.columns().in() * x.stride, x.stride);
    }
    int channels = s.inChannels();
    int rowFloats = wide * channels;
    float[] frame = scratch.floats(Scratch.Floats.FRAME, (long) tall * wide * channels);
    int from = Math.min(wide, Math.max(0, -left));
    int to = Math.max(from, Math.min(wide, s.columns().in() - left));
    for (int r = 0; r < tall; r++) {
      int start = r * rowFloats;
      boolean real = top + r >= 0 && top + r < s.rows().in() && from < to;
      if (!real) {
        Arrays.fill(frame, start, start + rowFloats, 0);
        continue;
      }
      Arrays.fill(frame, start, start + from * channels, 0);
      int pixel = x.offset + (first + r * s.columns().in() + from) * x.stride;
      copy(x.data, pixel, x.stride, to - from, channels, frame, start + from * channels);
      Arrays.fill(frame, start + to * channels, start + rowFloats, 0);
    }
    return new Source(frame, 0, rowFloats, channels);
  }

  /** Fills in where the patch of each pixel begins, from the given channel on. */
  void locate(ConvShape s, int[] at, int channel, Area area) {
    int down = s.rows().stride() * row;
    int along = s.columns().stride() * pixel;
    for (int r = 0, i = 0; r < area.rows(); r++) {
      for (int c = 0; c < area.columns(); c++) {
        at[i++] = offset + channel + r * down + c * along;
      }
    }
  }

  /** Where a place in the patch lies, seen from the patch's beginning. */
  int shift(ConvShape s, int place) {
    int tap = place / s.groupChannels();
    int ky = tap / s.columns().kernel();
    int kx = tap % s.columns().kernel();
    return ky * s.rows().dilation() * row
        + kx * s.columns().dilation() * pixel
        + place % s.groupChannels();
  }

  /** Copies pixels so that no gap is between them. */
  private static void copy(
      float[] x, int from, int stride, int count, int channels, float[] frame, int to) {
    if (stride == channels) {
      System.arraycopy(x, from, frame, to, count * channels);
      return;
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(x, from + i * stride, frame, to + i * channels, channels);
    }
  }
}
