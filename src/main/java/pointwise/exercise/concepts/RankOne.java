package pointwise.exercise.concepts;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The number that makes a kernel of 3×3 a column times a row. */
final class RankOne {
  private static final int SIZE = 3;

  private RankOne() {}

  static Question draw(Random random) {
    Tensor kernel = outer(digits(random), digits(random));
    int y = random.nextInt(SIZE);
    int x = random.nextInt(SIZE);
    int other = (y + 1) % SIZE;
    int beside = (x + 1) % SIZE;
    long inRow = Math.round(kernel.get(y, beside));
    long inColumn = Math.round(kernel.get(other, x));
    long opposite = Math.round(kernel.get(other, beside));
    long answer = Math.round(kernel.get(y, x));
    return Question.asking(
            "A 3×3 kernel is to be replaced by a 3×1 and a 1×3 that give the same. One of its numbers"
                + " is missing and stands as 0, in row %d and column %d, both counted from 0. Which"
                + " number has to be there?",
            y, x)
        .given("kernel", without(kernel, y, x))
        .answer(
            answer,
            "Every row has to be a multiple of every other: %d · (%d) / (%d).",
            inRow,
            inColumn,
            opposite)
        .mistake(
            inRow + inColumn - opposite,
            "You kept the differences between the rows; it is their ratio that has to be the same.")
        .mistake(
            inRow * inColumn,
            "Divide by the number where the other row and column cross, %d.",
            opposite)
        .mistake(-answer, "The size is right, the sign is not: follow the signs along the row.")
        .mistake(
            inColumn, "That repeats row %d; row %d is a multiple of it, but not by 1.", other, y)
        .mistake(
            inRow,
            "That repeats column %d; column %d is a multiple of it, but not by 1.",
            beside,
            x)
        .mistake(
            0,
            "A column times a row has a 0 only where a whole row or column is 0, and here none is.")
        .hint("Such a kernel is a column times a row. How do its rows then differ?")
        .hint(
            "In column %d, row %d is %d where row %d is %d. The ratio is the same in column %d.",
            beside, y, inRow, other, opposite, x);
  }

  /** A column times a row: a column of one channel through 1×1 filters, a number each. */
  private static Tensor outer(Tensor column, Tensor row) {
    return Tensors.run(
            conv(SIZE, 1).noBias(), column.reshape(SIZE, 1, 1), row.reshape(1, 1, 1, SIZE))
        .reshape(SIZE, SIZE);
  }

  /** Three whole numbers between −4 and 4, none of them 0. */
  private static Tensor digits(Random random) {
    float[] digits = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      digits[i] = (1 + random.nextInt(4)) * (random.nextBoolean() ? 1 : -1);
    }
    return Tensor.of(Shape.of(SIZE), digits);
  }

  private static Tensor without(Tensor kernel, int y, int x) {
    float[] left = kernel.toArray();
    left[y * SIZE + x] = 0;
    return Tensor.of(kernel.shape(), left);
  }
}
