package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The multiplications of a convolution after a 1×1 reduction. */
final class BottleneckMultiplications {
  private BottleneckMultiplications() {}

  static Question draw(Random random) {
    int size = 7 * (1 << random.nextInt(3));
    int depth = 64 * (3 + random.nextInt(6));
    int width = 8 * (2 + random.nextInt(4));
    int filters = width * (2 + random.nextInt(2));
    Shape input = Shape.of(size, size, depth);
    Conv2d last = conv(filters, 5).same();
    CostReport report = CostReport.of(sequence(conv(width, 1), relu(), last), input);
    long answer = report.multiplications();
    long reduction = report.rows().get(0).multiplications();
    return Question.asking(
            "A %s volume goes through %d filters of 1×1, a ReLU and %d filters of 5×5, both with"
                + " SAME padding. How many multiplications is that in all?",
            input, width, filters)
        .answer(answer, "%,d for the 1×1 and %,d for the 5×5.", reduction, answer - reduction)
        .mistake(
            answer - reduction,
            "That is the 5×5 alone; the %d filters of 1×1 multiply as well.",
            width)
        .mistake(reduction, "That is the 1×1 alone; the 5×5 after it is the larger part.")
        .mistake(
            CostReport.of(last, input).multiplications(),
            "That is the 5×5 straight on %d channels; after the 1×1 it sees only %d.",
            depth,
            width)
        .mistake(
            CostReport.of(last, input).multiplications() + reduction,
            "Your 5×5 still sees %d channels; after the 1×1 there are %d.",
            depth,
            width)
        .multiplications()
        .mistake(
            answer + (long) size * size * (width + filters),
            "That counts the biases; they are added, not multiplied.")
        .mistake(
            report.multiplicationsInside(),
            "That leaves out the padding's zeros: true of a clever loop, but papers count them.")
        .hint("Count the two convolutions one after the other: what shape lies between them?")
        .hint("Between them lies %d×%d×%d.", size, size, width);
  }
}
