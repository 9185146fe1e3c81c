package pointwise.op;

import pointwise.tensor.Shape;

/**
 * A tensor that an operation learns or stores.
 *
 * @param name its name within the operation: {@code weights}, {@code bias}
 * @param role what it is used for
 * @param shape its shape
 * @param fanIn inputs that flow into one output: what initialisation scales by
 * @param fanOut outputs that one input flows into
 */
public record Parameter(String name, Role role, Shape shape, long fanIn, long fanOut) {
  /** What a parameter is used for; decides how it is initialised and how it is counted. */
  public enum Role {
    /** Multiplied with the input; initialised at random. */
    WEIGHT,
    /** Added to the output; initialised with 0. */
    BIAS
  }

  static Parameter weights(Shape shape, long fanIn, long fanOut) {
    return new Parameter("weights", Role.WEIGHT, shape, fanIn, fanOut);
  }

  static Parameter bias(int outputs) {
    return new Parameter("bias", Role.BIAS, Shape.of(outputs), 0, 0);
  }
}
