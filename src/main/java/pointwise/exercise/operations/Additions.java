package pointwise.exercise.operations;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** The additions of a convolution: one less than the products, unless there is a bias. */
final class Additions {
  private Additions() {}

  static Question draw(Random random) {
    boolean bias = random.nextBoolean();
    int size = 7 * (1 + random.nextInt(6));
    int depth = 8 * (1 + random.nextInt(24));
    int filters = 16 * (1 + random.nextInt(12));
    int kernel = 3 + 2 * random.nextInt(2);
    Shape input = Shape.of(size, size, depth);
    CostReport report = CostReport.of(conv(filters, kernel).same(), input);
    long products = report.multiplications();
    long outputs = report.output().size();
    return Question.asking(
            bias
                ? "A %d×%d convolution with %d filters, SAME padding and biases runs over a %s volume."
                    + " How many additions of two numbers does it take, the padding's zeros counted?"
                : "A %d×%d convolution with %d filters, SAME padding and no biases runs over a %s"
                    + " volume. How many additions of two numbers does it take, the padding's zeros"
                    + " counted?",
            kernel,
            kernel,
            filters,
            input)
        .answer(
            bias ? products : products - outputs,
            bias
                ? "To add n products takes n − 1 additions, and the bias one more, at %d·%d·%d outputs."
                : "To add n products takes n − 1 additions, at %d·%d·%d outputs.",
            size,
            size,
            filters)
        .mistake(
            bias ? products - outputs : products,
            bias
                ? "The bias is added as well: one more for each output."
                : "The first product is added to nothing: n products take n − 1 additions.")
        .mistake(
            products + outputs,
            "Of n products the first one is not added to anything: that makes n − 1.")
        .mistake(
            2 * products - (bias ? 0 : outputs),
            "Those are the multiplications and additions together.")
        .mistake(outputs, "That is one addition for each output; its products are added, too.")
        .hint("How many additions does it take to add up three numbers?")
        .hint("n products take n − 1 additions, and a bias takes one more, for each output.");
  }
}
