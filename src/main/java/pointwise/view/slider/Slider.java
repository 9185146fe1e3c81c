package pointwise.view.slider;

import java.util.Locale;
import pointwise.tensor.Require;

/**
 * A whole number that a reader may move: {@code slider("filters", 4, 120).at(20)}. A fraction is
 * moved in its hundredths, say, and divided in the function of the slider.
 *
 * @param name what the number is
 * @param least its smallest value
 * @param greatest its largest value
 * @param start the value it has at first
 */
public record Slider(String name, int least, int greatest, int start) {
  /**
   * A slider with all it needs.
   *
   * @throws IllegalArgumentException if it has no name, no room to move, or starts outside of it
   */
  public Slider {
    if (Require.given(name, "a name for the slider").isBlank()) {
      throw new IllegalArgumentException("Expected a name for the slider, but got a blank one");
    }
    if (least >= greatest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The slider '%s' has no room to move: from %d to %d",
              name,
              least,
              greatest));
    }
    if (start < least || start > greatest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The slider '%s' goes from %d to %d and cannot start at %d",
              name,
              least,
              greatest,
              start));
    }
  }

  /** A slider that starts at its smallest value. */
  public static Slider of(String name, int least, int greatest) {
    return new Slider(name, least, greatest, least);
  }

  /** The same slider with another value to start at. */
  public Slider at(int value) {
    return new Slider(name, least, greatest, value);
  }

  boolean reaches(int value) {
    return least <= value && value <= greatest;
  }

  /** What stands in the slider's place where it cannot be moved. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: from %d to %d, at first %d (run this cell in JupyterLab to move it)",
        name,
        least,
        greatest,
        start);
  }
}
