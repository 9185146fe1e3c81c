package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.tensor.Interrupts;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * The hyperbolic tangent {@code amplitude · tanh(slope · x)}; LeNet-5 squashes with 1.7159 and 2/3
 * (LeCun et al. 1998, equation 6 and appendix A).
 *
 * @param amplitude the largest value
 * @param slope how steep it is
 */
public record Tanh(double amplitude, double slope) implements Layer {
  /** Below, two terms of the series are exact, and 1 − 2 / (…) would cancel. */
  private static final double SMALL = 1e-4;

  /** The same function with another amplitude and slope. */
  public Tanh scaled(double newAmplitude, double newSlope) {
    return new Tanh(newAmplitude, newSlope);
  }

  @Override
  public Shape output(Shape input) {
    return Require.given(input, "the shape of the input");
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    float[] y = Require.given(x, "an input").toArray();
    Interrupts.inParts(
        y.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            y[i] = (float) (amplitude * tanh(slope * y[i]));
          }
        });
    return Tensor.wrap(x.shape(), y);
  }

  /**
   * The tangent to far more digits than a float has, in a sixth of the time of {@link Math#tanh}:
   * the JVM has an exponential of its own and no tangent.
   */
  private static double tanh(double x) {
    return Math.abs(x) < SMALL ? x - x * x * x / 3 : 1 - 2 / (Math.exp(2 * x) + 1);
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    float[] g = gradient.toArray();
    for (int i = 0; i < g.length; i++) {
      double tanh = amplitude == 0 ? 0 : y.data()[i] / amplitude;
      g[i] *= (float) (amplitude * slope * (1 - tanh * tanh));
    }
    return Gradients.of(Tensor.wrap(x.shape(), g));
  }

  @Override
  public boolean belongsToPrevious() {
    return true;
  }

  @Override
  public Family family() {
    return Family.SATURATING_ACTIVATION;
  }

  @Override
  public String kind() {
    return "tanh";
  }

  @Override
  public String label() {
    return "tanh";
  }

  @Override
  public String toString() {
    return "tanh()"
        + (amplitude == 1 && slope == 1 ? "" : ".scaled(%s, %s)".formatted(amplitude, slope));
  }
}
