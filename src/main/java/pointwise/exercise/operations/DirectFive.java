package pointwise.exercise.operations;

import static pointwise.exercise.Measure.MULTIPLICATIONS;
import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The 5×5 straight on a module's input: 28×28×192 → 32 takes 120,422,400. */
final class DirectFive {
  private DirectFive() {}

  static Question draw(Random random) {
    int size = 7 * (1 + random.nextInt(8));
    int depth = 64 * (1 + random.nextInt(13));
    int filters = 16 * (1 + random.nextInt(8));
    Shape input = Shape.of(size, size, depth);
    Conv2d five = conv(filters, 5).same();
    return Question.asking(
            "In the naive Inception module, %d filters of 5×5 with SAME padding see the whole %s"
                + " volume. How many multiplications is that?",
            filters, input)
        .answer(MULTIPLICATIONS, five, input, "%d·%d·%d·25·%d.", size, size, filters, depth)
        .mistake(conv(filters, 3).same(), "That is with a 3×3, which has fewer taps than a 5×5.")
        .mistake(conv(filters, 1), "That is with a 1×1, which has a single tap.")
        .mistake(five, Shape.of(size, size, 1), "That forgets the %d channels that come in.", depth)
        .mistake(conv(1, 5).same(), "That is one filter; there are %d.", filters)
        .mistake(
            conv(depth, 5).same(),
            "That has as many filters as channels in; there are %d.",
            filters)
        .hint("How many outputs are there, and how many products does each take?")
        .hint("size · size · filters outputs of 25 · channels products.");
  }
}
