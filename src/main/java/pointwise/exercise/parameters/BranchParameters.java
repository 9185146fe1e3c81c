package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** The parameters of a factorised branch of an Inception V3 module, normalisation included. */
final class BranchParameters {
  private BranchParameters() {}

  static Question draw(Random random) {
    int kernel = 5 + 2 * random.nextInt(2);
    int depth = 128 * (2 + random.nextInt(7));
    int width = 32 * (2 + random.nextInt(5));
    int filters = width + 32 * (1 + random.nextInt(4));
    Shape input = Shape.of(17, 17, depth);
    Conv2d reduce = conv(width, 1).noBias();
    Conv2d across = conv(width, 1, kernel).same().noBias();
    Conv2d down = conv(filters, kernel, 1).same().noBias();
    CostReport report = report(input, unit(reduce), unit(across), unit(down));
    long channels = 2L * width + filters;
    return Question.asking(
            "A branch on a %s volume: %d filters of 1×1, then %d of 1×%d, then %d of %d×1. None has a"
                + " bias, and after each come batch normalisation with gamma and beta, and a ReLU."
                + " How many parameters are there to learn?",
            input, width, width, kernel, filters, kernel)
        .answer(
            report.parameters(),
            "%d·%d + %d·%d·%d + %d·%d·%d weights, and 2·%d for the normalisation.",
            depth,
            width,
            kernel,
            width,
            width,
            kernel,
            width,
            filters,
            channels)
        .mistake(
            report.weights(), "The normalisation learns as well: gamma and beta for each channel.")
        .mistake(
            report.weights() + channels,
            "Batch normalisation learns two numbers per channel, gamma and beta; you counted one.")
        .mistake(
            report.parameters() + channels,
            "There are no biases: before a normalisation they would be subtracted again.")
        .mistake(
            report.parameters() + report.stored(), "Mean and variance are stored and not learned.")
        .mistake(
            report(input, unit(reduce), unit(conv(filters, kernel).same().noBias())).parameters(),
            "That has one %d×%d in the place of the row and the column.",
            kernel,
            kernel)
        .mistake(
            report(
                    input,
                    unit(reduce),
                    unit(conv(width, kernel).same().noBias()),
                    unit(conv(filters, kernel).same().noBias()))
                .parameters(),
            "You counted %d·%d weights for each pair of channels; a row or a column has %d.",
            kernel,
            kernel,
            kernel)
        .mistake(
            report(input, unit(across), unit(down)).parameters()
                + report(input, unit(reduce)).parameters(),
            "The 1×%d sees %d channels, not %d: the 1×1 stands before it.",
            kernel,
            width,
            depth)
        .mistake(
            report.parameters() - report(input, unit(reduce)).parameters(),
            "The 1×1 at the beginning has weights, too.")
        .mistake(report.multiplications(), "Those are the multiplications; a weight counts once.")
        .hint("Weights: kernel · channels in · channels out, for each of the three.")
        .hint("The normalisation learns two numbers for each of %d channels.", channels);
  }

  private static Op unit(Conv2d conv) {
    return sequence(conv, batchNorm(), relu());
  }

  private static CostReport report(Shape input, Op... units) {
    return CostReport.of(sequence(units), input);
  }
}
