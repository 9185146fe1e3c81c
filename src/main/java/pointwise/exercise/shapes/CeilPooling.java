package pointwise.exercise.shapes;

import static pointwise.op.Operations.*;

import java.util.Collections;
import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.MaxPool;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** What GoogLeNet's poolings leave, which round up. */
final class CeilPooling {
  private CeilPooling() {}

  static Question draw(Random random) {
    int poolings = 2 + random.nextInt(3);
    int size = 96 + random.nextInt(150);
    MaxPool pool = maxPool(3).stride(2);
    long answer = rows(pool.ceil(), poolings, size);
    return Question.asking(
            "%d max poolings of 3×3 with stride 2 follow one another on an image of %d×%d×64,"
                + " without padding. As in Caffe, they round up. How many rows are left?",
            poolings, size, size)
        .answer(
            answer,
            "The first one leaves ⌈(%d − 3) / 2⌉ + 1 = %d, and so on.",
            size,
            rows(pool.ceil(), 1, size))
        .mistake(
            rows(pool, poolings, size),
            "That is rounded down, as PyTorch does unless told: the last rows would be lost.")
        .mistake(
            rows(pool.same(), poolings, size),
            "That is TensorFlow's SAME, ⌈rows / 2⌉: it pads before it pools.")
        .mistake(
            rows(pool.ceil(), poolings - 1, size),
            "That is one pooling too few: there are %d.",
            poolings)
        .mistake(
            rows(pool.ceil(), poolings + 1, size),
            "That is one pooling too many: there are %d.",
            poolings)
        .mistake(rows(maxPool(3), poolings, size), "The stride is 2, not 3: the windows overlap.")
        .mistake(rows(pool.ceil(), 1, size), "That is the first pooling; there are %d.", poolings)
        .hint("Where does the last window start, if it may reach beyond the image?")
        .hint("One pooling leaves ⌈(rows − 3) / 2⌉ + 1.");
  }

  private static long rows(MaxPool pool, int poolings, int size) {
    return new Sequence(Collections.nCopies(poolings, pool))
        .output(Shape.of(size, size, 64))
        .height();
  }
}
