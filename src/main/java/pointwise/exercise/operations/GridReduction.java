package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** What it saves to halve a grid by a convolution and a pooling side by side. */
final class GridReduction {
  private GridReduction() {}

  static Question draw(Random random) {
    int size = 15 + 2 * random.nextInt(16);
    int half = (size - 1) / 2;
    int depth = 16 * (4 + random.nextInt(24));
    Shape input = Shape.of(size, size, depth);
    Op pool = maxPool(3).stride(2);
    Conv2d narrow = conv(depth, 3);
    Conv2d wide = conv(2 * depth, 3);
    Sequence full = sequence(wide.same(), pool);
    long first = multiplications(full, input);
    long beside = multiplications(concat(narrow.stride(2), pool), input);
    return Question.asking(
            "A %s volume is to become %s. Design A: %d filters of 3×3 with SAME padding, then a 3×3"
                + " max pooling with stride 2. Design B: %d filters of 3×3 with stride 2, and the same"
                + " pooling beside them, their channels side by side; both without padding. How many"
                + " multiplications does B save?",
            input, full.output(input), 2 * depth, depth)
        .answer(first - beside, "%,d in A, %,d in B.", first, beside)
        .mistake(first, "That is what A takes; B is not free.")
        .mistake(beside, "That is what B takes; the question is what it saves.")
        .mistake(
            first - multiplications(concat(wide.stride(2), pool), input),
            "Half of B's channels come from its pooling: its convolution has %d filters.",
            depth)
        .mistake(
            first - multiplications(narrow.same(), input),
            "With stride 2, B's convolution runs at %d·%d places.",
            half,
            half)
        .mistake(
            CostReport.of(wide, input).weights() - CostReport.of(narrow, input).weights(),
            "Those are the weights that it saves.")
        .multiplications()
        .hint(
            "At how many places does each of the two convolutions run, and with how many filters?")
        .hint(
            "A: %d·%d places with %d filters. B: %d·%d places with %d.",
            size, size, 2 * depth, half, half, depth);
  }

  private static long multiplications(Op op, Shape input) {
    return CostReport.of(op, input).multiplications();
  }
}
