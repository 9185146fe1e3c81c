package pointwise.engine.fast.routine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.Run;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.window.Axis;

/**
 * What the pixels of a task see of a group of channels: where their patches lie, and the runs of
 * floats that these consist of.
 *
 * @param data the memory they lie in
 * @param at where in it the patch of each pixel begins; it may begin with padding, outside of it
 * @param to where in the output each pixel lies
 * @param runs what to multiply
 */
record Patches(float[] data, int[] at, int[] to, List<Run> runs) {
  /** The weights of a run stay in a near cache while all pixels of a task meet them. */
  private static final int LONGEST_RUN = 512;

  /** Patches whose kernel rows have fewer floats are gathered. */
  private static final int SHORTEST_ROW = 32;

  private Patches(Scratch scratch, Area area, float[] data) {
    this(
        data,
        scratch.ints(Scratch.Ints.AT, area.pixels()),
        scratch.ints(Scratch.Ints.TO, area.pixels()),
        new ArrayList<>());
  }

  /** Whether the patches of a convolution are better gathered than read where they lie. */
  static boolean areShort(ConvShape s) {
    int taps = tapsSideBySide(s, s.inChannels(), s.columns().kernel());
    boolean whole = taps == s.rows().kernel() * s.columns().kernel();
    return !whole && taps * s.groupChannels() < SHORTEST_ROW;
  }

  /** What a task sees of an input from a channel on, and where in an output it stores. */
  static Patches of(
      Scratch scratch, ConvShape s, Area area, TensorView x, int channel, TensorView y) {
    return areShort(s)
        ? gathered(scratch, s, area, x, channel, y)
        : inPlace(scratch, s, area, x, channel, y);
  }

  /**
   * Patches where they lie, from a channel on. What is padding is in no run: a row of the kernel
   * meets only the rows of pixels for which it lies inside, and the columns fall into strips that
   * see the same taps. The pixels are numbered strip by strip, and in each of them row by row.
   */
  private static Patches inPlace(
      Scratch scratch, ConvShape s, Area area, TensorView x, int channel, TensorView y) {
    Patches patches = new Patches(scratch, area, x.data);
    int end = area.column() + area.columns();
    int pixel = 0;
    for (int column = area.column(), next; column < end; column = next) {
      next = Math.min(end, s.columns().endOfStrip(column));
      patches.addStrip(s, area, x.stride, column, next - column, pixel);
      for (int row = area.row(); row < area.row() + area.rows(); row++) {
        for (int c = column; c < next; c++, pixel++) {
          int from = s.inputPixel(area.image(), s.rows().start(row), s.columns().start(c));
          patches.at[pixel] = x.offset + from * x.stride + channel;
          patches.to[pixel] = y.offset + s.outputPixel(area.image(), row, c) * y.stride;
        }
      }
    }
    // Runs of the same weights follow each other, while these are in the cache.
    patches.runs.sort(Comparator.comparingInt(Run::place));
    return patches;
  }

  /** Patches copied side by side, with the padding's zeros: one run instead of many short ones. */
  private static Patches gathered(
      Scratch scratch, ConvShape s, Area area, TensorView x, int channel, TensorView y) {
    int patch = s.patch();
    float[] data = scratch.floats(Scratch.Floats.GATHERED, area.pixels() * patch);
    Patches patches = new Patches(scratch, area, data);
    Source source = Source.of(scratch, s, x, area, true);
    source.locate(s, patches.at, channel, area);
    int length = tapsSideBySide(s, source.pixel(), s.columns().kernel()) * s.groupChannels();
    for (int place = 0; place < patch; place += length) {
      int shift = source.shift(s, place);
      for (int i = 0, to = place; i < area.pixels(); i++, to += patch) {
        System.arraycopy(source.data(), patches.at[i] + shift, data, to, length);
      }
    }
    for (int i = 0; i < area.pixels(); i++) {
      int row = area.row() + i / area.columns();
      int column = area.column() + i % area.columns();
      patches.at[i] = i * patch;
      patches.to[i] = y.offset + s.outputPixel(area.image(), row, column) * y.stride;
    }
    patches.add(0, area.pixels(), 0, patch, 0);
    return patches;
  }

  /** Of some taps side by side in the kernel, how many are side by side in the input, too. */
  private static int tapsSideBySide(ConvShape s, int stride, int taps) {
    return s.columns().dilation() == 1 && s.groupChannels() == stride ? taps : 1;
  }

  private void addStrip(ConvShape s, Area area, int stride, int column, int width, int pixel) {
    Axis rows = s.rows();
    Axis columns = s.columns();
    int firstTap = columns.firstInside(column);
    int endTap = firstTap + columns.insideTaps(column);
    int taps = tapsSideBySide(s, stride, endTap - firstTap);
    for (int ky = 0; ky < rows.kernel(); ky++) {
      int begin = Math.max(0, rows.firstReading(ky) - area.row());
      int end = Math.min(area.rows(), rows.endReading(ky) - area.row());
      for (int kx = firstTap; kx < endTap && begin < end; kx += taps) {
        int place = (ky * columns.kernel() + kx) * s.groupChannels();
        int shift = s.inputPixel(0, ky * rows.dilation(), kx * columns.dilation()) * stride;
        add(pixel + begin * width, pixel + end * width, place, taps * s.groupChannels(), shift);
      }
    }
  }

  private void add(int begin, int end, int place, int length, int shift) {
    int longest = Axis.evenPart(length, LONGEST_RUN);
    for (int i = 0; i < length; i += longest) {
      runs.add(new Run(begin, end, place + i, Math.min(longest, length - i), shift + i));
    }
  }
}
