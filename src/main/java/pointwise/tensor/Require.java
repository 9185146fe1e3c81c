package pointwise.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Internal: says of an argument that was not given which one it is: a notebook shows no line
 * numbers.
 */
public final class Require {
  private Require() {}

  /**
   * The value itself.
   *
   * @param what the argument with its article: {@code an operation}
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T given(T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("Expected " + what + ", but got null");
    }
    return value;
  }

  /**
   * The values as an immutable list.
   *
   * @throws IllegalArgumentException if there is no list, or one of its elements is null
   */
  public static <T> List<T> all(List<T> values, String what) {
    given(values, "a list");
    int i = 0;
    for (T value : values) {
      i++;
      if (value == null) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "Expected %s, but number %d of %d is null", what, i, values.size()));
      }
    }
    return List.copyOf(values);
  }

  /** The same of what a method takes any number of. */
  @SafeVarargs
  public static <T> List<T> all(String what, T... values) {
    return all(Arrays.asList(given(values, what)), what);
  }
}
