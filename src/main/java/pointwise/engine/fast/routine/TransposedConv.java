package pointwise.engine.fast.routine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Padding;
import pointwise.window.Window;

/**
 * A transposed convolution as ordinary ones: the pixels of the result that lie a stride apart are a
 * convolution with stride 1 of some taps of the kernel, mirrored. So there are as many convolutions
 * as the stride has cells, and together they multiply every input with every tap once.
 *
 * <p>A task computes some rows of one of them. It copies its input into a frame with zeros around
 * it, lets the engine's own convolution compute the pixels, and stores them a stride apart.
 */
public final class TransposedConv extends Routine {
  /** How the engine computes an ordinary convolution. */
  @FunctionalInterface
  public interface Convolutions {
    /** One of these sizes made ready. */
    Routine conv2d(ConvShape s, Tensor filters, Tensor bias);

    /** One with stride 1 and without groups. */
    default Routine conv2d(Shape x, Tensor filters, Tensor bias, Window window) {
      return conv2d(ConvShape.conv2d(x, filters, bias, window, 1), filters, bias);
    }
  }

  /** As many as two tasks of a direct convolution. */
  private static final int PIXELS = 400;

  /**
   * One of the convolutions.
   *
   * @param routine computes some rows of it, all columns; null if no tap reaches these pixels
   */
  private record Subconvolution(Phase rows, Phase columns, Routine routine) {
    Subconvolution with(PostOp next) {
      return new Subconvolution(rows, columns, routine == null ? null : routine.with(next));
    }
  }

  private final ConvShape s;
  private final List<Subconvolution> parts;
  private final float[] biases;
  private final boolean relu;
  private final int height;
  private final int bands;

  private TransposedConv(
      ConvShape s,
      List<Subconvolution> parts,
      float[] biases,
      boolean relu,
      int height,
      int bands) {
    this.s = s;
    this.parts = parts;
    this.biases = biases;
    this.relu = relu;
    this.height = height;
    this.bands = bands;
  }

  /**
   * Makes one ready; with stride 1 it is a single convolution over the whole image.
   *
   * @param s the convolution that is transposed: its output is the input
   */
  public static Routine of(Convolutions engine, ConvShape s, Tensor filters, Tensor bias) {
    return single(engine, s, filters, bias).orElseGet(() -> parts(engine, s, filters, bias));
  }

  /**
   * The single convolution over the whole image that one with stride 1 is, if nothing is cropped.
   */
  public static Optional<Routine> single(
      Convolutions engine, ConvShape s, Tensor filters, Tensor bias) {
    Tensor.arrayLength(s.input()); // tells at once if the result is too large
    if (s.rows().stride() > 1 || s.columns().stride() > 1) {
      return Optional.empty();
    }
    Phase rows = phases(s.rows()).get(0);
    Phase columns = phases(s.columns()).get(0);
    Padding padding = padding(s, rows, columns);
    if (padding == null) {
      return Optional.empty();
    }
    Window window = window(rows, columns).withPadding(padding);
    Tensor mirrored = mirrored(s, filters, rows, columns);
    return Optional.of(
        new Explained(
            "transposed with stride 1, a convolution with mirrored filters",
            engine.conv2d(s.output(), mirrored, bias, window)));
  }

  private static Routine parts(Convolutions engine, ConvShape s, Tensor filters, Tensor bias) {
    List<Phase> rows = phases(s.rows());
    List<Phase> columns = phases(s.columns());
    int most = Math.max(1, PIXELS / columns.get(0).cells());
    int height = Axis.evenPart(rows.get(0).cells(), most);
    List<Subconvolution> parts = new ArrayList<>();
    for (Phase down : rows) {
      for (Phase across : columns) {
        parts.add(part(engine, s, filters, bias, down, across, height));
      }
    }
    float[] biases = bias == null ? new float[s.inChannels()] : bias.data();
    int bands = Axis.ceilDiv(rows.get(0).cells(), height);
    return new TransposedConv(s, parts, biases, false, height, bands);
  }

  private static List<Phase> phases(Axis axis) {
    return IntStream.range(0, Math.min(axis.stride(), axis.in()))
        .mapToObj(residue -> Phase.of(axis, residue))
        .toList();
  }

  /** What a convolution over the whole image needs around it; null if it must be cropped. */
  private static Padding padding(ConvShape s, Phase rows, Phase columns) {
    int bottom = rows.start() + rows.span(s.rows().in()) - s.rows().out();
    int right = columns.start() + columns.span(s.columns().in()) - s.columns().out();
    int[] cells = {-rows.start(), bottom, -columns.start(), right};
    return IntStream.of(cells).allMatch(Padding::isPossible)
        ? Padding.of(cells[0], cells[1], cells[2], cells[3])
        : null;
  }

  private static Subconvolution part(
      Convolutions engine,
      ConvShape s,
      Tensor filters,
      Tensor bias,
      Phase rows,
      Phase columns,
      int height) {
    if (rows.taps() == 0 || columns.taps() == 0) {
      return new Subconvolution(rows, columns, null);
    }
    Shape frame = Shape.of(rows.span(height), columns.span(columns.cells()), s.outChannels());
    Tensor mirrored = mirrored(s, filters, rows, columns);
    return new Subconvolution(
        rows, columns, engine.conv2d(frame, mirrored, bias, window(rows, columns)));
  }

  private static Window window(Phase rows, Phase columns) {
    return Window.of(rows.taps(), columns.taps()).withDilation(rows.dilation(), columns.dilation());
  }

