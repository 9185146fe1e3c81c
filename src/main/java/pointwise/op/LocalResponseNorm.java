package pointwise.op;

import java.util.Locale;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Interrupts;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Local response normalisation: each value divided by {@code (k + alpha · Σ x²)^beta}, the sum over
 * the neighbouring channels of the same pixel (Krizhevsky et al. 2012, section 3.3).
 *
 * <p>Caffe and PyTorch divide alpha by the size, the paper and TensorFlow do not: the same alpha
 * means different networks.
 *
 * @param size channels in the sum, the value's own in the middle
 * @param k what the sum is added to
 * @param alpha factor of the sum
 * @param beta exponent of the divisor
 * @param overSize whether alpha is divided by the size
 */
public record LocalResponseNorm(int size, double k, double alpha, double beta, boolean overSize)
    implements Layer {

  public LocalResponseNorm {
    if (size < 1 || size % 2 == 0) {
      throw new IllegalArgumentException(
          "Local response normalisation needs an odd number of channels, but got " + size);
    }
    // Else what it divides by may be 0 or have no root.
    if (!(k > 0 && alpha >= 0 && Double.isFinite(k + alpha + beta))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Local response normalisation needs k above 0, alpha from 0 on and a beta, but got %s, %s and %s",
              k,
              alpha,
              beta));
    }
  }

  /** Divides alpha by the size, as Caffe and PyTorch do. */
  public LocalResponseNorm alphaOverSize() {
    return new LocalResponseNorm(size, k, alpha, beta, true);
  }

  @Override
  public Shape output(Shape input) {
    return Require.given(input, "the shape of the input");
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  /** Channels beyond the first and the last do not count. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    int channels = Require.given(x, "an input").shape().channels();
    double factor = overSize ? alpha / size : alpha;
    float[] in = x.data();
    float[] y = new float[in.length];
    for (int pixel = 0; pixel < y.length; pixel += channels) {
      for (int c = 0; c < channels; c++) {
        Interrupts.check();
        double squares = squares(in, pixel, c, channels);
        y[pixel + c] = (float) (in[pixel + c] / Math.pow(k + factor * squares, beta));
      }
    }
    return Tensor.wrap(x.shape(), y);
  }

  /** A value counts in its own divisor and in those of its neighbours. */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    int channels = x.shape().channels();
    double factor = overSize ? alpha / size : alpha;
    float[] in = x.data();
    float[] result = new float[in.length];
    double[] divisors = new double[channels];
    for (int pixel = 0; pixel < result.length; pixel += channels) {
      for (int c = 0; c < channels; c++) {
        divisors[c] = k + factor * squares(in, pixel, c, channels);
      }
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        int end = Math.min(channels - 1, c + size / 2);
        for (int other = Math.max(0, c - size / 2); other <= end; other++) {
          sum +=
              (double) gradient.data()[pixel + other]
                  * in[pixel + other]
                  * Math.pow(divisors[other], -beta - 1);
        }
        result[pixel + c] =
            (float)
                (gradient.data()[pixel + c] * Math.pow(divisors[c], -beta)
                    - 2 * factor * beta * in[pixel + c] * sum);
      }
    }
    return Gradients.of(Tensor.wrap(x.shape(), result));
  }

  /** The sum of the squares of a channel and its neighbours. */
  private double squares(float[] x, int pixel, int channel, int channels) {
    double squares = 0;
    int end = Math.min(channels - 1, channel + size / 2);
    for (int other = Math.max(0, channel - size / 2); other <= end; other++) {
      squares += (double) x[pixel + other] * x[pixel + other];
    }
    return squares;
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    double factor = overSize ? alpha / size : alpha;
    return Require.given(engine, "an engine").localNorm(x, size, k, factor, beta);
  }

  @Override
  public Family family() {
    return Family.LOCAL_RESPONSE_NORM;
  }

  @Override
  public String kind() {
    return "lrn";
  }

  @Override
  public String label() {
    return "local response norm, " + size;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "lrn(%d, %s, %s, %s)", size, k, alpha, beta)
        + (overSize ? ".alphaOverSize()" : "");
  }
}
