package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** The multiplications that a 1×k and a k×1 save against a k×k. */
final class AsymmetricPair {
  private AsymmetricPair() {}

  static Question draw(Random random) {
    int kernel = 3 + 2 * random.nextInt(3);
    int size = 12 + random.nextInt(9);
    int depth = 64 * (2 + random.nextInt(5));
    int filters = 64 * (2 + random.nextInt(5));
    int middle = 32 * (2 + random.nextInt(2 * Math.min(depth, filters) / 64 - 1));
    Shape input = Shape.of(size, size, depth);
    long square = multiplications(conv(filters, kernel).same(), input);
    long row = multiplications(conv(middle, 1, kernel).same(), input);
    long pair = pair(middle, filters, kernel, input);
    return Question.asking(
            "On a %s volume, a %d×%d convolution with %d filters is replaced by a 1×%d with %d filters"
                + " and a %d×1 with %d, all of them with SAME padding. How many multiplications does"
                + " that save?",
            input, kernel, kernel, filters, kernel, middle, kernel, filters)
        .answer(square - pair, "%,d against %,d + %,d.", square, row, pair - row)
        .mistake(pair, "That is what the pair takes; the question is what it saves.")
        .mistake(square, "That is what the %d×%d takes; the pair is not free.", kernel, kernel)
        .mistake(square - row, "That takes off the first half; the %d×1 follows.", kernel)
        .mistake(
            square - pair + row,
            "That takes off the second half only; the 1×%d comes before it.",
            kernel)
        .mistake(
            square - pair(filters, filters, kernel, input),
            "The first half has %d filters, not %d.",
            middle,
            filters)
        .mistake(
            square - 2 * square / kernel,
            "2/%d holds only where all widths are equal; here the middle has %d channels.",
            kernel,
            middle)
        .mistake(
            square - row - multiplications(conv(filters, kernel, 1).same(), input),
            "The second half sees %d channels, not %d: the first half has made them.",
            middle,
            depth)
        .mistake(
            (square - pair) / ((long) size * size),
            "Those are the weights saved; each is used at %d·%d places.",
            size,
            size)
        .multiplications()
        .hint("Three convolutions: each takes kernel · channels in · channels out at every place.")
        .hint(
            "At one place %d·%d·%d·%d, against %d·%d·%d and %d·%d·%d.",
            kernel, kernel, depth, filters, kernel, depth, middle, kernel, middle, filters);
  }

  private static long pair(int middle, int filters, int kernel, Shape input) {
    return multiplications(
        sequence(conv(middle, 1, kernel).same(), conv(filters, kernel, 1).same()), input);
  }

  private static long multiplications(Op op, Shape input) {
    return CostReport.of(op, input).multiplications();
  }
}
