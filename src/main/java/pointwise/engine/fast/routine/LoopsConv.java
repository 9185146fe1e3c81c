package pointwise.engine.fast.routine;

import java.util.Arrays;
import java.util.Locale;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * A convolution in loops that C2 vectorises on any machine.
 *
 * <p>C2 wants long loops over arrays that are all indexed alike. So the pixels are innermost: for
 * some floats of the patch at a time, their values at all pixels of the task are gathered, one
 * array each; every filter has an array of sums. What multiplies them is four products a round, two
 * values with two filters.
 */
public final class LoopsConv extends Routine {
  private static final int MOST_PIXELS = 512;
  private static final int FEWEST_PIXELS = 64;

  /** Floats of the patch that are gathered at a time; their values fit the first-level cache. */
  private static final int GATHERED = 8;

  private final ConvShape s;
  private final float[] filters;
  private final float[] bias;
  private final boolean relu;
  private final int pixels;

  public LoopsConv(ConvShape s, Tensor filters, Tensor bias, int threads) {
    this(s, filters.data(), bias == null ? null : bias.data(), false, pixels(s, threads));
  }

  private LoopsConv(ConvShape s, float[] filters, float[] bias, boolean relu, int pixels) {
    this.s = s;
    this.filters = filters;
    this.bias = bias;
    this.relu = relu;
    this.pixels = pixels;
  }

  private static int pixels(ConvShape s, int threads) {
    int share = Axis.ceilDiv(s.rows().out() * s.columns().out(), 2 * threads);
    return Math.max(FEWEST_PIXELS, Math.min(MOST_PIXELS, share));
  }

  @Override
  public Routine with(PostOp next) {
    float[] folded = next.foldIntoWeights(filters);
    return relu ? null : new LoopsConv(s, folded, next.foldIntoBiases(bias), next.relu(), pixels);
  }

  @Override
  public Shape output() {
    return s.output();
  }

  @Override
  public int tasks() {
    return Area.count(s, rows(), columns());
  }

  @Override
  public String explanation() {
    return String.format(
        Locale.ROOT,
        "plain loops along the pixels, %d tasks of %d×%d pixels",
        tasks(),
        rows(),
        columns());
  }

  @Override
  public void run(int task, TensorView[] inputs, TensorView y) {
    Area area = Area.of(s, rows(), columns(), task);
    Scratch scratch = Scratch.own();
    Source source = Source.of(scratch, s, inputs[0], area, false);
    int[] at = scratch.ints(Scratch.Ints.AT, area.pixels());
    source.locate(s, at, 0, area);
    float[][] sums = scratch.rows(Scratch.Rows.SUMS, s.outChannels() + 1, area.pixels());
    float[][] values = scratch.rows(Scratch.Rows.VALUES, GATHERED, area.pixels());
    for (int filter = 0; filter < s.outChannels(); filter++) {
      Arrays.fill(sums[filter], 0, area.pixels(), bias == null ? 0 : bias[filter]);
    }
    int patch = s.patch();
    for (int group = 0; group < s.groups(); group++) {
      for (int start = 0; start < patch; start += GATHERED) {
        int count = Math.min(GATHERED, patch - start);
        gather(source, at, group, start, count, values, area.pixels());
        multiply(values, group, start, count, sums, area.pixels());
      }
    }
    store(sums, area, y);
  }

  /**
   * The values that all pixels have for some floats of the patch; an odd one gets a zero beside.
   */
  private void gather(
      Source source, int[] at, int group, int start, int count, float[][] values, int pixels) {
    for (int k = 0; k < count; k++) {
      int shift = source.shift(s, start + k) + group * s.groupChannels();
      pick(source.data(), at, shift, values[k], pixels);
    }
    if (count % 2 == 1) {
      Arrays.fill(values[count], 0, pixels, 0);
    }
  }

  private static void pick(float[] x, int[] at, int shift, float[] values, int pixels) {
    for (int i = 0; i < pixels; i++) {
      values[i] = x[at[i] + shift];
    }
  }

  private void multiply(
      float[][] values, int group, int start, int count, float[][] sums, int pixels) {
    int groupFilters = s.outChannels() / s.groups();
    int first = group * groupFilters;
    float[] spare = sums[s.outChannels()];
    for (int filter = first; filter < first + groupFilters; filter += 2) {
      boolean pair = filter + 1 < first + groupFilters;
      float[] second = pair ? sums[filter + 1] : spare;
      for (int k = 0; k < count; k += 2) {
        int weight = (start + k) * s.outChannels() + filter;
        int next = k + 1 < count ? weight + s.outChannels() : weight;
        int other = pair ? 1 : 0;
        multiply(
            values[k],
            values[k + 1],
            filters[weight],
            filters[next],
            filters[weight + other],
            filters[next + other],
            sums[filter],
            second,
            pixels);
      }
    }
  }

  private static void multiply(
      float[] x0,
      float[] x1,
      float a0,
      float a1,
      float b0,
      float b1,
      float[] a,
      float[] b,
      int pixels) {
    for (int i = 0; i < pixels; i++) {
      float v0 = x0[i];
      float v1 = x1[i];
      a[i] = a[i] + a0 * v0 + a1 * v1;
      b[i] = b[i] + b0 * v0 + b1 * v1;
    }
  }

  private void store(float[][] sums, Area area, TensorView y) {
    for (int r = 0, i = 0; r < area.rows(); r++) {
      int pixel = s.outputPixel(area.image(), area.row() + r, area.column());
      for (int c = 0; c < area.columns(); c++, i++) {
        int to = y.offset + (pixel + c) * y.stride;
        for (int filter = 0; filter < s.outChannels(); filter++) {
          float sum = sums[filter][i];
          y.data[to + filter] = relu && sum < 0 ? 0 : sum;
        }
      }
    }
  }

  private int columns() {
    return Axis.evenPart(s.columns().out(), pixels);
  }

  private int rows() {
    return Axis.evenPart(s.rows().out(), Math.max(1, pixels / columns()));
  }
}
