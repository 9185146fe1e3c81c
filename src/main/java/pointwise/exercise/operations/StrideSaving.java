package pointwise.exercise.operations;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** What a stride saves. */
final class StrideSaving {
  private StrideSaving() {}

  static Question draw(Random random) {
    int stride = 2 + random.nextInt(2);
    int size = 6 * stride * (1 + random.nextInt(6)) + random.nextInt(stride);
    int depth = 16 * (1 + random.nextInt(16));
    int filters = 32 * (1 + random.nextInt(8));
    int kernel = 3 + 2 * random.nextInt(2);
    Shape input = Shape.of(size, size, depth);
    Conv2d conv = conv(filters, kernel).same();
    long all = CostReport.of(conv, input).multiplications();
    long strided = CostReport.of(conv.stride(stride), input).multiplications();
    return Question.asking(
            "A %d×%d convolution with %d filters and SAME padding runs over a %s volume. How many"
                + " multiplications does a stride of %d save?",
            kernel, kernel, filters, input, stride)
        .answer(all - strided, "%,d with stride 1, %,d with stride %d.", all, strided, stride)
        .mistake(strided, "That is what is left; the question is what it saves.")
        .mistake(all, "That is with stride 1; with a stride it is not free.")
        .mistake(all - all / stride, "The stride counts in both directions: rows and columns.")
        .mistake(
            all - CostReport.of(conv.stride(stride).valid(), input).multiplications(),
            "That takes off a convolution without padding; both have SAME.")
        .multiplications()
        .hint("At how many places does the kernel stand, with the stride and without?")
        .hint("SAME gives rows / stride, rounded up, in each direction.");
  }
}
