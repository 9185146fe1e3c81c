package pointwise.exercise.operations;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** From multiply-accumulates to FLOPs, in the units of a paper. */
final class Flops {
  private Flops() {}

  static Question draw(Random random) {
    int size = 14 * (1 + random.nextInt(8));
    int depth = 64 * (1 + random.nextInt(6));
    int filters = 64 * (1 + random.nextInt(6));
    Shape input = Shape.of(size, size, depth);
    CostReport report = CostReport.of(conv(filters, 3).same(), input);
    double macs = report.multiplications() / 1e9;
    return Question.asking(
            "A 3×3 convolution with %d filters and SAME padding runs over a %s volume. How many GFLOPs"
                + " (10⁹) is that, if a multiply-accumulate is two and biases are left out? Three"
                + " decimals.",
            filters, input)
        .answer(2 * macs, 0.001, "Twice %,d.", report.multiplications())
        .mistake(macs, "Those are the multiply-accumulates (GMACs): each is two operations.")
        .mistake(macs / 2, "Halving goes the other way: one MAC is two FLOPs.")
        .mistake(
            2 * macs + report.output().size() / 1e9, "That adds the biases, which are left out.")
        .mistake(2 * macs * 1000, "Those are MFLOPs: a GFLOP is a thousand of them.")
        .mistake(2 * report.weights() / 1e9, "Each weight is used at every position.")
        .mistake(
            2 * macs / Math.pow(1.024, 3), "That divides by 2³⁰; a giga is 10⁹ where one counts.")
        .hint("How many multiply-accumulates does it take?")
        .hint("Rows · columns · filters · 9 · channels, times two, over 10⁹.");
  }
}
