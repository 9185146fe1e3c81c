package pointwise.engine;

import pointwise.engine.PackedFilters.Block;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * A 3 × 3 convolution with 36 multiplications for 16 outputs instead of 144: Winograd's F(4×4, 3×3)
 * (Lavin and Gray 2016, section 4.3).
 *
 * <p>Input tiles of 6 × 6 that overlap by two, and the filters, are transformed so that position by
 * position only a product over the channels is left: a 1 × 1 convolution in 36 groups, which the
 * tiles of the {@link DirectConv} compute. Its result is transformed back into 4 × 4 outputs.
 *
 * <p>The price is accuracy: the transforms add up numbers of very different size. For normally
 * distributed data the largest error is about ten times the direct path's.
 */
final class Winograd extends Routine {
  private static final int OUT = 4;
  private static final int IN = 6;
  private static final int POSITIONS = IN * IN;

  /** The factor of row 1 and column 1 enters every output once: what starts there is the bias. */
  private static final int BIASED = IN + 1;

  /** With fewer channels, the transforms cost more than they save. */
  private static final int FEWEST_CHANNELS = 32;

  /** With fewer tiles, fetching the filters costs too much: they are four times as many numbers. */
  private static final int FEWEST_TILES = 9;

  /** The transformed input of a task stays within the second-level cache, or not far from it. */
  private static final int TASK_FLOATS = 1 << 18;

  /** With fewer, a task takes longer to fetch its filters than to multiply them. */
  private static final int FEWEST_TASK_TILES = 48;

  private static final int ROWS = 1;
  private static final int FACTORS = 2;
  private static final int PRODUCTS = 3;

  /** The matrix G of the paper: filters in, factors out. */
  private static final double[][] FILTER = {
    {1.0 / 4, 0, 0},
    {-1.0 / 6, -1.0 / 6, -1.0 / 6},
    {-1.0 / 6, 1.0 / 6, -1.0 / 6},
    {1.0 / 24, 1.0 / 12, 1.0 / 6},
    {1.0 / 24, -1.0 / 12, 1.0 / 6},
    {0, 0, 1}
  };

  private final ConvShape s;
  private final Transforms transforms;
  private final PackedFilters packed;
  private final int blockFloats;
  private final boolean relu;
  private final int tilesDown;
  private final int tilesAcross;

  Winograd(
      Tiles tiles, Transforms transforms, ConvShape s, Tensor filters, Tensor bias, int threads) {
    this.s = s;
    this.transforms = transforms;
    this.packed = pack(tiles, s, filters, bias);
    this.blockFloats =
        packed.blocks.stream()
            .filter(block -> block.group() == 0)
            .mapToInt(block -> block.tile().width)
            .sum();
    this.relu = false;
    int down = Axis.ceilDiv(s.rows().out(), OUT);
    int across = Axis.ceilDiv(s.columns().out(), OUT);
    int most =
        Math.max(
            FEWEST_TASK_TILES,
            TASK_FLOATS / (POSITIONS * Math.max(s.inChannels(), s.outChannels())));
    int wanted = Math.max(1, Math.min(most, Axis.ceilDiv(down * across * s.batch(), threads)));
    this.tilesAcross = Axis.evenPart(across, wanted);
    this.tilesDown = Axis.evenPart(down, Math.max(1, wanted / tilesAcross));
  }

  private Winograd(Winograd other, PackedFilters packed, boolean relu) {
    this.s = other.s;
    this.transforms = other.transforms;
    this.packed = packed;
    this.blockFloats = other.blockFloats;
    this.relu = relu;
    this.tilesDown = other.tilesDown;
    this.tilesAcross = other.tilesAcross;
  }

  /** Whether it can compute a convolution, and faster than the direct path. */
  static boolean suits(ConvShape s, int lanes) {
    Axis rows = s.rows();
    Axis columns = s.columns();
    int tiles = Axis.ceilDiv(rows.out(), OUT) * Axis.ceilDiv(columns.out(), OUT) * s.batch();
    return rows.kernel() == 3
        && columns.kernel() == 3
        && rows.stride() == 1
        && columns.stride() == 1
        && rows.dilation() == 1
        && columns.dilation() == 1
        && s.groups() == 1
        && s.inChannels() % lanes == 0
        && Math.min(s.inChannels(), s.outChannels()) >= FEWEST_CHANNELS
        && tiles >= FEWEST_TILES;
  }

  @Override
  public Routine withRelu() {
    return new Winograd(this, packed, true);
  }

  @Override
  Routine withAffine(Affine affine) {
    if (relu) {
      return null;
    }
    int out = s.outChannels();
    float[] factors = new float[POSITIONS * out];
    float[] shifts = new float[POSITIONS * out];
    for (int position = 0; position < POSITIONS; position++) {
      System.arraycopy(affine.factors, 0, factors, position * out, out);
    }
    System.arraycopy(affine.shifts, 0, shifts, BIASED * out, out);
    return new Winograd(this, packed.with(factors, shifts), false);
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
    return 2;
  }

  @Override
  public String explanation() {
    return "Winograd F(4×4, 3×3): 36 multiplications for 144, %d tasks of %d×%d tiles"
        .formatted(tasks(), tilesDown, tilesAcross);
  }

