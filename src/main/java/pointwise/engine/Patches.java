package pointwise.engine;

import java.util.Arrays;
import java.util.List;

/**
 * What the pixels of a task see of the input: where the patch of each pixel lies, strip by strip
 * and in each of them row by row.
 */
final class Patches {
  final Area area;
  final List<Strip> strips;

  /** Where the patch of each pixel begins; what lies in the padding may be outside of the input. */
  final int[] at;

  private final ConvShape s;
  private final Place x;
  private final int tap;
  private final int kernelRow;

  Patches(ConvShape s, Place x, Area area, List<Strip> strips, int[] at) {
    this.s = s;
    this.x = x;
    this.area = area;
    this.strips = strips;
    this.at = at;
    this.tap = s.groupChannels();
    this.kernelRow = s.columns().kernel() * tap;
  }

  /** How many floats of a patch lie side by side, if so many floats lie between two pixels. */
  static int sideBySide(ConvShape s, int pixelStride) {
    boolean rows = s.columns().dilation() == 1 && s.groupChannels() == pixelStride;
    return (rows ? s.columns().kernel() : 1) * s.groupChannels();
  }

  /** How many floats of a patch lie side by side. */
  int sideBySide() {
    return sideBySide(s, x.stride);
  }

  /** Fills in where the patches begin, from the given channel on. */
  void locate(int channel) {
    int i = 0;
    for (Strip strip : strips) {
      for (int r = 0; r < area.rows(); r++) {
        int row = area.image() * s.rows().in() + s.rows().start(area.row() + r);
        int pixel = row * s.columns().in() + s.columns().start(strip.column());
        for (int c = 0; c < strip.columns(); c++) {
          at[i++] = x.offset + (pixel + c * s.columns().stride()) * x.stride + channel;
        }
      }
    }
  }

  float[] data() {
    return x.data;
  }

  /** The number of a strip's first pixel. */
  int first(Strip strip) {
    return area.rows() * (strip.column() - area.column());
  }

  /** The first row of pixels for which a place in the patch is no padding above the image. */
  int firstRow(int place) {
    return Math.max(0, s.rows().firstReading(place / kernelRow) - area.row());
  }

  /** The row of pixels from which on a place in the patch is padding below the image. */
  int endRow(int place) {
    return Math.min(area.rows(), s.rows().endReading(place / kernelRow) - area.row());
  }

  /** The first place from this one on, in the same row of the kernel, that a strip sees. */
  int from(Strip strip, int place) {
    return Math.max(place, place - place % kernelRow + strip.from());
  }

  /** How many places from this one to the end, in the same row of the kernel, a strip sees. */
  int length(Strip strip, int from, int end) {
    return Math.max(0, Math.min(end, from - from % kernelRow + strip.to()) - from);
  }

  /** Where a place in the patch lies, seen from the patch's beginning. */
  int shift(int place) {
    int below = place / kernelRow * s.rows().dilation() * s.columns().in();
    int right = place % kernelRow / tap * s.columns().dilation();
    return (below + right) * x.stride + place % tap;
  }

  /** Copies the patches side by side, with the padding's zeros. */
  void gather(float[] patches, int patch) {
    int together = sideBySide();
    for (int start = 0; start < patch; start += together) {
      int begin = firstRow(start);
      int end = endRow(start);
      int to = start;
      int i = 0;
      for (Strip strip : strips) {
        int from = from(strip, start);
        int length = length(strip, from, start + together);
        int shift = shift(from);
        for (int r = 0; r < area.rows(); r++) {
          boolean inside = begin <= r && r < end && length > 0;
          for (int c = 0; c < strip.columns(); c++, i++, to += patch) {
            if (!inside || length < together) {
              Arrays.fill(patches, to, to + together, 0);
            }
            if (inside) {
              System.arraycopy(x.data, at[i] + shift, patches, to + from - start, length);
            }
          }
        }
      }
    }
    for (int i = 0; i < area.pixels(); i++) {
      at[i] = i * patch;
    }
  }
}
