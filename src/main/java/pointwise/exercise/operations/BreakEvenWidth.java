package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** The widest 1×1 reduction that still saves multiplications. */
final class BreakEvenWidth {
  private BreakEvenWidth() {}

  static Question draw(Random random) {
    int kernel = 3 + 2 * random.nextInt(2);
    int depth = 16 * (4 + random.nextInt(20));
    int filters = 16 * (2 + random.nextInt(7));
    Shape input = Shape.of(14, 14, depth);
    Conv2d direct = conv(filters, kernel).same();
    long limit = CostReport.of(direct, input).multiplications();
    int widest = 0;
    while (reduced(widest + 1, direct, input) < limit) {
      widest++;
    }
    double exact = (double) kernel * kernel * depth * filters / (depth + kernel * kernel * filters);
    return Question.asking(
            "%d filters of %d×%d (SAME) run over a %s volume. Up to which width does a 1×1 reduction"
                + " before them still save multiplications?",
            filters, kernel, kernel, input)
        .answer(
            widest,
            "The two cost the same at %d·%d·%d·%d / (%d + %d·%d·%d) = %.1f.",
            kernel,
            kernel,
            depth,
            filters,
            depth,
            kernel,
            kernel,
            filters,
            exact)
        .mistake(widest + 1, "At that width the reduced design already costs no less.")
        .mistake(depth, "At the input's own depth nothing is reduced: the 1×1 only adds.")
        .mistake(depth - 1, "The 1×1 costs multiplications too; it must save more than its own.")
        .mistake(
            (long) depth * filters / (depth + filters),
            "The kernel's %d·%d belongs to the second convolution only, in both designs.",
            kernel,
            kernel)
        .hint("Write the multiplications of both designs with the width as an unknown.")
        .hint(
            "%d·%d·%d·%d = width·%d + width·%d·%d·%d, positions cancelled.",
            kernel, kernel, depth, filters, depth, kernel, kernel, filters);
  }

  private static long reduced(int width, Conv2d last, Shape input) {
    Op design = sequence(conv(width, 1), last);
    return CostReport.of(design, input).multiplications();
  }
}
