package pointwise.engine;

/** Plain loops over long rows, which C2 turns into vector instructions on any machine. */
final class Rows {
  private Rows() {}

  /**
   * Adds a combination of up to 8 rows: {@code y += Σ factors[j] · x[from + j · stride …]}.
   *
   * <p>Eight at a time, so that a sum is loaded and stored once for eight products.
   */
  static void addScaled(
      float[] factors,
      int factor,
      int rows,
      float[] x,
      int from,
      int stride,
      float[] y,
      int to,
      int length) {
    if (rows == 8) {
      addEight(factors, factor, x, from, stride, y, to, length);
      return;
    }
    for (int j = 0; j < rows; j++) {
      addOne(factors[factor + j], x, from + j * stride, y, to, length);
    }
  }

  private static void addOne(float a, float[] x, int from, float[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += a * x[from + i];
    }
  }

  private static void addEight(
      float[] factors, int factor, float[] x, int from, int stride, float[] y, int to, int length) {
    float a = factors[factor];
    float b = factors[factor + 1];
    float c = factors[factor + 2];
    float d = factors[factor + 3];
    float e = factors[factor + 4];
    float f = factors[factor + 5];
    float g = factors[factor + 6];
    float h = factors[factor + 7];
    int second = from + stride;
    int third = second + stride;
    int fourth = third + stride;
    int fifth = fourth + stride;
    int sixth = fifth + stride;
    int seventh = sixth + stride;
    int eighth = seventh + stride;
    for (int i = 0; i < length; i++) {
      y[to + i] +=
          a * x[from + i]
              + b * x[second + i]
              + c * x[third + i]
              + d * x[fourth + i]
              + e * x[fifth + i]
              + f * x[sixth + i]
              + g * x[seventh + i]
              + h * x[eighth + i];
    }
  }

  /** The larger of a row's values and those of three others, which may be the same. */
  static void max(float[] x, int a, int b, int c, float[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      float largest = Math.max(x[a + i], Math.max(x[b + i], x[c + i]));
      y[to + i] = Math.max(y[to + i], largest);
    }
  }

  /** Adds one to three rows, {@code stride} apart. */
  static void add(float[] x, int from, int rows, int stride, float[] y, int to, int length) {
    if (rows == 3) {
      addThree(x, from, from + stride, from + 2 * stride, y, to, length);
      return;
    }
    for (int j = 0; j < rows; j++) {
      addOne(1, x, from + j * stride, y, to, length);
    }
  }

  private static void addThree(float[] x, int a, int b, int c, float[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += x[a + i] + x[b + i] + x[c + i];
    }
  }

  /** Adds the products of two rows, element by element. */
  static void addProducts(
      float[] x, int from, float[] w, int weight, float[] y, int to, int length) {
    for (int i = 0; i < length; i++) {
      y[to + i] += x[from + i] * w[weight + i];
    }
  }

  /** Multiplies a row by a number. */
  static void scale(float factor, float[] y, int from, int length) {
    for (int i = from; i < from + length; i++) {
      y[i] *= factor;
    }
  }

  /** Replaces what is negative by 0. */
  static void relu(float[] y, int from, int length) {
    for (int i = from; i < from + length; i++) {
      y[i] = Math.max(0, y[i]);
    }
  }
}
