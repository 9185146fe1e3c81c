package pointwise.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pointwise.engine.PackedFilters.Block;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * A convolution as matrix products over the input where it lies: no im2col, no padded copy.
 *
 * <p>Channels are innermost, so what a row of the kernel covers is one stretch of memory, and the
 * stretches of neighbouring pixels overlap. A task is a rectangle of about 200 output pixels and
 * some blocks of filters; the table {@code at} says where the patch of each pixel begins, so that
 * stride, row ends and kernels of any size need no code in the inner loops.
 *
 * <p>What lies in the padding is not multiplied: a row of the kernel meets only the rows of pixels
 * for which it lies inside, and the columns of the rectangle fall into {@linkplain Strip strips}
 * that see the same taps.
 */
final class DirectConv extends Routine {
  /** Their sums fit into the first-level cache, and their input into the second. */
  private static final int PIXELS = 200;

  private static final int COLUMNS = 28;

  /** Patches whose stretches are shorter than this are gathered into one stretch first. */
  private static final int SHORTEST_RUN = 32;

  private static final int PATCHES = 1;
  private static final int SUMS = 2;

  /**
   * Columns of output pixels side by side that see the same taps of the kernel's rows.
   *
   * @param from the first float that they see of a row of the kernel
   * @param to the float after the last one
   */
  private record Strip(int column, int columns, int from, int to) {}

  private final ConvShape s;
  private final PackedFilters packed;
  private final boolean gathers;
  private final boolean relu;
  private final int height;
  private final int width;
  private final int parts;
  private final List<List<Strip>> strips = new ArrayList<>();

  DirectConv(Tiles tiles, ConvShape s, Tensor filters, Tensor bias, int threads) {
    int patch = s.rows().kernel() * s.columns().kernel() * s.groupChannels();
    int stretch = s.groupChannels() * tapsSideBySide(s, s.inChannels());
    this.s = s;
    this.gathers = stretch < SHORTEST_RUN && stretch < patch;
    this.packed = new PackedFilters(tiles, s, filters, bias, gathers ? patch : stretch);
    this.relu = false;
    this.width = Axis.evenPart(s.columns().out(), COLUMNS);
    this.height = Axis.evenPart(s.rows().out(), Math.max(1, PIXELS / width));
    int rectangles = s.batch() * across() * down();
    // One thread takes a rectangle whole; several want enough tasks to end at the same time.
    int wanted = threads == 1 ? 1 : Axis.ceilDiv(4 * threads, rectangles);
    this.parts = Math.min(packed.blocks.size(), wanted);
    for (int column = 0; column < s.columns().out(); column += width) {
      strips.add(strips(column, Math.min(column + width, s.columns().out())));
    }
  }

  private DirectConv(DirectConv other, boolean relu) {
    this.s = other.s;
    this.packed = other.packed;
    this.gathers = other.gathers;
    this.relu = relu;
    this.height = other.height;
    this.width = other.width;
    this.parts = other.parts;
    this.strips.addAll(other.strips);
  }

  @Override
  public Routine withRelu() {
    return new DirectConv(this, true);
  }

  @Override
  public Shape output() {
    return s.output();
  }

  @Override
  public int tasks() {
    return Math.multiplyExact(Math.multiplyExact(s.batch() * across(), down()), parts);
  }

  @Override
  public double expectedShareOfPeak() {
    return gathers ? 0.6 : 0.85;
  }

  @Override
  public String explanation() {
    return "direct: "
        + (gathers ? "patches gathered, " : "")
        + "%d tasks of %d×%d pixels".formatted(tasks(), height, width);
  }

  @Override
  public void run(int task, Place[] inputs, Place output) {
    int part = task % parts;
    Area area = area(task / parts);
    List<Strip> strips = this.strips.get(area.column() / width);
    Scratch scratch = Scratch.own();
    int[] at = scratch.at(area.pixels());
    float[] patches = gathers ? scratch.floats(PATCHES, area.pixels() * packed.patch) : null;
    int blocks = packed.blocks.size();
    int located = -1;
    for (int i = part * blocks / parts; i < (part + 1) * blocks / parts; i++) {
      Block block = packed.blocks.get(i);
      if (block.group() != located) {
        located = block.group();
        locate(inputs[0], located * s.groupChannels(), area, strips, at);
        if (gathers) {
          gather(inputs[0], area, strips, at, patches);
        }
      }
      float[] sums = scratch.floats(SUMS, area.pixels() * block.tile().width);
      block.tile().start(packed.biases, block.biases(), sums, 0, area.pixels());
      if (gathers) {
        multiplyPatches(block, patches, at, area.pixels(), sums);
      } else {
        multiply(block, inputs[0], at, area, strips, sums);
      }
      store(block, sums, area, strips, output);
    }
  }

  /** Fills in where the patch of each pixel begins, strip by strip. */
  private void locate(Place x, int channel, Area area, List<Strip> strips, int[] at) {
    int i = 0;
    for (Strip strip : strips) {
      for (int r = 0; r < area.rows(); r++) {
        int row = area.image() * s.rows().in() + s.rows().start(area.row() + r);
        int pixel = row * s.columns().in() + s.columns().start(strip.column);
        for (int c = 0; c < strip.columns; c++) {
          at[i++] = x.offset + (pixel + c * s.columns().stride()) * x.stride + channel;
        }
      }
    }
  }

