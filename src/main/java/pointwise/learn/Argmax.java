package pointwise.learn;

/** Where the largest of some values stands. */
final class Argmax {
  private Argmax() {}

  /** Counted from the first; the first of several equal ones. */
  static int of(float[] x, int first, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      best = x[first + i] > x[first + best] ? i : best;
    }
    return best;
  }
}
