package pointwise.exercise.concepts;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The 3×3 kernel that a 1×3 and a 3×1 with two channels between them amount to. */
final class ComposedPair {
  private static final int SIZE = 3;
  private static final int MIDDLE = 2;
  private static final int FIELD = 2 * SIZE - 1;
  private static final Op PAIR =
      sequence(conv(MIDDLE, 1, SIZE).noBias(), conv(1, SIZE, 1).noBias());

  private ComposedPair() {}

  static Question draw(Random random) {
    Tensor rows = Tensors.integers(random, Shape.of(MIDDLE, SIZE), -2, 3);
    Tensor columns = Tensors.integers(random, Shape.of(MIDDLE, SIZE), -2, 3);
    Tensor both = compose(rows, columns);
    return Question.asking(
            "An image of one channel goes through two filters of 1×3, and their two channels through"
                + " one filter of 3×1. There is no ReLU and no bias. Which single kernel of 3×3 does"
                + " the same? Answer with its three rows:"
                + " check(\"[[…], […], […]]\").")
        .given("1×3 filters, one per row", rows)
        .given("3×1 filter, its column for each channel laid in a row", columns)
        .answer(
            both,
            "A column times a row for each of the two channels, added: %s and %s.",
            compose(rows, only(columns, 0)).toLiteral(),
            compose(rows, only(columns, 1)).toLiteral())
        .mistake(
            compose(rows, only(columns, 0)), "That is the way through the first channel alone.")
        .mistake(
            compose(rows, only(columns, 1)), "That is the way through the second channel alone.")
        .mistake(
            both.transpose(1, 0),
            "You laid the columns along the rows: that is 3×1 and 1×3 swapped.")
        .mistake(
            Tensors.turned(both), "You rotated the kernel by 180°; frameworks leave it as it is.")
        .mistake(
            compose(added(rows), added(columns)),
            "You added the rows and the columns before multiplying: that mixes the two channels.")
        .mistake(
            compose(rows, swapped(columns)), "You paired each row with the other channel's column.")
        .hint("Through the first channel alone: the number at y, x is column[y] · row[x].")
        .hint("Do so for both channels and add the two kernels.");
  }

  /** What the pair makes of a single 1 in the middle, turned: its kernel. */
  private static Tensor compose(Tensor rows, Tensor columns) {
    float[] pixels = new float[FIELD * FIELD];
    pixels[pixels.length / 2] = 1;
    Tensor response =
        Tensors.run(
            PAIR,
            Tensor.of(Shape.of(FIELD, FIELD, 1), pixels),
            rows.transpose(1, 0).reshape(1, SIZE, 1, MIDDLE),
            columns.transpose(1, 0).reshape(SIZE, 1, MIDDLE, 1));
    return Tensors.turned(response.reshape(SIZE, SIZE));
  }

  private static Tensor only(Tensor filters, int channel) {
    float[] kept = filters.toArray();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = i / SIZE == channel ? kept[i] : 0;
    }
    return Tensor.of(filters.shape(), kept);
  }

  private static Tensor swapped(Tensor filters) {
    float[] swapped = new float[MIDDLE * SIZE];
    for (int i = 0; i < swapped.length; i++) {
      swapped[i] = filters.get(1 - i / SIZE, i % SIZE);
    }
    return Tensor.of(filters.shape(), swapped);
  }

  /** Both channels' numbers added, in the place of the first. */
  private static Tensor added(Tensor filters) {
    float[] added = new float[MIDDLE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      added[i] = filters.get(0, i) + filters.get(1, i);
    }
    return Tensor.of(filters.shape(), added);
  }
}
