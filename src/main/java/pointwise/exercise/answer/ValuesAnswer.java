package pointwise.exercise.answer;

import java.util.Arrays;
import java.util.List;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Internal: the values of a tensor.
 *
 * @param tensor the answer
 */
public record ValuesAnswer(Tensor tensor) implements Answer {
  /** What a sum by hand may be off by. */
  private static final float ROUNDING = 1e-4f;

  @Override
  public String wanted() {
    return Texts.say("a tensor of shape %s, such as \"[…]\"", tensor.shape());
  }

  @Override
  public Tensor read(Object given) throws Unreadable {
    if (given instanceof Tensor other) {
      return other;
    }
    try {
      if (given instanceof List<?> list) {
        return Tensor.parse(list.toString());
      }
      if (given instanceof CharSequence text) {
        String literal = text.toString().strip();
        return Tensor.parse(literal.startsWith("[") ? literal : "[" + literal + "]");
      }
      if (given != null && given.getClass().isArray()) {
        return Tensor.of(given);
      }
    } catch (IllegalArgumentException broken) {
      throw new Unreadable(
          "The answer is %s; yours cannot be read: %s", wanted(), broken.getMessage());
    }
    throw new Unreadable("The answer is %s; you gave %s.", wanted(), Given.describe(given));
  }

  @Override
  public boolean matches(Object read) {
    Tensor other = (Tensor) read;
    return other.shape().equals(tensor.shape()) && other.maxDifference(tensor) < ROUNDING;
  }

  @Override
  public Tensor value() {
    return tensor;
  }

  @Override
  public Tensor written() {
    return tensor;
  }

  @Override
  public String remark(Object read) {
    Tensor other = (Tensor) read;
    Shape shape = tensor.shape();
    if (!other.shape().equals(shape)) {
      boolean moved =
          other.shape().size() == shape.size() && matches(other.reshape(shape.toArray()));
      return moved
          ? Texts.say(
              "The numbers are right, but not their shape: yours is %s, the answer has %s.",
              other.shape(), shape)
          : Texts.say("The answer has shape %s, yours has %s.", shape, other.shape());
    }
    float[] right = tensor.toArray();
    float[] wrong = other.toArray();
    int equal = 0;
    int first = -1;
    for (int i = 0; i < right.length; i++) {
      if (Math.abs(right[i] - wrong[i]) < ROUNDING) {
        equal++;
      } else if (first < 0) {
        first = i;
      }
    }
    return Texts.say(
        "%d of the %d numbers are right; the first that is not is at %s. Ask for a hint().",
        equal, right.length, Arrays.toString(shape.index(first)));
  }

  @Override
  public String degenerate() {
    float[] values = tensor.toArray();
    boolean constant = true;
    for (float value : values) {
      constant &= value == values[0];
    }
    return constant && values.length > 1 ? "all numbers of the answer are equal" : "";
  }

  @Override
  public String toString() {
    return tensor.toLiteral();
  }
}
