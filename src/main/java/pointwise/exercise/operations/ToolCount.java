package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.Convention;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** From a tool's count back to the papers' multiplications. */
final class ToolCount {
  private ToolCount() {}

  static Question draw(Random random) {
    int size = 7 * (1 << random.nextInt(4));
    int depth = 32 * (1 + random.nextInt(8));
    int filters = 32 * (1 + random.nextInt(8));
    int kernel = 1 + 2 * random.nextInt(3);
    CostReport report = CostReport.of(conv(filters, kernel).same(), Shape.of(size, size, depth));
    long reported = report.under(Convention.TENSORFLOW).total();
    long answer = report.under(Convention.PAPERS).total();
    long outputs = report.output().size();
    return Question.asking(
            "TensorFlow's profiler reports %,d float operations for a convolution with a bias whose"
                + " output is %s. How many multiplications is that by the papers' rule?",
            reported, report.output())
        .answer(
            answer,
            "Take off an addition for each of the %,d outputs, and halve the rest.",
            outputs)
        .mistake(reported, "The profiler counts multiplications, additions and biases.")
        .mistake(
            reported - outputs, "The bias is off, but additions are still in: halve what is left.")
        .mistake(reported / 2, "That is half of all, with the additions of the biases among it.")
        .mistake(
            answer + outputs, "An addition of a bias is no multiplication, and ptflops counts so.")
        .mistake(2 * reported, "The profiler's number already has the additions: halve it.")
        .mistake(reported / 2 - outputs, "The biases must come off before the rest is halved.")
        .hint("What does the profiler count for each output besides its multiplications?")
        .hint("Reported = 2 · multiplications + outputs, of which there are %,d.", outputs);
  }
}
