package pointwise.engine.fast.routine;

import java.util.List;
import java.util.Locale;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.FilterBlock;
import pointwise.engine.fast.kernel.MicroKernel;
import pointwise.engine.fast.kernel.MicroKernels;
import pointwise.engine.fast.kernel.Run;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.engine.fast.kernel.WinogradTransforms;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * A 3 × 3 or 5 × 5 convolution by Winograd's way (Lavin and Gray 2016, section 4.3): for 16 outputs
 * F(4×4, 3×3) takes 36 multiplications instead of 144, F(4×4, 5×5) takes 64 instead of 400.
 *
 * <p>Input tiles of 6 × 6 or 8 × 8 that overlap by kernel − 1, and the filters, are transformed so
 * that position by position only a product over the channels is left: a 1 × 1 convolution in 36 or
 * 64 groups, which the tiles of the {@link DirectConv} compute. Its result is transformed back into
 * 4 × 4 outputs.
 *
 * <p>The price is accuracy: the transforms add up numbers of very different size. For normally
 * distributed data the largest error is about ten times the direct path's. And the outputs of a
 * tile are computed together: what is huge, infinite or no number reaches those too that do not see
 * it.
 */
public final class Winograd extends Routine {
  private static final int OUT = 4;

  /** With fewer channels, the transforms cost more than they save. */
  private static final int FEWEST_CHANNELS = 8;

  /** With fewer tiles, fetching the filters costs too much: they are more numbers than before. */
  private static final int FEWEST_TILES_3 = 9;

  private static final int FEWEST_TILES_5 = 4;

  /** The transformed input of a task stays within the second-level cache, or not far from it. */
  private static final int TASK_FLOATS = 1 << 18;

  /** With fewer, a task takes longer to fetch its filters than to multiply them. */
  private static final int FEWEST_TASK_TILES = 48;

  private final ConvShape s;

  /** The rows and columns of a transformed tile. */
  private final int in;

  private final WinogradTransforms transforms;
  private final List<FilterBlock> blocks;
  private final int blockFloats;
  private final boolean relu;
  private final int threads;
  private final int tilesDown;
  private final int tilesAcross;

  private Winograd(
      ConvShape s,
      WinogradTransforms transforms,
      List<FilterBlock> blocks,
      boolean relu,
      int threads) {
    this.s = s;
    this.in = in(s);
    this.transforms = transforms;
    this.blocks = blocks;
    this.blockFloats =
        blocks.stream()
            .filter(block -> block.group() == 0)
            .mapToInt(block -> block.tile().filters())
            .sum();
    this.relu = relu;
    this.threads = threads;
    int down = Axis.ceilDiv(s.rows().out(), OUT);
    int across = Axis.ceilDiv(s.columns().out(), OUT);
    int most =
        Math.max(
            FEWEST_TASK_TILES, TASK_FLOATS / (in * in * Math.max(s.inChannels(), s.outChannels())));
    int wanted = Math.max(1, Math.min(most, Axis.ceilDiv(down * across * s.batch(), threads)));
    this.tilesAcross = Axis.evenPart(across, wanted);
    this.tilesDown = Axis.evenPart(down, Math.max(1, wanted / tilesAcross));
  }

  public static Winograd of(
      MicroKernels tiles,
      WinogradTransforms transforms,
      ConvShape s,
      Tensor filters,
      Tensor bias,
      int threads) {
    List<FilterBlock> blocks = WinogradFilters.pack(tiles, s, in(s), filters, bias);
    return new Winograd(s, transforms, blocks, false, threads);
  }

  private static int in(ConvShape s) {
    return OUT + s.rows().kernel() - 1;
  }

  /** Whether it can compute a convolution, and faster than the direct path. */
  public static boolean suits(ConvShape s, int lanes) {
    Axis rows = s.rows();
    Axis columns = s.columns();
    int tiles = Axis.ceilDiv(rows.out(), OUT) * Axis.ceilDiv(columns.out(), OUT) * s.batch();
    return (rows.kernel() == 3 || rows.kernel() == 5)
        && columns.kernel() == rows.kernel()
        && rows.stride() == 1
        && columns.stride() == 1
        && rows.dilation() == 1
        && columns.dilation() == 1
        && s.groups() == 1
        && s.inChannels() >= lanes
        && Math.min(s.inChannels(), s.outChannels()) >= FEWEST_CHANNELS
        && tiles >= (rows.kernel() == 3 ? FEWEST_TILES_3 : FEWEST_TILES_5);
  }

  @Override
  public Routine with(PostOp next) {
    if (relu) {
      return null;
    }
    PostOp unbiased = new PostOp(next.factors(), new float[s.outChannels()], next.relu());
    int biased = WinogradFilters.biased(in);
    List<FilterBlock> folded =
        blocks.stream()
            .map(block -> (block.group() == biased ? next : unbiased).foldInto(block))
            .toList();
    return new Winograd(s, transforms, folded, next.relu(), threads);
  }

  @Override
  public Shape output() {
    return s.output();
  }

  @Override
  public int tasks() {
    return Area.count(s, tilesDown * OUT, tilesAcross * OUT);
  }

  @Override
  public double expectedShareOfPeak() {
    return s.rows().kernel() == 3 ? 2 : 3;
  }

