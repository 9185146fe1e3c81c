package pointwise.exercise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The exercises that are worked by hand, worked by other loops than the library's. */
class HandExercisesTest extends WorkedOut {
  @Property(tries = 40)
  void aFilterOverAnImage(@ForAll long seed) {
    draw("convolve-by-hand", seed);
    Tensor image = given("image");
    Tensor w = given("filter");
    right(slide(image, (y, x, c) -> w.get(y, x, c)));
    mistake(slide(image, (y, x, c) -> w.get(1 - y, 1 - x, c)), "rotated the filter");
    mistake(slide(image, (y, x, c) -> w.get(x, y, c)), "rows for columns");
    mistake(slide(image, (y, x, c) -> c == 0 ? w.get(y, x, c) : 0), "channel 0 alone");
    mistake(slide(image, (y, x, c) -> c == 1 ? w.get(y, x, c) : 0), "channel 1 alone");
  }

  private interface Weight {
    float at(int y, int x, int channel);
  }

  /** A filter of 2×2 over a 3×3×2 image. */
  private static Tensor slide(Tensor image, Weight weight) {
    float[] sums = new float[4];
    for (int i = 0; i < 32; i++) {
      int channel = i & 1;
      int x = i >> 1 & 1;
      int y = i >> 2 & 1;
      int place = i >> 3;
      sums[place] += image.get(place / 2 + y, place % 2 + x, channel) * weight.at(y, x, channel);
    }
    return Tensor.of(Shape.of(2, 2), sums);
  }

  @Property(tries = 40)
  void aRowWithSamePaddingAndStride2(@ForAll long seed) {
    draw("same-with-stride", seed);
    Tensor row = given("row");
    Tensor w = given("kernel");
    int n = row.shape().dim(1);
    int k = w.shape().dim(1);
    int before = (k - 2) / 2;
    right(slide(row, w, before, 2, n / 2));
    mistake(slide(row, w, k / 2, 2, n / 2), "one pixel further left");
    mistake(slide(row, w, 0, 2, (n - k) / 2 + 1), "without padding");
    mistake(slide(row, w, k / 2, 1, n), "stride of 1");
    float[] turned = new float[k];
    for (int i = 0; i < k; i++) {
      turned[i] = w.get(0, k - 1 - i);
    }
    mistake(slide(row, Tensor.of(w.shape(), turned), before, 2, n / 2), "flipped the kernel");
  }

  private static Tensor slide(Tensor row, Tensor w, int before, int stride, int outputs) {
    float[] sums = new float[outputs];
    for (int out = 0; out < outputs; out++) {
      for (int tap = 0; tap < w.shape().dim(1); tap++) {
        int at = out * stride + tap - before;
        if (at >= 0 && at < row.shape().dim(1)) {
          sums[out] += row.get(0, at) * w.get(0, tap);
        }
      }
    }
    return Tensor.of(Shape.of(outputs), sums);
  }

  @Property(tries = 40)
  void anImpulse(@ForAll long seed) {
    long[] n = draw("impulse-response", seed);
    // An image of 5×5 … is 0 but for a v
    float v = n[3];
    Tensor w = given("kernel");
    right(response(v, (y, x, c) -> w.get(2 - y, 2 - x)));
    mistake(response(v, (y, x, c) -> w.get(y, x)), "as mathematics has it");
    mistake(response(v, (y, x, c) -> w.get(y, 2 - x)), "columns only");
    mistake(response(v, (y, x, c) -> w.get(2 - y, x)), "rows only");
    mistake(response(v, (y, x, c) -> w.get(2 - x, 2 - y)), "swapped");
    mistake(response(1, (y, x, c) -> w.get(2 - y, 2 - x)), "and not 1");
  }

  private static Tensor response(float value, Weight weight) {
    float[] values = new float[9];
    for (int i = 0; i < 9; i++) {
      values[i] = value * weight.at(i / 3, i % 3, 0);
    }
    return Tensor.of(Shape.of(3, 3), values);
  }

  @Property(tries = 40)
  void whereFlattenPutsAnElement(@ForAll long seed) {
    long[] n = draw("flat-index", seed);
    // h×w×d … from 0 … row y, column x, channel c
    long h = n[0];
    long w = n[1];
    long d = n[2];
    long y = n[4];
    long x = n[5];
    long c = n[6];
    right(y * w * d + x * d + c);
    mistake(c * h * w + y * w + x, "channels first");
    mistake(x * h * d + y * d + c, "columns for rows");
    mistake(answer + 1, "from 0");
    mistake(y * h * d + x * d + c, "stepped by the height");
    mistake(y * w + x, "That is the pixel;");
    mistake(y * w * d + x * d, "first channel");
  }
}
