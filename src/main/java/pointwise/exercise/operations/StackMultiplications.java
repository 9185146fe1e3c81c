package pointwise.exercise.operations;

import static pointwise.op.Operations.conv;

import java.util.Collections;
import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** What a stack of 3×3 saves against one large kernel, in per cent of its multiplications. */
final class StackMultiplications {
  private StackMultiplications() {}

  static Question two(Random random) {
    return draw(random, 2);
  }

  static Question three(Random random) {
    return draw(random, 3);
  }

  private static Question draw(Random random, int layers) {
    int kernel = 2 * layers + 1;
    int depth = 16 * (1 + random.nextInt(12));
    int filters = 16 * (1 + random.nextInt(12));
    int size = 14 * (1 + random.nextInt(4));
    Shape input = Shape.of(size, size, depth);
    double large = multiplications(conv(filters, kernel).same(), input);
    double first = multiplications(conv(filters, 3).same(), input);
    double stack =
        multiplications(new Sequence(Collections.nCopies(layers, conv(filters, 3).same())), input);
    return Question.asking(
            "On a %s volume, one %d×%d convolution with %d filters is replaced by %d of 3×3, one after"
                + " another, each with %d filters; all have SAME padding. What percentage of the"
                + " multiplications does that save? One decimal; negative if it costs more.",
            input, kernel, kernel, filters, layers, filters)
        .answerPercent(
            100 - 100 * stack / large,
            0.1,
            "9·%d + %d·9·%d against %d·%d, for each filter.",
            depth,
            layers - 1,
            filters,
            kernel * kernel,
            depth)
        .mistake(
            100 * stack / large, "That is what the stack takes; the question is what it saves.")
        .mistake(
            100 - 900.0 * layers / kernel / kernel,
            "That holds only where all widths are equal: after the first layer there are %d"
                + " channels, before it %d.",
            filters,
            depth)
        .mistake(
            100 - 100 * first / large, "That takes off one 3×3 only; there are %d of them.", layers)
        .mistake(
            100 - 100 * large / stack, "That is in per cent of the stack, not of the large one.")
        .hint("How many products does one output take in each design, layer by layer?")
        .hint("The first 3×3 sees the volume's channels, those after it see the filters.");
  }

  private static double multiplications(Op op, Shape input) {
    return CostReport.of(op, input).multiplications();
  }
}
