package pointwise.engine.fast.routine;

import java.util.Arrays;
import java.util.List;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.FilterBlock;
import pointwise.engine.fast.kernel.MicroKernels;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * The filters of Winograd's convolution: {@code G · g · Gᵀ} for each, as a 1 × 1 convolution with a
 * group for each position of a tile (Lavin and Gray 2016, section 4).
 *
 * <p>In one direction, filter and input are polynomials whose product has the outputs among its
 * coefficients. A transformed tile holds their values at some points and at infinity; multiplied
 * value by value they are those of the product.
 */
final class WinogradFilters {
  /** The points, but for infinity: five of them for tiles of 6, all for tiles of 8. */
  private static final double[] POINTS = {0, 1, -1, 2, -2, 0.5, -0.5};

  private WinogradFilters() {}

  /** Transforms and packs the filters for tiles of {@code in} rows and columns. */
  static List<FilterBlock> pack(
      MicroKernels tiles, ConvShape s, int in, Tensor filters, Tensor bias) {
    int positions = in * in;
    int channels = s.inChannels();
    int out = s.outChannels();
    float[] biases = new float[positions * out];
    if (bias != null) {
      System.arraycopy(bias.data(), 0, biases, biased(in) * out, out);
    }
    Axis one = new Axis(1, 1, 1, 1, 1, 0, 0);
    ConvShape grouped =
        new ConvShape(1, one, one, positions * channels, positions * out, positions, s.output());
    return FilterBlock.pack(
        tiles,
        grouped,
        Tensor.wrap(Shape.of(1, 1, channels, positions * out), transform(s, in, filters.data())),
        Tensor.wrap(Shape.of(positions * out), biases));
  }

  /** The position of the point (1, 1), whose value enters every output once, as a bias does. */
  static int biased(int in) {
    return in + 1;
  }

  /** For each channel of the input and each position a row with all filters. */
  private static float[] transform(ConvShape s, int in, float[] filters) {
    int kernel = s.rows().kernel();
    int out = s.outChannels();
    double[][] g = matrix(in, kernel);
    float[] transformed = new float[Math.multiplyExact(in * in * s.inChannels(), out)];
    double[][] taps = new double[kernel][out];
    double[][][] columns = new double[kernel][kernel][];
    double[] sum = new double[out];
    for (int channel = 0; channel < s.inChannels(); channel++) {
      for (int ky = 0; ky < kernel; ky++) {
        for (int kx = 0; kx < kernel; kx++) {
          columns[kx][ky] =
              row(filters, ((ky * kernel + kx) * s.inChannels() + channel) * out, out);
        }
      }
      for (int row = 0; row < in; row++) {
        for (int kx = 0; kx < kernel; kx++) {
          combine(g[row], columns[kx], taps[kx]);
        }
        for (int column = 0; column < in; column++) {
          combine(g[column], taps, sum);
          put(sum, transformed, ((channel * in + row) * in + column) * out);
        }
      }
    }
    return transformed;
  }

  private static double[] row(float[] filters, int from, int length) {
    double[] row = new double[length];
    for (int i = 0; i < length; i++) {
      row[i] = filters[from + i];
    }
    return row;
  }

  private static void put(double[] row, float[] to, int first) {
    for (int i = 0; i < row.length; i++) {
      to[first + i] = (float) row[i];
    }
  }

  /** {@code sum = Σ factors[j] · rows[j]}. */
  private static void combine(double[] factors, double[][] rows, double[] sum) {
    Arrays.fill(sum, 0);
    for (int j = 0; j < factors.length; j++) {
      double factor = factors[j];
      double[] row = rows[j];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * row[i];
      }
    }
  }

  /** The matrix G: the values of each tap's polynomial at the points and at infinity. */
  private static double[][] matrix(int in, int kernel) {
    double[][] g = new double[in][kernel];
    for (int point = 0; point < in - 1; point++) {
      double divisor = 1;
      for (int other = 0; other < in - 1; other++) {
        divisor *= other == point ? 1 : POINTS[point] - POINTS[other];
      }
      for (int tap = 0; tap < kernel; tap++) {
        g[point][tap] = Math.pow(POINTS[point], tap) / divisor;
      }
    }
    g[in - 1][kernel - 1] = 1;
    return g;
  }
}
