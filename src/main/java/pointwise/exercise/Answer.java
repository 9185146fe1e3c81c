package pointwise.exercise;

import java.util.Arrays;
import java.util.Locale;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** What an exercise asks for: a number or the values of a tensor. */
sealed interface Answer {
  /** Whether this is the same answer. */
  boolean matches(Answer other);

  /** What can be said of a wrong answer that no known mistake leads to. */
  String compare(Answer given);

  /** One number. */
  record Number(long value) implements Answer {
    @Override
    public boolean matches(Answer other) {
      return equals(other);
    }

    @Override
    public String compare(Answer given) {
      return given instanceof Number number ? compare(number.value) : "The answer is one number.";
    }

    private String compare(long given) {
      if (given > 0 && value % given == 0) {
        return String.format(
            Locale.ROOT,
            "The right number is exactly %,d times as large: which factor is missing?",
            value / given);
      }
      if (given > 0 && given % value == 0) {
        return String.format(
            Locale.ROOT,
            "That is exactly %,d times the right number: which factor is too many?",
            given / value);
      }
      return "That is too " + (given < value ? "small." : "large.") + " Ask for a hint().";
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%,d", value);
    }
  }

  /** A tensor. */
  record Values(Tensor tensor) implements Answer {
    /** What a sum by hand may be off by. */
    private static final float ROUNDING = 1e-4f;

    @Override
    public boolean matches(Answer other) {
      return other instanceof Values values
          && values.tensor.shape().equals(tensor.shape())
          && values.tensor.maxDifference(tensor) < ROUNDING;
    }

    @Override
    public String compare(Answer given) {
      Shape shape = tensor.shape();
      if (!(given instanceof Values values)) {
        return "The answer is a tensor of shape %s: check(Tensor.parse(\"[…]\")).".formatted(shape);
      }
      Shape other = values.tensor.shape();
      if (!other.equals(shape)) {
        boolean moved =
            other.size() == shape.size()
                && matches(new Values(values.tensor.reshape(shape.toArray())));
        return moved
            ? "The numbers are right, but their shape is %s, not %s.".formatted(shape, other)
            : "The answer has shape %s, yours has %s.".formatted(shape, other);
      }
      float[] right = tensor.toArray();
      float[] wrong = values.tensor.toArray();
      int equal = 0;
      int first = -1;
      for (int i = 0; i < right.length; i++) {
        if (Math.abs(right[i] - wrong[i]) < ROUNDING) {
          equal++;
        } else if (first < 0) {
          first = i;
        }
      }
      return String.format(
          Locale.ROOT,
          "%d of the %d numbers are right; the first that is not is at %s. Ask for a hint().",
          equal,
          right.length,
          Arrays.toString(shape.index(first)));
    }

    @Override
    public String toString() {
      return tensor.toLiteral();
    }
  }
}
