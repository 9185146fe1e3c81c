package pointwise.engine;

import java.util.Arrays;
import pointwise.engine.PackedFilters.Block;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * A convolution as matrix products over the input where it lies: no im2col.
 *
 * <p>Channels are innermost, so what a row of the kernel covers is one stretch of memory, and the
 * stretches of neighbouring pixels overlap. A task is a rectangle of about 200 output pixels and
 * some blocks of filters; the table {@code at} says where the patch of each pixel begins, so that
 * stride, row ends and kernels of any size need no code in the inner loops, and a ragged last tile
 * repeats its last pixel.
 *
 * <p>Where the rectangle reaches into the padding, its input is first copied into a frame with
 * zeros around it.
 */
final class DirectConv extends Routine {
  /** Their sums fit into the first-level cache, and their input into the second. */
  private static final int PIXELS = 200;

  private static final int COLUMNS = 28;

  /** Patches whose stretches are shorter than this are gathered into one stretch first. */
  private static final int SHORTEST_RUN = 32;

  /** No tile computes more pixels at once: so far may the last one reach over the end. */
  private static final int MOST_PIXELS = 8;

  private static final int PATCHES = 1;
  private static final int SUMS = 2;

  private final ConvShape s;
  private final PackedFilters packed;
  private final boolean gathers;
  private final boolean wholeRows;
  private final boolean relu;
  private final int height;
  private final int width;
  private final int parts;

  DirectConv(Tiles tiles, ConvShape s, Tensor filters, Tensor bias, int threads) {
    Axis columns = s.columns();
    int tap = s.groupChannels();
    this.s = s;
    this.wholeRows = s.groups() == 1 && columns.dilation() == 1;
    int stretch = wholeRows ? columns.kernel() * tap : tap;
    int patch = s.rows().kernel() * columns.kernel() * tap;
    this.gathers = stretch < SHORTEST_RUN && stretch < patch;
    this.packed = new PackedFilters(tiles, s, filters, bias, gathers ? patch : stretch);
    this.relu = false;
    this.width = Axis.evenPart(columns.out(), COLUMNS);
    this.height = Axis.evenPart(s.rows().out(), Math.max(1, PIXELS / width));
    int rectangles = s.batch() * across() * down();
    // One thread takes a rectangle whole; several want enough tasks to end at the same time.
    int wanted = threads == 1 ? 1 : Axis.ceilDiv(4 * threads, rectangles);
    this.parts = Math.min(packed.blocks.size(), wanted);
  }

  private DirectConv(DirectConv other, boolean relu) {
    this.s = other.s;
    this.packed = other.packed;
    this.gathers = other.gathers;
    this.wholeRows = other.wholeRows;
    this.relu = relu;
    this.height = other.height;
    this.width = other.width;
    this.parts = other.parts;
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
    Scratch scratch = Scratch.own();
    Source source = Source.of(scratch, s, inputs[0], area, wholeRows);
    int pixels = area.pixels();
    int[] at = scratch.at(pixels + MOST_PIXELS);
    int blocks = packed.blocks.size();
    int located = -1;
    for (int i = part * blocks / parts; i < (part + 1) * blocks / parts; i++) {
      Block block = packed.blocks.get(i);
      if (block.group() != located) {
        located = block.group();
        source.locate(s, at, located * s.groupChannels(), area);
        if (gathers) {
          gather(scratch.floats(PATCHES, pixels * packed.patch), source, at, pixels);
        }
        Arrays.fill(at, pixels, pixels + MOST_PIXELS, at[pixels - 1]);
      }
      float[] sums = scratch.floats(SUMS, (pixels + MOST_PIXELS) * block.tile().width);
      block.tile().start(packed.biases, block.biases(), sums, 0, pixels + MOST_PIXELS);
      float[] x = gathers ? scratch.floats(PATCHES, 0) : source.data();
      multiply(block, x, at, area, source, sums);
      store(block, sums, area, output);
    }
  }

  /** Adds up the products of one block of filters for all pixels, run by run. */
  private void multiply(Block block, float[] x, int[] at, Area area, Source source, float[] sums) {
    Tile tile = block.tile();
    for (int start = 0, run; start < packed.patch; start += run) {
      run = packed.run(tile.filters, start);
      int begin = 0;
      int end = area.pixels();
      int shift = start;
      if (!gathers) {
        // Rows of pixels for which this row of the kernel lies in the padding are left out.
        int ky = start / (s.groupChannels() * s.columns().kernel());
        begin = Math.max(0, s.rows().firstReading(ky) - area.row()) * area.columns();
        end = Math.min(end, (s.rows().endReading(ky) - area.row()) * area.columns());
        shift = source.shift(s, start);
      }
      int from = block.weights() + start * tile.filters;
      for (int first = begin; first < end; first += tile.pixels) {
        tile.multiply(x, at, first, shift, packed.weights, from, run, sums, first * tile.width);
      }
    }
  }

  private void store(Block block, float[] sums, Area area, Place y) {
    for (int r = 0; r < area.rows(); r++) {
      int row = area.image() * s.rows().out() + area.row() + r;
      int pixel = row * s.columns().out() + area.column();
      int to = y.offset + pixel * y.stride + block.first();
      int from = r * area.columns() * block.tile().width;
      block.tile().store(sums, from, area.columns(), y.data, to, y.stride, block.filters(), relu);
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

  /** Copies the patches of all pixels side by side, and moves {@code at} to them. */
  private void gather(float[] patches, Source source, int[] at, int pixels) {
    int stretch = (wholeRows ? s.columns().kernel() : 1) * s.groupChannels();
    for (int start = 0; start < packed.patch; start += stretch) {
      int shift = source.shift(s, start);
      for (int i = 0; i < pixels; i++) {
        System.arraycopy(source.data(), at[i] + shift, patches, i * packed.patch + start, stretch);
      }
    }
    for (int i = 0; i < pixels; i++) {
      at[i] = i * packed.patch;
    }
  }

  private int across() {
    return Axis.ceilDiv(s.columns().out(), width);
  }

  private int down() {
    return Axis.ceilDiv(s.rows().out(), height);
  }
}
