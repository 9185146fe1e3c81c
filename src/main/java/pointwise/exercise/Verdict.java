package pointwise.exercise;

import pointwise.view.Display;
import pointwise.view.Html;

/**
 * What is said to an answer.
 *
 * @param right whether it is right
 * @param message one or two sentences: how the number comes about, or which mistake leads to it
 */
public record Verdict(boolean right, String message) implements Display {
  @Override
  public String html() {
    return Html.paragraph(right ? "#009e73" : "#d55e00", toString());
  }

  @Override
  public String toString() {
    return (right ? "✓ " : "✗ ") + message;
  }
}
