package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
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
    return input;
  }

  /** The identity. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    return x;
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
