package pointwise.op;

import java.util.Map;
import java.util.SplittableRandom;
import pointwise.engine.Engine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Dropout: sets a random share of the values to 0 in training and scales the others up; at
 * inference it is the identity (Hinton et al. 2012).
 *
 * @param rate the share that is dropped, from 0 to below 1
 */
public record Dropout(double rate) implements Layer {

  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("Dropout needs a rate from 0 to below 1, but got " + rate);
    }
  }

  @Override
  public Shape output(Shape input) {
    return Require.given(input, "the shape of the input");
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  /** The identity. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    return Require.given(x, "an input");
  }

  /** Drops a share of the values, drawn from the pass's seed, and scales the others up. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Pass pass) {
    return Require.given(pass, "a pass").training()
        ? dropped(x, pass.seed())
        : forward(x, weights, pass.engine());
  }

  /** Drops the same values again. */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    return Gradients.of(pass.training() ? dropped(gradient, pass.seed()) : gradient);
  }

  private Tensor dropped(Tensor x, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float scale = (float) (1 / (1 - rate));
    float[] y = Require.given(x, "an input").toArray();
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextDouble() < rate ? 0 : y[i] * scale;
    }
    return Tensor.wrap(x.shape(), y);
  }

  @Override
  public Family family() {
    return Family.DROPOUT;
  }

  @Override
  public Memory memory() {
    return Memory.ITS_INPUTS;
  }

  @Override
  public String kind() {
    return "dropout";
  }

  @Override
  public String label() {
    return "dropout, " + rate;
  }

  @Override
  public String toString() {
    return "dropout(" + rate + ")";
  }
}