  /** Adds up the products of one block of filters for all pixels, run by run. */
  private void multiply(
      Block block, Place x, int[] at, Area area, List<Strip> strips, float[] sums) {
    int tap = s.groupChannels();
    int kernelRow = s.columns().kernel() * tap;
    int sideBySide = tapsSideBySide(s, x.stride) * tap;
    int longest = PackedFilters.runLength(block.tile(), sideBySide);
    for (int start = 0, run; start < packed.patch; start += run) {
      run = Math.min(longest, sideBySide - start % sideBySide);
      int ky = start / kernelRow;
      int begin = Math.max(0, s.rows().firstReading(ky) - area.row());
      int end = Math.min(area.rows(), s.rows().endReading(ky) - area.row());
      int below = ky * s.rows().dilation() * s.columns().in() * x.stride;
      for (Strip strip : strips) {
        int from = Math.max(start % kernelRow, strip.from);
        int length = Math.min(start % kernelRow + run, strip.to) - from;
        if (begin < end && length > 0) {
          int shift = below + from / tap * s.columns().dilation() * x.stride + from % tap;
          Run weights = packed.run(block, ky * kernelRow + from, length, shift);
          int first = area.rows() * (strip.column - area.column());
          int firstRow = first + begin * strip.columns;
          int endRow = first + end * strip.columns;
          block.tile().multiply(x.data, at, firstRow, endRow, weights, sums, 0);
        }
      }
    }
  }

  /** The same where the patches are gathered: each of them is one stretch. */
  private void multiplyPatches(Block block, float[] patches, int[] at, int pixels, float[] sums) {
    int longest = PackedFilters.runLength(block.tile(), packed.patch);
    for (int start = 0; start < packed.patch; start += longest) {
      Run run = packed.run(block, start, Math.min(longest, packed.patch - start), start);
      block.tile().multiply(patches, at, 0, pixels, run, sums, 0);
    }
  }

  private void store(Block block, float[] sums, Area area, List<Strip> strips, Place y) {
    Tile tile = block.tile();
    int from = 0;
    for (Strip strip : strips) {
      for (int r = 0; r < area.rows(); r++) {
        int row = area.image() * s.rows().out() + area.row() + r;
        int pixel = row * s.columns().out() + strip.column;
        int to = y.offset + pixel * y.stride + block.first();
        tile.store(sums, from, strip.columns, y.data, to, y.stride, block.filters(), relu);
        from += strip.columns * tile.width;
      }
    }
  }

  private Area area(int index) {
    int row = index / across() % down() * height;
    int column = index % across() * width;
    return new Area(
        index / (across() * down()),
        row,
        column,
        Math.min(height, s.rows().out() - row),
        Math.min(width, s.columns().out() - column));
  }

  /** Copies the patches of all pixels side by side, with the padding's zeros. */
  private void gather(Place x, Area area, List<Strip> strips, int[] at, float[] patches) {
    int tap = s.groupChannels();
    int kernelRow = s.columns().kernel() * tap;
    int together = tapsSideBySide(s, x.stride) * tap;
    for (int start = 0; start < packed.patch; start += together) {
      int ky = start / kernelRow;
      int begin = s.rows().firstReading(ky) - area.row();
      int end = s.rows().endReading(ky) - area.row();
      int below = ky * s.rows().dilation() * s.columns().in() * x.stride;
      int to = start;
      int i = 0;
      for (Strip strip : strips) {
        int from = Math.max(start % kernelRow, strip.from);
        int length = Math.max(0, Math.min(start % kernelRow + together, strip.to) - from);
        int shift = below + from / tap * s.columns().dilation() * x.stride;
        int after = from - start % kernelRow;
        for (int r = 0; r < area.rows(); r++) {
          boolean inside = begin <= r && r < end;
          for (int c = 0; c < strip.columns; c++, i++, to += packed.patch) {
            if (!inside || length < together) {
              Arrays.fill(patches, to, to + together, 0);
            }
            if (inside && length > 0) {
              System.arraycopy(x.data, at[i] + shift, patches, to + after, length);
            }
          }
        }
      }
    }
    for (int i = 0; i < area.pixels(); i++) {
      at[i] = i * packed.patch;
    }
  }

  /** How many taps of a row of the kernel lie side by side in the input. */
  private static int tapsSideBySide(ConvShape s, int pixelStride) {
    return s.columns().dilation() == 1 && s.groupChannels() == pixelStride
        ? s.columns().kernel()
        : 1;
  }

  private List<Strip> strips(int begin, int end) {
    Axis columns = s.columns();
    int channels = s.groupChannels();
    List<Strip> strips = new ArrayList<>();
    for (int column = begin, next; column < end; column = next) {
      int first = columns.firstInside(column);
      int taps = columns.insideTaps(column);
      next = column + 1;
      while (next < end && columns.firstInside(next) == first && columns.insideTaps(next) == taps) {
        next++;
      }
      strips.add(new Strip(column, next - column, first * channels, (first + taps) * channels));
    }
    return strips;
  }

  private int across() {
    return Axis.ceilDiv(s.columns().out(), width);
  }

  private int down() {
    return Axis.ceilDiv(s.rows().out(), height);
  }
}
