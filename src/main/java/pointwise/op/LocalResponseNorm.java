package pointwise.op;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.FastEngine;
import pointwise.engine.Routine;
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
  }

  /** Divides alpha by the size, as Caffe and PyTorch do. */
  public LocalResponseNorm alphaOverSize() {
    return new LocalResponseNorm(size, k, alpha, beta, true);
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }

  /** Channels beyond the first and the last do not count. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    int channels = x.shape().channels();
    double factor = overSize ? alpha / size : alpha;
    float[] in = x.data();
    float[] y = new float[in.length];
    for (int pixel = 0; pixel < y.length; pixel += channels) {
      for (int c = 0; c < channels; c++) {
        double squares = 0;
        int end = Math.min(channels - 1, c + size / 2);
        for (int other = Math.max(0, c - size / 2); other <= end; other++) {
          squares += (double) in[pixel + other] * in[pixel + other];
        }
        y[pixel + c] = (float) (in[pixel + c] / Math.pow(k + factor * squares, beta));
      }
    }
    return Tensor.wrap(x.shape(), y);
  }

  @Override
  public Routine prepare(List<Shape> inputs, Map<String, Tensor> weights, FastEngine engine) {
    double factor = overSize ? alpha / size : alpha;
    return engine.localNorm(inputs.get(0), size, k, factor, beta);
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
