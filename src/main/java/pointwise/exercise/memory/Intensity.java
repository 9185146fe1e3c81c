package pointwise.exercise.memory;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.cost.Memory;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** The arithmetic intensity of a 1×1: multiplications for each byte that moves. */
final class Intensity {
  private Intensity() {}

  static Question draw(Random random) {
    int size = 7 * (1 << random.nextInt(4));
    int depth = 16 * (1 + random.nextInt(24));
    int filters = 16 * (1 + random.nextInt(24));
    Shape input = Shape.of(size, size, depth);
    CostReport report = CostReport.of(conv(filters, 1).noBias(), input);
    double macs = report.multiplications();
    long in = input.size();
    long out = report.output().size();
    long weights = report.weights();
    return Question.asking(
            "A 1×1 convolution without bias takes %s to %s in float32. It reads its input and its"
                + " weights once and writes its output once. How many multiplications does it do for"
                + " each byte? Two decimals.",
            input, report.output())
        .answer(
            Memory.of(conv(filters, 1).noBias(), input).intensity(),
            0.01,
            "%,d multiplications over 4·(%,d + %,d + %,d) bytes.",
            report.multiplications(),
            in,
            weights,
            out)
        .mistake(macs / (in + weights + out), "That is for each number; a float32 has four bytes.")
        .mistake(macs / 4 / (in + out), "The weights have to be read as well.")
        .mistake(macs / 4 / (in + weights), "The output has to be written as well.")
        .mistake(macs / 4 / (out + weights), "The input has to be read as well.")
        .mistake(
            2 * macs / 4 / (in + weights + out),
            "Those are the FLOPs for each byte: a multiplication and an addition.")
        .hint("How many numbers are read, and how many are written?")
        .hint("Multiplications over 4 · (input + weights + output).");
  }
}
