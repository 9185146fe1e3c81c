package pointwise.engine;

import java.util.ArrayList;
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
    int stretch = Patches.sideBySide(s, s.inChannels());
    this.s = s;
    this.gathers = stretch < SHORTEST_RUN && stretch < patch;
    this.packed = new PackedFilters(tiles, s, filters, bias, gathers ? patch : stretch);
    this.relu = false;
    this.width = Axis.evenPart(s.columns().out(), COLUMNS);
    this.height = Axis.evenPart(s.rows().out(), Math.max(1, PIXELS / width));
    int rectangles = Area.count(s, height, width);
    // One thread takes a rectangle whole; several want enough tasks to end at the same time.
    int wanted = threads == 1 ? 1 : Axis.ceilDiv(4 * threads, rectangles);
    this.parts = Math.min(packed.blocks.size(), wanted);
    for (int column = 0; column < s.columns().out(); column += width) {
      int end = Math.min(column + width, s.columns().out());
      strips.add(Strip.of(s.columns(), s.groupChannels(), column, end));
    }
  }

  private DirectConv(DirectConv other, PackedFilters packed, boolean relu) {
    this.s = other.s;
    this.packed = packed;
    this.gathers = other.gathers;
    this.relu = relu;
    this.height = other.height;
    this.width = other.width;
    this.parts = other.parts;
    this.strips.addAll(other.strips);
  }

  @Override
  public Routine withRelu() {
    return new DirectConv(this, packed, true);
  }

  @Override
  Routine withAffine(Affine affine) {
    return relu ? null : new DirectConv(this, packed.with(affine.factors, affine.shifts), false);
  }

  @Override
  public Shape output() {
    return s.output();
  }

  @Override
  public int tasks() {
    return Math.multiplyExact(Area.count(s, height, width), parts);
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
    Area area = Area.of(s, height, width, task / parts);
    Scratch scratch = Scratch.own();
    List<Strip> across = strips.get(area.column() / width);
    Patches patches = new Patches(s, inputs[0], area, across, scratch.at(area.pixels()));
    float[] gathered = gathers ? scratch.floats(PATCHES, area.pixels() * packed.patch) : null;
    int blocks = packed.blocks.size();
    int located = -1;
    for (int i = part * blocks / parts; i < (part + 1) * blocks / parts; i++) {
      Block block = packed.blocks.get(i);
      if (block.group() != located) {
        located = block.group();
        patches.locate(located * s.groupChannels());
        if (gathers) {
          patches.gather(gathered, packed.patch);
        }
      }
      float[] sums = scratch.floats(SUMS, area.pixels() * block.tile().width);
      block.tile().start(packed.biases, block.biases(), sums, 0, area.pixels());
      if (gathers) {
        packed.multiplyWhole(block, gathered, patches.at, area.pixels(), 0, sums, 0);
      } else {
        multiply(block, patches, sums);
      }
      store(block, patches, sums, output);
    }
  }

  /** Adds up the products of one block of filters for all pixels, run by run. */
  private void multiply(Block block, Patches patches, float[] sums) {
    int sideBySide = patches.sideBySide();
    int longest = PackedFilters.runLength(block.tile(), sideBySide);
    for (int start = 0, end; start < packed.patch; start = end) {
      end = start + Math.min(longest, sideBySide - start % sideBySide);
      int firstRow = patches.firstRow(start);
      int endRow = patches.endRow(start);
      for (Strip strip : patches.strips) {
        int from = patches.from(strip, start);
        int length = patches.length(strip, from, end);
        if (firstRow < endRow && length > 0) {
          Run run = packed.run(block, from, length, patches.shift(from));
          int first = patches.first(strip) + firstRow * strip.columns();
          int last = patches.first(strip) + endRow * strip.columns();
          block.tile().multiply(patches.data(), patches.at, first, last, run, sums, 0);
        }
      }
    }
  }

  private void store(Block block, Patches patches, float[] sums, Place y) {
    Tile tile = block.tile();
    Area area = patches.area;
    int from = 0;
    for (Strip strip : patches.strips) {
      for (int r = 0; r < area.rows(); r++) {
        int row = area.image() * s.rows().out() + area.row() + r;
        int pixel = row * s.columns().out() + strip.column();
        int to = y.offset + pixel * y.stride + block.first();
        tile.store(sums, from, strip.columns(), y.data, to, y.stride, block.filters(), relu);
        from += strip.columns() * tile.width;
      }
    }
  }
}
