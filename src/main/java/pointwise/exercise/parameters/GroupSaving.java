package pointwise.exercise.parameters;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** What AlexNet's two GPUs saved: the weights that a division into groups leaves out. */
final class GroupSaving {
  private GroupSaving() {}

  static Question draw(Random random) {
    int groups = 2 + random.nextInt(3);
    int depth = groups * 16 * (2 + random.nextInt(6));
    int filters = groups * 16 * (3 + random.nextInt(7));
    int kernel = 3 + 2 * random.nextInt(2);
    Shape input = Shape.of(27, 27, depth);
    Conv2d whole = conv(filters, kernel).same();
    long all = CostReport.of(whole, input).parameters();
    long own = CostReport.of(whole.groups(groups), input).parameters();
    return Question.asking(
            "AlexNet was divided between two GPUs. A %d×%d convolution from %d to %d channels, with"
                + " biases, is divided into %d groups. How many parameters does that save?",
            kernel, kernel, depth, filters, groups)
        .answer(all - own, "%,d in one piece, %,d in groups; the biases are the same.", all, own)
        .mistake(own, "That is what is left; the question is what it saves.")
        .mistake(all, "That is the convolution in one piece; the groups have parameters, too.")
        .mistake(all - own / groups, "That leaves one group only; there are %d of them.", groups)
        .mistake(
            all - CostReport.of(whole.groups(groups).noBias(), input).parameters(),
            "The biases are not saved: there are as many filters as before.")
        .mistake(all - all / groups, "The biases do not get fewer: only the weights are divided.")
        .hint("How many channels does a filter see before, and how many in a group?")
        .hint("There are as many filters and biases as before; each filter sees depth / groups.");
  }
}
