package pointwise.exercise.operations;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** How many of the multiplications are with a zero of the padding. */
final class PaddingZeros {
  private PaddingZeros() {}

  static Question draw(Random random) {
    int kernel = 3 + 2 * random.nextInt(3);
    int size = 10 + random.nextInt(20);
    int depth = 4 * (1 + random.nextInt(16));
    int filters = 4 * (1 + random.nextInt(16));
    Shape input = Shape.of(size, size, depth);
    Conv2d conv = conv(filters, kernel).same();
    CostReport report = CostReport.of(conv, input);
    long all = report.multiplications();
    long inside = report.multiplicationsInside();
    long border = kernel / 2;
    return Question.asking(
            "A %d×%d convolution with %d filters and SAME padding runs over a %s volume. How many of"
                + " the multiplications that papers count are with a zero of the padding?",
            kernel, kernel, filters, input)
        .answer(all - inside, "%,d in all, %,d of them on real pixels.", all, inside)
        .mistake(inside, "Those are the ones with real pixels; the question asks for the zeros.")
        .mistake(all, "Those are all of them; most are with real pixels.")
        .mistake(
            all - CostReport.of(conv.valid(), input).multiplications(),
            "Those are all at the border places; there, too, most taps meet real pixels.")
        .mistake(
            ((size + 2 * border) * (size + 2 * border) - (long) size * size) * depth,
            "Those are the zeros; each is multiplied several times, by several taps and filters.")
        .mistake((all - inside) / filters, "That is one filter; there are %d.", filters)
        .mistake((all - inside) / depth, "That is one channel; there are %d.", depth)
        .hint("For one row of the kernel: at how many places does it lie outside of the image?")
        .hint(
            "Taps on real rows: size·kernel − p·(p + 1), with p = (kernel − 1)/2; likewise for the columns.");
  }
}
