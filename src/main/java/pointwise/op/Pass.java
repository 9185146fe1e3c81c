package pointwise.op;

import pointwise.engine.Engine;
import pointwise.tensor.Require;

/**
 * How a step is computed: on which engine, and whether it is to learn from what it computes.
 *
 * @param engine what computes it
 * @param training whether dropout drops and batch normalisation measures its batch
 * @param seed of what a step draws at random: the same on the way forward and back
 * @param inputs whether the gradient with respect to the inputs is wanted; where nothing before a
 *     step learns, it is not
 */
public record Pass(Engine engine, boolean training, long seed, boolean inputs) {
  public Pass {
    Require.given(engine, "an engine");
  }

  /** A pass that learns. */
  public static Pass training(Engine engine, long seed) {
    return new Pass(engine, true, seed, true);
  }

  /** A pass with the numbers that a trained network has: nothing is dropped or measured. */
  public static Pass inference(Engine engine) {
    return new Pass(engine, false, 0, true);
  }
}
