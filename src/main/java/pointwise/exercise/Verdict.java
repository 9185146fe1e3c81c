package pointwise.exercise;

/**
 * What is said to an answer.
 *
 * @param right whether it is right
 * @param message one or two sentences: how the number comes about, or which mistake leads to it
 */
public record Verdict(boolean right, String message) {
  @Override
  public String toString() {
    return (right ? "✓ " : "✗ ") + message;
  }
}