  @Override
  public String explanation() {
    int kernel = s.rows().kernel();
    return String.format(
        Locale.ROOT,
        "Winograd F(4×4, %1$d×%1$d): %2$d multiplications for %3$d, %4$d tasks of %5$d×%6$d tiles",
        kernel,
        in * in,
        OUT * OUT * kernel * kernel,
        tasks(),
        tilesDown,
        tilesAcross);
  }

  @Override
  public void run(int task, TensorView[] inputs, TensorView y) {
    Area area = Area.of(s, tilesDown * OUT, tilesAcross * OUT, task);
    int across = Axis.ceilDiv(area.columns(), OUT);
    int down = Axis.ceilDiv(area.rows(), OUT);
    int tiles = down * across;
    Scratch scratch = Scratch.own();
    float[] factors =
        scratch.floats(Scratch.Floats.WINOGRAD_INPUT, in * in * tiles * s.inChannels());
    transformInput(scratch, inputs[0], area, down, across, factors);
    int position = tiles * blockFloats;
    float[] products = scratch.floats(Scratch.Floats.WINOGRAD_PRODUCTS, in * in * position);
    multiply(scratch, factors, tiles, products);
    transformOutput(scratch, products, position);
    store(scratch, products, position, area, y);
  }

  /**
   * Down the columns for whole rows of the image, (row of the tiles, column, channel), then along
   * the rows for each tile into the factors, (position, tile, channel).
   */
  private void transformInput(
      Scratch scratch, TensorView x, Area area, int down, int across, float[] factors) {
    int channels = s.inChannels();
    Area whole = new Area(area.image(), area.row(), area.column(), down * OUT, across * OUT);
    Source source = Source.of(scratch, s, x, whole, true);
    int line = (across * OUT + s.columns().kernel() - 1) * channels;
    float[] rows = scratch.floats(Scratch.Floats.WINOGRAD_HALF, in * line);
    int position = down * across * channels;
    for (int i = 0; i < down; i++) {
      int from = source.offset() + i * OUT * source.row();
      transforms.input(source.data(), from, source.row(), rows, 0, line, line);
      for (int j = 0; j < across; j++) {
        int to = (i * across + j) * channels;
        for (int r = 0; r < in; r++) {
          int first = r * line + j * OUT * channels;
          transforms.input(
              rows, first, channels, factors, r * in * position + to, position, channels);
        }
      }
    }
  }

  /**
   * Position by position the products over the channels. The factors are (position, tile, channel):
   * the tiles are the pixels of a 1 × 1 convolution; the products are (position, block, tile,
   * filter), as the sums of the blocks come to lie.
   */
  private void multiply(Scratch scratch, float[] factors, int tiles, float[] products) {
    int[] at = scratch.ints(Scratch.Ints.AT, tiles);
    count(at, tiles, 0, s.inChannels());
    int to = 0;
    for (FilterBlock block : blocks) {
      Run run = new Run(0, tiles, 0, s.inChannels(), block.group() * tiles * s.inChannels());
      block.start(products, to, tiles);
      block.tile().multiply(factors, at, run, block.weights(), products, to);
      to += tiles * block.tile().filters();
    }
  }

  /**
   * From in × in positions down the columns to 4 × in, then along the rows to 4 × 4, which take the
   * place of the products.
   */
  private void transformOutput(Scratch scratch, float[] products, int position) {
    float[] half = scratch.floats(Scratch.Floats.WINOGRAD_HALF, OUT * in * position);
    transforms.output(products, 0, in * position, half, 0, in * position, in * position);
    for (int row = 0; row < OUT; row++) {
      int from = row * in * position;
      transforms.output(half, from, position, products, row * OUT * position, position, position);
    }
  }

  /** Stores the outputs, (position, block, tile, filter), as far as they lie in the image. */
  private void store(Scratch scratch, float[] outputs, int position, Area area, TensorView y) {
    int across = Axis.ceilDiv(area.columns(), OUT);
    int[] to = scratch.ints(Scratch.Ints.TO, across);
    for (int row = 0; row < area.rows(); row++) {
      int tile = row / OUT * across;
      for (int column = 0; column < Math.min(OUT, area.columns()); column++) {
        int count = Axis.ceilDiv(area.columns() - column, OUT);
        int pixel = s.outputPixel(area.image(), area.row() + row, area.column() + column);
        count(to, count, y.offset + pixel * y.stride, OUT * y.stride);
        store(outputs, (row % OUT * OUT + column) * position, position, tile, count, y.data, to);
      }
    }
  }

  /** Stores one position of so many tiles in a row. */
  private void store(
      float[] outputs, int from, int position, int first, int count, float[] y, int[] to) {
    int tiles = position / blockFloats;
    int sums = from;
    for (FilterBlock block : blocks) {
      if (block.group() > 0) {
        break;
      }
      MicroKernel tile = block.tile();
      tile.store(outputs, sums + first * tile.filters(), y, to, count, block, relu);
      sums += tiles * tile.filters();
    }
  }

  private static void count(int[] to, int count, int first, int step) {
    for (int i = 0; i < count; i++) {
      to[i] = first + i * step;
    }
  }
}
