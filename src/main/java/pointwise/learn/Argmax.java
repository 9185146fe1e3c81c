package pointwise.learn;

/** Where the largest of some values stands. */
final class Argmax {
  private Argmax() {}

  /** Where there is none: among values of which one is no number. */
  static final int NONE = -1;

  /** Counted from the first; the first of several equal ones. */
  static int of(float[] x, int first, int count) {
    int best = 0;
    for (int i = 0; i < count; i++) {
      if (Float.isNaN(x[first + i])) {
        return NONE;
      }
      best = x[first + i] > x[first + best] ? i : best;
    }
    return best;
  }
}
