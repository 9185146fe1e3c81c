package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The parameters of a convolution in groups, as on AlexNet's two GPUs. */
final class GroupedParameters {
  private GroupedParameters() {}

  static Question draw(Random random) {
    int groups = 1 << (1 + random.nextInt(2));
    int depth = 32 * (2 + random.nextInt(8));
    int filters = 32 * (4 + random.nextInt(9));
    int kernel = 3 + 2 * random.nextInt(3);
    Shape input = Shape.of(27, 27, depth);
    Conv2d whole = conv(filters, kernel).same();
    CostReport report = CostReport.of(whole.groups(groups), input);
    long answer = report.parameters();
    return Question.asking(
            "A %d×%d convolution with %d filters in %d groups runs over a %s volume. How many"
                + " parameters does it have, weights and biases?",
            kernel, kernel, filters, groups, input)
        .answer(
            answer,
            "Each of the %d filters sees %d / %d channels: %,d weights, and %d biases.",
            filters,
            depth,
            groups,
            report.weights(),
            filters)
        .mistake(
            CostReport.of(whole, input).parameters(),
            "That ignores the groups: a filter sees only the %d channels of its own.",
            depth / groups)
        .mistake(
            report.weights() / groups + filters,
            "You divided twice: there are still %d filters, and each of them sees %d channels.",
            filters,
            depth / groups)
        .mistake(report.weights(), "Those are the weights; each of the filters has a bias as well.")
        .mistake(
            report.weights() + filters / groups,
            "That is one group's biases; all %d filters have one.",
            filters)
        .mistake(report.multiplications(), "Those are the multiplications; a weight counts once.")
        .mistake(answer / groups, "That is one group; there are %d of them.", groups)
        .hint("How many channels does one filter see, and how many filters are there?")
        .hint("%d·%d·%d weights per filter.", kernel, kernel, depth / groups);
  }
}
