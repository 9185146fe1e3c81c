package pointwise.engine;

import java.util.Arrays;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * The same numbers as {@link NaiveEngine} in loops that the compiler turns into vector
 * instructions, on every processor.
 *
 * <p>The trick is the order: the channels are innermost, so that one input value meets a run of
 * filters that lie side by side in memory. Each task computes one row of the output, and always in
 * the same order: results do not depend on the number of threads.
 */
final class LoopsEngine implements Engine {
  private final Workers workers;

  LoopsEngine(int threads) {
    this.workers = new Workers(threads);
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor filters, Tensor bias, Window window, int groups) {
    ConvShape s = ConvShape.conv2d(x.shape(), filters, bias, window, groups);
    int channels = s.groupChannels();
    int outChannels = s.outChannels() / groups;
    return eachPixel(
        s,
        (image, row, column, y, out) -> {
          if (bias != null) {
            System.arraycopy(bias.data(), 0, y, out, s.outChannels());
          }
          eachTap(
              s,
              image,
              row,
              column,
              (pixel, tap) -> {
                for (int c = 0; c < s.inChannels(); c++) {
                  int first = c / channels * outChannels;
                  int weight = (tap * channels + c % channels) * s.outChannels() + first;
                  addScaled(
                      x.data()[pixel + c], filters.data(), weight, y, out + first, outChannels);
                }
              });
        });
  }

  @Override
  public Tensor dense(Tensor x, Tensor weights, Tensor bias) {
    ConvShape.checkDense(x.shape(), weights, bias);
    int inputs = weights.shape().dim(0);
    int outputs = weights.shape().dim(1);
    Shape shape = x.shape().withChannels(outputs);
    float[] y = new float[Tensor.arrayLength(shape)];
    int chunk = Math.max(64, Axis.ceilDiv(outputs, 4 * workers.threads()));
    int chunks = Axis.ceilDiv(outputs, chunk);
    workers.run(
        y.length / outputs * chunks,
        task -> {
          int item = task / chunks;
          int first = task % chunks * chunk;
          int length = Math.min(chunk, outputs - first);
          int out = item * outputs + first;
          if (bias != null) {
            System.arraycopy(bias.data(), first, y, out, length);
          }
          for (int input = 0; input < inputs; input++) {
            float value = x.data()[item * inputs + input];
            addScaled(value, weights.data(), input * outputs + first, y, out, length);
          }
        });
    return Tensor.wrap(shape, y);
  }

  @Override
  public Tensor maxPool(Tensor x, Window window) {
    ConvShape s = ConvShape.pool(x.shape(), window);
    return eachPixel(
        s,
        (image, row, column, y, out) -> {
          Arrays.fill(y, out, out + s.outChannels(), Float.NEGATIVE_INFINITY);
          eachTap(
              s,
              image,
              row,
              column,
              (pixel, tap) -> {
                for (int c = 0; c < s.outChannels(); c++) {
                  y[out + c] = Math.max(y[out + c], x.data()[pixel + c]);
                }
              });
        });
  }

  @Override
  public Tensor avgPool(Tensor x, Window window, boolean countPadding) {
    ConvShape s = ConvShape.pool(x.shape(), window);
    return eachPixel(
        s,
        (image, row, column, y, out) -> {
          float weight = 1f / s.averaged(row, column, countPadding);
          eachTap(
              s,
              image,
              row,
              column,
              (pixel, tap) -> addScaled(weight, x.data(), pixel, y, out, s.outChannels()));
        });
  }

  /** {@code y += value · w} over a run: the loop that the compiler vectorises. */
  private static void addScaled(float value, float[] w, int from, float[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += value * w[from + i];
    }
  }

  private interface PixelTask {
    void run(int image, int row, int column, float[] y, int out);
  }

  private interface TapTask {
    void run(int pixel, int tap);
  }

  /** Computes every pixel of the output; {@code out} is where its channels begin in {@code y}. */
  private Tensor eachPixel(ConvShape s, PixelTask task) {
    float[] y = new float[Tensor.arrayLength(s.output())];
    int rows = s.rows().out();
    workers.run(
        s.batch() * rows,
        i -> {
          for (int column = 0; column < s.columns().out(); column++) {
            task.run(i / rows, i % rows, column, y, s.outputAt(i / rows, i % rows, column));
          }
        });
    return Tensor.wrap(s.output(), y);
  }

  /** Visits the taps of one output pixel that lie inside of the image. */
  private static void eachTap(ConvShape s, int image, int row, int column, TapTask task) {
    Axis rows = s.rows();
    Axis columns = s.columns();
    for (int ky = 0; ky < rows.kernel(); ky++) {
      int y = rows.start(row) + ky * rows.dilation();
      if (y < 0 || y >= rows.in()) {
        continue;
      }
      for (int kx = 0; kx < columns.kernel(); kx++) {
        int x = columns.start(column) + kx * columns.dilation();
        if (x >= 0 && x < columns.in()) {
          task.run(s.inputAt(image, y, x), ky * columns.kernel() + kx);
        }
      }
    }
  }
}
