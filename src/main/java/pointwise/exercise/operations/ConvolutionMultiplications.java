package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The multiplications of one SAME convolution. */
final class ConvolutionMultiplications {
  private ConvolutionMultiplications() {}

  static Question draw(Random random) {
    int height = 10 * (2 + random.nextInt(5));
    int width = height + 10 * (1 + random.nextInt(2));
    int depth = 64 * (1 + random.nextInt(4));
    int filters = 11 * (2 + random.nextInt(5));
    int kernel = 3 + 2 * random.nextInt(3);
    Shape input = Shape.of(height, width, depth);
    Conv2d conv = conv(filters, kernel).same();
    CostReport report = CostReport.of(conv, input);
    long answer = report.multiplications();
    return Question.asking(
            "A %d×%d convolution with %d filters and SAME padding runs over a %s volume. How many"
                + " multiplications does it take, the padding's zeros counted?",
            kernel, kernel, filters, input)
        .answer(
            answer,
            "Each of the %d·%d·%d outputs takes %d·%d·%d multiplications.",
            height,
            width,
            filters,
            kernel,
            kernel,
            depth)
        .mistake(
            answer + report.output().size(),
            "That counts the biases; they are added, not multiplied.")
        .multiplications()
        .mistake(
            answer / filters, "That is one filter: there are %d, one per output channel.", filters)
        .mistake(
            answer / depth,
            "That is one input channel: a filter reaches through all %d channels.",
            depth)
        .mistake(
            answer / kernel / kernel,
            "That is a 1×1 kernel: each output sees %d·%d positions.",
            kernel,
            kernel)
        .mistake(answer / kernel, "The kernel counts with both sides: %d·%d.", kernel, kernel)
        .mistake(
            CostReport.of(conv.valid(), input).multiplications(),
            "That is without padding; SAME keeps the %d×%d positions.",
            height,
            width)
        .mistake(
            report.multiplicationsInside(),
            "That leaves out the padding's zeros: true of a clever loop, but papers count them.")
        .mistake(
            report.weights(),
            "Those are the weights; each is used at all %d·%d positions.",
            height,
            width)
        .hint("How many outputs are there? How many multiplications does each one take?")
        .hint("One output takes kernel height × kernel width × input channels multiplications.");
  }
}
