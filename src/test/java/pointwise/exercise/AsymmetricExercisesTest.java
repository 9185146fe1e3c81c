package pointwise.exercise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The exercises about asymmetric convolutions, worked out again from the question. */
class AsymmetricExercisesTest extends WorkedOut {
  @Property(tries = 40)
  void savingOfAPair(@ForAll long seed) {
    long[] n = draw("asymmetric-pair", seed);
    // an h×w×c volume, k×k with f filters, 1×k with m filters, k×1 with f
    long places = n[0] * n[1];
    long c = n[2];
    long k = n[3];
    long f = n[5];
    long m = n[8];
    long square = k * k * c * f;
    right(places * (square - k * c * m - k * m * f));
    mistake(places * (k * c * m + k * m * f), "what the pair takes");
    mistake(places * square, "not free");
    mistake(places * (square - k * c * m), "takes off the first half");
    mistake(places * (square - k * m * f), "second half only");
    mistake(places * (square - k * c * f - k * f * f), "The first half has");
    mistake(places * (square - 2 * k * c * f), "all widths are equal");
    mistake(places * (square - k * c * m - k * c * f), "The second half sees");
    mistake(answer / places, "Those are the weights");
    if (2 * answer != places * square) { // a mistake that was declared comes before a general one
      mistake(2 * answer, "FLOPs");
    }
    mistake((int) answer, "int");
  }

  @Property(tries = 40)
  void theNumberThatMakesAKernelSeparable(@ForAll long seed) {
    long[] n = draw("rank-one", seed);
    // A 3×3 … a 3×1 and a 1×3 … stands as 0, in row y and column x
    int y = (int) n[7];
    int x = (int) n[8];
    int other = (y + 1) % 3;
    int beside = (x + 1) % 3;
    Tensor kernel = given("kernel");
    long row = (long) kernel.get(y, beside);
    long column = (long) kernel.get(other, x);
    long opposite = (long) kernel.get(other, beside);
    right(row * column / opposite);
    long far = (long) (kernel.get((y + 2) % 3, x) * row / kernel.get((y + 2) % 3, beside));
    right(far);
    mistake(row + column - opposite, "differences");
    mistake(row * column, "Divide by");
    mistake(-answer, "the sign is not");
    mistake(column, "That repeats row");
    mistake(row, "That repeats column");
    mistake(0, "only where a whole row or column");
  }

  @Property(tries = 40)
  void theKernelThatAPairAmountsTo(@ForAll long seed) {
    draw("composed-pair", seed);
    Tensor rows = given("1×3 filters, one per row");
    Tensor columns = given("3×1 filter, its column for each channel laid in a row");
    right(kernel((y, x) -> product(rows, columns, 0, y, x) + product(rows, columns, 1, y, x)));
    mistake(kernel((y, x) -> product(rows, columns, 0, y, x)), "first channel alone");
    mistake(kernel((y, x) -> product(rows, columns, 1, y, x)), "second channel alone");
    mistake(kernel((y, x) -> values.get(x, y)), "3×1 and 1×3 swapped");
    mistake(kernel((y, x) -> values.get(2 - y, 2 - x)), "180°");
    mistake(
        kernel(
            (y, x) -> (columns.get(0, y) + columns.get(1, y)) * (rows.get(0, x) + rows.get(1, x))),
        "before multiplying");
    mistake(
        kernel((y, x) -> columns.get(1, y) * rows.get(0, x) + columns.get(0, y) * rows.get(1, x)),
        "the other channel's column");
  }

  private interface At {
    float at(int y, int x);
  }

  private static float product(Tensor rows, Tensor columns, int channel, int y, int x) {
    return columns.get(channel, y) * rows.get(channel, x);
  }

  private static Tensor kernel(At number) {
    float[] values = new float[9];
    for (int i = 0; i < 9; i++) {
      values[i] = number.at(i / 3, i % 3);
    }
    return Tensor.of(Shape.of(3, 3), values);
  }
}
