package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** The parameters of a block of Network in Network: a convolution and two 1×1 on top. */
final class NinBlock {
  private NinBlock() {}

  static Question draw(Random random) {
    int size = 8 << random.nextInt(3);
    int depth = 32 * (1 + random.nextInt(6));
    int kernel = 3 + 2 * random.nextInt(2);
    int filters = 32 * (3 + random.nextInt(6));
    int first = 32 * (2 + random.nextInt(6));
    int second = 16 * (2 + random.nextInt(6));
    Shape input = Shape.of(size, size, depth);
    CostReport report =
        CostReport.of(
            sequence(conv(filters, kernel).same(), conv(first, 1), conv(second, 1)), input);
    CostReport spatial = CostReport.of(conv(filters, kernel).same(), input);
    long answer = report.parameters();
    return Question.asking(
            "A block of Network in Network on a volume of %s: %d filters of %d×%d, then %d and %d"
                + " filters of 1×1, each with biases and a ReLU. How many parameters does it have?",
            input, filters, kernel, kernel, first, second)
        .answer(
            answer,
            "%d·%d·%d·%d + %d·%d + %d·%d weights and %d biases.",
            kernel,
            kernel,
            depth,
            filters,
            filters,
            first,
            first,
            second,
            report.biases())
        .mistake(report.weights(), "Those are the weights; every filter has a bias as well.")
        .mistake(spatial.parameters(), "That is the %d×%d alone; two 1×1 follow.", kernel, kernel)
        .mistake(
            answer - spatial.parameters(),
            "Those are the two 1×1; the %d×%d comes before them.",
            kernel,
            kernel)
        .mistake(
            CostReport.of(sequence(conv(filters, kernel).same(), conv(first, 1)), input)
                .parameters(),
            "That leaves out the second 1×1.")
        .mistake(
            spatial.parameters()
                + CostReport.of(conv(first, 1), input).parameters()
                + CostReport.of(conv(second, 1), input).parameters(),
            "A 1×1 sees the channels of the layer before it, not the block's %d.",
            depth)
        .mistake(
            CostReport.of(
                    sequence(
                        conv(filters, kernel).same(),
                        conv(first, kernel).same(),
                        conv(second, kernel).same()),
                    input)
                .parameters(),
            "Only the first kernel is %d×%d; the two others have one weight per channel.",
            kernel,
            kernel)
        .mistake(report.multiplications(), "Those are the multiplications; a weight counts once.")
        .hint("Three layers, each with inputs × filters weights: what are the inputs of each?")
        .hint("The first 1×1 sees %d channels, the second %d.", filters, first);
  }
}
