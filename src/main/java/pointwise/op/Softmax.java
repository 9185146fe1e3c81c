package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.tensor.Interrupts;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Positive numbers that sum to 1 along the innermost axis: {@code exp(x) / Σ exp(x)}. */
public record Softmax() implements Layer {

  @Override
  public Shape output(Shape input) {
    return Require.given(input, "the shape of the input");
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  /** Subtracts the largest value first, so that no exponential overflows. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    float[] y = Require.given(x, "an input").toArray();
    int classes = x.shape().channels();
    for (int first = 0; first < y.length; first += classes) {
      int end = first + classes;
      float sum = (float) exponentials(y, first, end, largest(y, first, end));
      Interrupts.inParts(
          first,
          end,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              y[i] /= sum;
            }
          });
    }
    return Tensor.wrap(x.shape(), y);
  }

  private static float largest(float[] y, int first, int end) {
    float[] largest = {Float.NEGATIVE_INFINITY};
    Interrupts.inParts(
        first,
        end,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            largest[0] = Math.max(largest[0], y[i]);
          }
        });
    return largest[0];
  }

  private static double exponentials(float[] y, int first, int end, float largest) {
    double[] sum = {0};
    Interrupts.inParts(
        first,
        end,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            y[i] = (float) Math.exp(y[i] - largest);
            sum[0] += y[i];
          }
        });
    return sum[0];
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    return Gradients.of(towards(y, gradient, 1));
  }

  /** The gradient of what the exponentials are of: {@code ±y · (g − Σ g · y)}. */
  static Tensor towards(Tensor y, Tensor gradient, int sign) {
    float[] g = gradient.toArray();
    int classes = y.shape().channels();
    for (int first = 0; first < g.length; first += classes) {
      double mean = 0;
      for (int i = first; i < first + classes; i++) {
        mean += (double) g[i] * y.data()[i];
      }
      for (int i = first; i < first + classes; i++) {
        g[i] = (float) (sign * y.data()[i] * (g[i] - mean));
      }
    }
    return Tensor.wrap(y.shape(), g);
  }

  @Override
  public boolean belongsToPrevious() {
    return true;
  }

  @Override
  public Family family() {
    return Family.SOFTMAX;
  }

  @Override
  public String kind() {
    return "softmax";
  }

  @Override
  public String label() {
    return "softmax";
  }

  @Override
  public String toString() {
    return "softmax()";
  }
}