  /** The taps of the kernel that reach the pixels, as the filters of an ordinary convolution. */
  private static Tensor mirrored(ConvShape s, Tensor filters, Phase rows, Phase columns) {
    Shape shape = Shape.of(rows.taps(), columns.taps(), s.outChannels(), s.inChannels());
    float[] mirrored = Tensor.allocate(shape);
    int to = 0;
    for (int down = 0; down < rows.taps(); down++) {
      for (int across = 0; across < columns.taps(); across++) {
        int tap = rows.mirrored(down) * s.columns().kernel() + columns.mirrored(across);
        for (int channel = 0; channel < s.outChannels(); channel++) {
          for (int filter = 0; filter < s.inChannels(); filter++) {
            int from = (tap * s.inChannels() + filter) * s.outChannels() + channel;
            mirrored[to++] = filters.data()[from];
          }
        }
      }
    }
    return Tensor.wrap(shape, mirrored);
  }

  @Override
  public Routine with(PostOp next) {
    if (relu) {
      return null;
    }
    float[] values = biases.clone();
    next.apply(values, 0, values.length);
    List<Subconvolution> both = parts.stream().map(part -> part.with(next)).toList();
    return new TransposedConv(s, both, values, next.relu(), height, bands);
  }

  @Override
  public Shape output() {
    return s.input();
  }

  @Override
  public int tasks() {
    return Math.multiplyExact(s.batch(), bands * parts.size());
  }

  /** That of the convolutions, less what they multiply beyond the products of the inputs. */
  @Override
  public double expectedShareOfPeak() {
    double share = Double.NaN;
    double executed = 0;
    for (Subconvolution part : parts) {
      if (part.routine != null) {
        share = part.routine.expectedShareOfPeak();
        double pixels = (double) bands * height * part.columns.cells();
        executed += pixels * part.rows.taps() * part.columns.taps();
      }
    }
    double counted = (double) s.rows().out() * s.columns().out();
    return share * counted * s.rows().kernel() * s.columns().kernel() / executed;
  }

  @Override
  public String explanation() {
    String one =
        parts.stream()
            .filter(part -> part.routine != null)
            .findFirst()
            .map(
                part ->
                    String.format(
                        Locale.ROOT,
                        "the first with %d×%d of the mirrored taps, %s",
                        part.rows.taps(),
                        part.columns.taps(),
                        part.routine.explanation()))
            .orElse("none of which a tap reaches");
    return String.format(
        Locale.ROOT,
        "transposed: %d convolutions with stride 1, in %d tasks of %d rows; %s",
        parts.size(),
        tasks(),
        height,
        one);
  }

  @Override
  public void run(int task, TensorView[] inputs, TensorView y) {
    Subconvolution part = parts.get(task % parts.size());
    int first = task / parts.size() % bands * height;
    int image = task / parts.size() / bands;
    int rows = Math.min(height, part.rows.cells() - first);
    if (rows <= 0) {
      return;
    }
    if (part.routine == null) {
      for (int r = 0; r < rows; r++) {
        store(part, image, first + r, biases, 0, 0, y);
      }
      return;
    }
    TensorView[] frame = {frame(part, image, first, inputs[0])};
    int pixels = height * part.columns.cells();
    float[] result =
        Scratch.own().floats(Scratch.Floats.TRANSPOSED_RESULT, pixels * s.inChannels());
    TensorView dense = new TensorView(result, 0, s.inChannels());
    for (int i = 0; i < part.routine.tasks(); i++) {
      part.routine.run(i, frame, dense);
    }
    for (int r = 0; r < rows; r++) {
      int from = r * part.columns.cells() * s.inChannels();
      store(part, image, first + r, result, from, s.inChannels(), y);
    }
  }

  /** The input of some rows, with zeros where there is none. */
  private TensorView frame(Subconvolution part, int image, int first, TensorView x) {
    int channels = s.outChannels();
    int width = part.columns.span(part.columns.cells());
    int tall = part.rows.span(height);
    int line = width * channels;
    float[] frame =
        Scratch.own().floats(Scratch.Floats.TRANSPOSED_FRAME, (long) tall * width * channels);
    Arrays.fill(frame, 0, tall * line, 0);
    int top = part.rows.start() + first;
    int left = part.columns.start();
    int from = Math.max(0, left);
    int count = Math.min(s.columns().out(), left + width) - from;
    // What lies side by side is one stretch.
    boolean dense = x.stride == channels;
    int stretch = dense ? count * channels : channels;
    for (int row = Math.max(0, top); row < Math.min(s.rows().out(), top + tall); row++) {
      int pixel = x.offset + s.outputPixel(image, row, from) * x.stride;
      int to = (row - top) * line + (from - left) * channels;
      for (int i = 0; i < (dense ? Math.min(count, 1) : count); i++) {
        System.arraycopy(x.data, pixel + i * x.stride, frame, to + i * channels, stretch);
      }
    }
    return new TensorView(frame, 0, channels);
  }

  /** Stores a row of pixels a stride apart. */
  private void store(
      Subconvolution part, int image, int row, float[] pixels, int from, int step, TensorView y) {
    int line = part.rows.residue() + row * s.rows().stride();
    int pixel = s.inputPixel(image, line, part.columns.residue());
    int to = y.offset + pixel * y.stride;
    int apart = s.columns().stride() * y.stride;
    for (int column = 0; column < part.columns.cells(); column++) {
      System.arraycopy(pixels, from + column * step, y.data, to + column * apart, s.inChannels());
    }
  }
}
