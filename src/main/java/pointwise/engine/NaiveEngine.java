package pointwise.engine;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleBinaryOperator;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * The definition of every operation, as plain loops, with a counter inside of the innermost one.
 *
 * <p>{@code new NaiveEngine()} multiplies the zeros of the padding too, and for what a transposed
 * convolution crops, as papers and tools count; {@link #insideOnly()} skips them, as a fast loop
 * would. Not for use by two threads at once.
 */
public final class NaiveEngine implements Engine {
  private static final int PADDING = -1;

  private final boolean insideOnly;
  private long multiplications;

  public NaiveEngine() {
    this(false);
  }

  private NaiveEngine(boolean insideOnly) {
    this.insideOnly = insideOnly;
  }

  /** An engine that does not multiply the zeros of the padding. */
  public static NaiveEngine insideOnly() {
    return new NaiveEngine(true);
  }

  /** The multiplications executed so far. */
  public long multiplications() {
    return multiplications;
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor filters, Tensor bias, Window window, int groups) {
    ConvShape s = ConvShape.conv2d(ConvShape.shapeOf(x), filters, bias, window, groups);
    float[] y = Tensor.allocate(s.output());
    int channels = s.groupChannels();
    for (int image = 0; image < s.batch(); image++) {
      for (int row = 0; row < s.rows().out(); row++) {
        stopIfInterrupted();
        for (int column = 0; column < s.columns().out(); column++) {
          for (int filter = 0; filter < s.outChannels(); filter++) {
            int firstChannel = s.group(filter) * channels;
            float sum = bias == null ? 0 : bias.data()[filter];
            for (int ky = 0; ky < window.kernelHeight(); ky++) {
              for (int kx = 0; kx < window.kernelWidth(); kx++) {
                int pixel = pixel(s, window, image, row, column, ky, kx);
                if (pixel == PADDING && insideOnly) {
                  continue;
                }
                int weight =
                    ((ky * window.kernelWidth() + kx) * channels) * s.outChannels() + filter;
                for (int channel = 0; channel < channels; channel++) {
                  float value = pixel == PADDING ? 0 : x.data()[pixel + firstChannel + channel];
                  sum += value * filters.data()[weight + channel * s.outChannels()];
                  multiplications++;
                }
              }
            }
            y[s.outputAt(image, row, column) + filter] = sum;
          }
        }
      }
    }
    return Tensor.wrap(s.output(), y);
  }

  @Override
  public Tensor transposedConv2d(Tensor x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.transposed(ConvShape.shapeOf(x), filters, bias, window);
    float[] y = Tensor.allocate(s.input());
    for (int i = 0; bias != null && i < y.length; i++) {
      y[i] = bias.data()[i % s.inChannels()];
    }
    for (int image = 0; image < s.batch(); image++) {
      for (int row = 0; row < s.rows().out(); row++) {
        stopIfInterrupted();
        for (int column = 0; column < s.columns().out(); column++) {
          for (int ky = 0; ky < window.kernelHeight(); ky++) {
            for (int kx = 0; kx < window.kernelWidth(); kx++) {
              int pixel = pixel(s, window, image, row, column, ky, kx);
              if (pixel == PADDING && insideOnly) {
                continue;
              }
              for (int filter = 0; filter < s.inChannels(); filter++) {
                int tap = ky * window.kernelWidth() + kx;
                int weight = (tap * s.inChannels() + filter) * s.outChannels();
                float sum = 0;
                for (int channel = 0; channel < s.outChannels(); channel++) {
                  float value = x.data()[s.outputAt(image, row, column) + channel];
                  sum += value * filters.data()[weight + channel];
                  multiplications++;
                }
                if (pixel != PADDING) {
                  y[pixel + filter] += sum;
                }
              }
            }
          }
        }
      }
    }
    return Tensor.wrap(s.input(), y);
  }

  @Override
  public Tensor dense(Tensor x, Tensor weights, Tensor bias) {
    ConvShape.checkDense(ConvShape.shapeOf(x), weights, bias);
    int inputs = weights.shape().dim(0);
    int outputs = weights.shape().dim(1);
    Shape shape = x.shape().withChannels(outputs);
    float[] y = Tensor.allocate(shape);
    for (int i = 0; i < y.length; i++) {
      stopIfInterrupted();
      float sum = bias == null ? 0 : bias.data()[i % outputs];
      for (int input = 0; input < inputs; input++) {
        sum +=
            x.data()[i / outputs * inputs + input] * weights.data()[input * outputs + i % outputs];
        multiplications++;
      }
      y[i] = sum;
    }
    return Tensor.wrap(shape, y);
  }

  @Override
  public Tensor maxPool(Tensor x, Window window) {
    ConvShape s = ConvShape.pool(ConvShape.shapeOf(x), window);
    float[] y = pool(x, window, s, Double.NEGATIVE_INFINITY, Math::max);
    return Tensor.wrap(s.output(), y);
  }

  @Override
  public Tensor avgPool(Tensor x, Window window, boolean countPadding) {
    ConvShape s = ConvShape.pool(ConvShape.shapeOf(x), window);
    float[] y = pool(x, window, s, 0, Double::sum);
    for (int i = 0; i < y.length; i++) {
      int pixel = i / s.outChannels();
      int row = pixel / s.columns().out() % s.rows().out();
      y[i] /= s.averaged(row, pixel % s.columns().out(), countPadding);
    }
    return Tensor.wrap(s.output(), y);
  }

  private static float[] pool(
      Tensor x, Window window, ConvShape s, double start, DoubleBinaryOperator combine) {
    float[] y = Tensor.allocate(s.output());
    for (int image = 0; image < s.batch(); image++) {
      for (int row = 0; row < s.rows().out(); row++) {
        stopIfInterrupted();
        for (int column = 0; column < s.columns().out(); column++) {
          for (int channel = 0; channel < s.outChannels(); channel++) {
            double result = start;
            for (int ky = 0; ky < window.kernelHeight(); ky++) {
              for (int kx = 0; kx < window.kernelWidth(); kx++) {
                int pixel = pixel(s, window, image, row, column, ky, kx);
                if (pixel != PADDING) {
                  result = combine.applyAsDouble(result, x.data()[pixel + channel]);
                }
              }
            }
            y[s.outputAt(image, row, column) + channel] = (float) result;
          }
        }
      }
    }
    return y;
  }

  /** Where the channels of the pixel under a tap begin, or {@link #PADDING}. */
  private static int pixel(
      ConvShape s, Window window, int image, int row, int column, int ky, int kx) {
    int y = s.rows().start(row) + ky * window.dilationHeight();
    int x = s.columns().start(column) + kx * window.dilationWidth();
    boolean inside = y >= 0 && y < s.rows().in() && x >= 0 && x < s.columns().in();
    return inside ? s.inputAt(image, y, x) : PADDING;
  }

  private static void stopIfInterrupted() {
    if (Thread.interrupted()) {
      throw new CancellationException("Interrupted: the computation was stopped");
    }
  }
}
