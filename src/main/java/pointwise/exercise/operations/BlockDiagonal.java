package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The zeros of the ordinary convolution that does what one in groups does. */
final class BlockDiagonal {
  private BlockDiagonal() {}

  static Question draw(Random random) {
    int depth = 32 * (1 + random.nextInt(12));
    int filters = depth * (1 + random.nextInt(2));
    int groups = random.nextInt(3) == 0 ? depth : 2 << random.nextInt(4);
    int kernel = 3 + 2 * random.nextInt(2);
    Shape input = Shape.of(28, 28, depth);
    Conv2d whole = conv(filters, kernel).same().noBias();
    long all = CostReport.of(whole, input).weights();
    long own = CostReport.of(whole.groups(groups), input).weights();
    long answer = all - own;
    return Question.asking(
            "A %d×%d convolution takes %d channels to %d in %d groups. An ordinary convolution does"
                + " the same if its weights are 0 wherever channel and filter are of different"
                + " groups. How many of its weights are 0?",
            kernel, kernel, depth, filters, groups)
        .answer(
            answer,
            "%,d weights in all; %d blocks with %,d each are on the diagonal.",
            all,
            groups,
            own / groups)
        .mistake(own, "Those are the weights that may differ from 0: the convolution in groups.")
        .mistake(all, "Those are all weights; a filter does see the channels of its own group.")
        .mistake(all - own / groups, "That leaves one block; there are %d on the diagonal.", groups)
        .mistake(
            own / groups, "That is one block on the diagonal; the question asks for the zeros.")
        .mistake(
            answer / kernel / kernel,
            "That is one tap; the kernel has %d·%d of them.",
            kernel,
            kernel)
        .mistake(answer / filters, "That is one filter; there are %d.", filters)
        .mistake(
            CostReport.of(whole, input).multiplications()
                - CostReport.of(whole.groups(groups), input).multiplications(),
            "Those are multiplications; a weight counts once.")
        .hint("How many weights has the ordinary one, and how many has the one in groups?")
        .hint(
            "%d·%d·%d·%d in all; of each filter, only %d / %d channels are its own.",
            kernel, kernel, depth, filters, depth, groups);
  }
}
