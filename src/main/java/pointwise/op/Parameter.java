package pointwise.op;

import java.util.Map;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

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
    WEIGHT(true),
    /** Added to the output; initialised with 0. */
    BIAS(true),
    /** Scales a whole channel, as batch normalisation's gamma; initialised with 1. */
    SCALE(true),
    /** Shifts a whole channel, as batch normalisation's beta; initialised with 0. */
    OFFSET(true),
    /** A channel's mean, measured in training; 0 before. */
    MEAN(false),
    /** A channel's variance, measured in training; 1 before. */
    VARIANCE(false),
    /** A pattern of +1 and −1, drawn by hand and kept; initialised at random. */
    PATTERN(false);

    private final boolean learned;

    Role(boolean learned) {
      this.learned = learned;
    }

    /** Whether training changes it by its gradient; what is not learned is only stored. */
    public boolean learned() {
      return learned;
    }
  }

  /**
   * The tensor of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Tensor of(Map<String, Tensor> weights, String name) {
    Tensor tensor = Require.given(weights, "weights").get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "Expected %s among the weights, but there are %s".formatted(name, weights.keySet()));
    }
    return tensor;
  }

  /** The numbers of the tensor of that name, which must have that shape. */
  static float[] of(Map<String, Tensor> weights, String name, Shape shape) {
    Tensor tensor = of(weights, name);
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "The weights '%s' must have shape %s, but have %s"
              .formatted(name, shape, tensor.shape()));
    }
    return tensor.data();
  }

  /** The tensor of that name, or null where the operation has none. */
  static Tensor of(Map<String, Tensor> weights, String name, boolean has) {
    return has ? of(weights, name) : null;
  }

  /** Weights that the input is multiplied with. */
  public static Parameter weights(Shape shape, long fanIn, long fanOut) {
    return new Parameter("weights", Role.WEIGHT, shape, fanIn, fanOut);
  }

  /** A bias per output. */
  public static Parameter bias(int outputs) {
    return perChannel("bias", Role.BIAS, outputs);
  }

  /** A number per channel. */
  public static Parameter perChannel(String name, Role role, int channels) {
    return new Parameter(name, role, Shape.of(channels), 0, 0);
  }
}
