package pointwise.exercise;

/**
 * Figures from which no good question comes: two mistakes with one result, say. Others are drawn.
 */
final class UnsuitableDraw extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsuitableDraw(String message) {
    super(message);
  }
}
