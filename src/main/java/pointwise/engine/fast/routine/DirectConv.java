package pointwise.engine.fast.routine;

import java.util.List;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.FilterBlock;
import pointwise.engine.fast.kernel.MicroKernel;
import pointwise.engine.fast.kernel.MicroKernels;
import pointwise.engine.fast.kernel.Run;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * A convolution as matrix products over the input where it lies: no im2col, no padded copy.
 *
 * <p>Channels are innermost, so what a row of the kernel covers is one stretch of memory, and the
 * stretches of neighbouring pixels overlap. A task is a rectangle of about 200 output pixels and
 * some blocks of filters; a table says where the {@linkplain Patches patch} of each pixel begins,
 * so that stride, row ends and kernels of any size need no code in the inner loops.
 */
public final class DirectConv extends Routine {
  /** Their sums fit into the first-level cache, and their input into the second. */
  private static final int PIXELS = 200;

  private static final int COLUMNS = 28;

  private final ConvShape s;
  private final List<FilterBlock> blocks;
  private final boolean relu;
  private final int threads;
  private final int height;
  private final int width;

  /** Into how many tasks the blocks of filters are divided. */
  private final int parts;

  DirectConv(ConvShape s, List<FilterBlock> blocks, boolean relu, int threads) {
    this.s = s;
    this.blocks = blocks;
    this.relu = relu;
    this.threads = threads;
    this.width = Axis.evenPart(s.columns().out(), COLUMNS);
    this.height = Axis.evenPart(s.rows().out(), Math.max(1, PIXELS / width));
    // One thread takes a rectangle whole; several want enough tasks to end at the same time.
    int wanted = threads == 1 ? 1 : Axis.ceilDiv(4 * threads, Area.count(s, height, width));
    this.parts = Math.min(blocks.size(), wanted);
  }

  public static DirectConv of(
      MicroKernels tiles, ConvShape s, Tensor filters, Tensor bias, int threads) {
    return new DirectConv(s, FilterBlock.pack(tiles, s, filters, bias), false, threads);
  }

  @Override
  public Routine with(PostOp next) {
    List<FilterBlock> folded = blocks.stream().map(next::foldInto).toList();
    return relu ? null : new DirectConv(s, folded, next.relu(), threads);
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
    return Patches.areShort(s) ? 0.6 : 0.85;
  }

  @Override
  public String explanation() {
    String way = Patches.areShort(s) ? "direct: patches gathered, " : "direct: ";
    return way + tasks() + " tasks of " + height + "×" + width + " pixels";
  }

  @Override
  public void run(int task, TensorView[] inputs, TensorView output) {
    Area area = Area.of(s, height, width, task / parts);
    Scratch scratch = Scratch.own();
    int part = task % parts;
    int count = blocks.size();
    Patches patches = null;
    int group = -1;
    for (FilterBlock block : blocks.subList(part * count / parts, (part + 1) * count / parts)) {
      if (block.group() != group) {
        group = block.group();
        patches = Patches.of(scratch, s, area, inputs[0], group * s.groupChannels(), output);
      }
      MicroKernel tile = block.tile();
      float[] sums = scratch.floats(Scratch.Floats.SUMS, area.pixels() * tile.filters());
      block.start(sums, 0, area.pixels());
      for (Run run : patches.runs()) {
        tile.multiply(patches.data(), patches.at(), run, block.weights(), sums, 0);
      }
      tile.store(sums, 0, output.data, patches.to(), area.pixels(), block, relu);
    }
  }
}
