package pointwise.engine.fast.routine;

import java.util.Arrays;
import java.util.Locale;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.DepthwiseKernels;
import pointwise.engine.fast.kernel.PlainDepthwiseKernels;
import pointwise.engine.fast.kernel.RowKernels;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * A depthwise convolution: a task computes some rows of the output, a few channels at a time.
 *
 * <p>With a 3 × 3 kernel the nine weights of a channel stay in registers for a whole row. Larger
 * kernels go over the row several times, up to five taps at once.
 */
public final class DepthwiseConv extends Routine {
  /** Rows of a task, and a piece of them, whose input fits the second and first-level cache. */
  private static final int TASK_FLOATS = 1 << 15;

  private static final int PIECE_FLOATS = 2048;

  private final ConvShape s;
  private final DepthwiseKernels taps;
  private final float[] weights;
  private final float[] biases;
  private final boolean relu;

  public DepthwiseConv(DepthwiseKernels taps, ConvShape s, Tensor filters, Tensor bias) {
    this(
        s.outChannels() < taps.lanes() ? new PlainDepthwiseKernels(s.outChannels()) : taps,
        s,
        filters.data(),
        bias == null ? new float[s.outChannels()] : bias.data(),
        false);
  }

  private DepthwiseConv(
      DepthwiseKernels taps, ConvShape s, float[] weights, float[] biases, boolean relu) {
    this.s = s;
    this.taps = taps;
    this.weights = weights;
    this.biases = biases;
    this.relu = relu;
  }

  @Override
  public Routine with(PostOp next) {
    float[] folded = next.foldIntoWeights(weights);
    return relu
        ? null
        : new DepthwiseConv(taps, s, folded, next.foldIntoBiases(biases), next.relu());
  }

  @Override
  public Shape output() {
    return s.output();
  }

  @Override
  public int tasks() {
    return s.batch() * Axis.ceilDiv(s.rows().out(), rows());
  }

  @Override
  public String explanation() {
    return String.format(
        Locale.ROOT, "depthwise: %d tasks of %d rows, bound by memory", tasks(), rows());
  }

  private int rows() {
    int rows = Math.max(1, TASK_FLOATS / (s.columns().out() * s.outChannels()));
    return Math.min(rows, s.rows().out());
  }

  @Override
  public void run(int task, TensorView[] inputs, TensorView y) {
    int strips = Axis.ceilDiv(s.rows().out(), rows());
    int image = task / strips;
    int row = task % strips * rows();
    int rows = Math.min(rows(), s.rows().out() - row);
    int columns = s.columns().out();
    Scratch scratch = Scratch.own();
    Source source =
        repeated(
            scratch,
            Source.of(scratch, s, inputs[0], new Area(image, row, 0, rows, columns), false),
            rows);
    int piece = Math.max(8, PIECE_FLOATS / s.outChannels());
    for (int r = 0; r < rows; r++) {
      int line = source.offset() + r * s.rows().stride() * source.row();
      int to = y.offset + s.outputPixel(image, row + r, 0) * y.stride;
      for (int first = 0; first < columns; first += piece) {
        int from = line + first * s.columns().stride() * source.pixel();
        stretch(source, from, y, to + first * y.stride, Math.min(piece, columns - first));
      }
    }
  }

  /** Computes some pixels of one row, a few channels at a time. */
  private void stretch(Source source, int from, TensorView y, int to, int pixels) {
    int channels = s.outChannels();
    for (int channel = 0; channel < channels; channel += taps.lanes()) {
      // The last channels are computed with some of their neighbours again, not one by one.
      int c = Math.min(channel, channels - taps.lanes());
      if (s.rows().kernel() == 3 && s.columns().kernel() == 3) {
        taps.nine(
            source.data(),
            from + c,
            s.rows().dilation() * source.row(),
            tap(source),
            step(source),
            biases,
            weights,
            c,
            channels,
            y.data,
            to + c,
            y.stride,
            pixels);
      } else {
        anyKernel(source, from + c, c, y, to + c, pixels);
      }
    }
    if (relu) {
      for (int p = 0; p < pixels; p++) {
        RowKernels.relu(y.data, to + p * y.stride, channels);
      }
    }
  }

  private void anyKernel(Source source, int from, int channel, TensorView y, int to, int pixels) {
    for (int p = 0; p < pixels; p++) {
      System.arraycopy(biases, channel, y.data, to + p * y.stride, taps.lanes());
    }
    int kernel = s.columns().kernel();
    for (int ky = 0; ky < s.rows().kernel(); ky++) {
      for (int kx = 0; kx < kernel; kx += 5) {
        int shift = ky * s.rows().dilation() * source.row() + kx * tap(source);
        taps.some(
            Math.min(5, kernel - kx),
            source.data(),
            from + shift,
            tap(source),
            step(source),
            weights,
            (ky * kernel + kx) * s.outChannels() + channel,
            s.outChannels(),
            y.data,
            to,
            y.stride,
            pixels);
      }
    }
  }

  private int tap(Source source) {
    return s.columns().dilation() * source.pixel();
  }

  private int step(Source source) {
    return s.columns().stride() * source.pixel();
  }

  /** The input with each channel as often as it has filters; the input itself for one filter. */
  private Source repeated(Scratch scratch, Source source, int rows) {
    int times = s.outChannels() / s.inChannels();
    if (times == 1) {
      return source;
    }
    int tall = s.rows().span(rows);
    int wide = s.columns().span(s.columns().out());
    float[] copy = scratch.floats(Scratch.Floats.REPEATED, (long) tall * wide * s.outChannels());
    int to = 0;
    for (int r = 0; r < tall; r++) {
      for (int c = 0; c < wide; c++) {
        int from = source.offset() + r * source.row() + c * source.pixel();
        for (int channel = 0; channel < s.inChannels(); channel++, to += times) {
          Arrays.fill(copy, to, to + times, source.data()[from + channel]);
        }
      }
    }
    return new Source(copy, 0, wide * s.outChannels(), s.outChannels());
  }
}