  @Override
  public void run(int task, Place[] inputs, Place y) {
    Area area = Area.of(s, tilesDown * OUT, tilesAcross * OUT, task);
    int across = Axis.ceilDiv(area.columns(), OUT);
    int down = Axis.ceilDiv(area.rows(), OUT);
    int tiles = down * across;
    Scratch scratch = Scratch.own();
    float[] factors = scratch.floats(FACTORS, POSITIONS * tiles * s.inChannels());
    transformInput(scratch, inputs[0], area, down, across, factors);
    int[] at = scratch.at(tiles);
    for (int tile = 0; tile < tiles; tile++) {
      at[tile] = tile * s.inChannels();
    }
    // Each position's sums: block after block, in each of them tile after tile.
    int position = tiles * blockFloats;
    float[] products = scratch.floats(PRODUCTS, POSITIONS * position);
    int to = 0;
    for (Block block : packed.blocks) {
      int group = block.group() * tiles * s.inChannels();
      block.tile().start(packed.biases, block.biases(), products, to, tiles);
      packed.multiplyWhole(block, factors, at, tiles, group, products, to);
      to += tiles * block.tile().width;
    }
    // The factors are no longer needed: their buffers take the half-transformed outputs.
    float[] half = scratch.floats(ROWS, OUT * IN * position);
    transforms.output(products, 0, IN * position, half, 0, IN * position, IN * position);
    for (int row = 0; row < OUT; row++) {
      int from = row * IN * position;
      transforms.output(half, from, position, products, row * OUT * position, position, position);
    }
    store(products, position, tiles, area, y);
  }

  /** Down the columns for whole rows of the image, then along the rows for each tile. */
  private void transformInput(
      Scratch scratch, Place x, Area area, int down, int across, float[] factors) {
    int channels = s.inChannels();
    Area whole = new Area(area.image(), area.row(), area.column(), down * OUT, across * OUT);
    Source source = Source.of(scratch, s, x, whole, true);
    int line = (across * OUT + 2) * channels;
    float[] rows = scratch.floats(ROWS, IN * line);
    int position = down * across * channels;
    for (int i = 0; i < down; i++) {
      int from = source.offset() + i * OUT * source.row();
      transforms.input(source.data(), from, source.row(), rows, 0, line, line);
      for (int j = 0; j < across; j++) {
        int to = (i * across + j) * channels;
        for (int r = 0; r < IN; r++) {
          int first = r * line + j * OUT * channels;
          transforms.input(
              rows, first, channels, factors, r * IN * position + to, position, channels);
        }
      }
    }
  }

  /** Stores each of the 16 outputs of the tiles, as far as they lie inside of the image. */
  private void store(float[] outputs, int position, int tiles, Area area, Place y) {
    int across = Axis.ceilDiv(area.columns(), OUT);
    int from = 0;
    for (Block block : packed.blocks) {
      if (block.group() > 0) {
        break;
      }
      Tile tile = block.tile();
      for (int row = 0; row < area.rows(); row++) {
        int line = (area.image() * s.rows().out() + area.row() + row) * s.columns().out();
        for (int column = 0; column < Math.min(OUT, area.columns()); column++) {
          int count = Axis.ceilDiv(area.columns() - column, OUT);
          int to = y.offset + (line + area.column() + column) * y.stride + block.first();
          int sums = (row % OUT * OUT + column) * position + from + row / OUT * across * tile.width;
          tile.store(outputs, sums, count, y.data, to, OUT * y.stride, block.filters(), relu);
        }
      }
      from += tiles * tile.width;
    }
  }

  /** The filters as a 1 × 1 convolution in 36 groups. */
  private static PackedFilters pack(Tiles tiles, ConvShape s, Tensor filters, Tensor bias) {
    int in = s.inChannels();
    int out = s.outChannels();
    float[] transformed = new float[Math.multiplyExact(POSITIONS * in, out)];
    double[][] g = new double[3][3];
    for (int i = 0; i < in * out; i++) {
      for (int tap = 0; tap < 9; tap++) {
        g[tap / 3][tap % 3] = filters.data()[tap * in * out + i];
      }
      for (int p = 0; p < POSITIONS; p++) {
        transformed[i / out * POSITIONS * out + p * out + i % out] = factor(g, p / IN, p % IN);
      }
    }
    float[] biases = new float[POSITIONS * out];
    if (bias != null) {
      System.arraycopy(bias.data(), 0, biases, BIASED * out, out);
    }
    Axis one = new Axis(1, 1, 1, 1, 1, 0, 0);
    ConvShape grouped =
        new ConvShape(1, one, one, POSITIONS * in, POSITIONS * out, POSITIONS, s.output());
    return new PackedFilters(
        tiles.withoutDot(),
        grouped,
        Tensor.wrap(Shape.of(1, 1, in, POSITIONS * out), transformed),
        Tensor.wrap(Shape.of(POSITIONS * out), biases),
        in);
  }

  /** One element of {@code G · g · Gᵀ}. */
  private static float factor(double[][] g, int row, int column) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += FILTER[row][i] * g[i][j] * FILTER[column][j];
      }
    }
    return (float) sum;
  }
}
