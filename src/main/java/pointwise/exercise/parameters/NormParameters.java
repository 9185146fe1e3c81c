package pointwise.exercise.parameters;

import static pointwise.op.Operations.batchNorm;
import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.sequence;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** What batch normalisation learns, and what it only stores. */
final class NormParameters {
  private NormParameters() {}

  static Question draw(Random random) {
    boolean learned = random.nextBoolean();
    int first = 16 * (1 + random.nextInt(12));
    int second = first + 16 * (1 + random.nextInt(12));
    Shape input = Shape.of(28, 28, 32);
    Conv2d one = conv(first, 3).same().noBias();
    Conv2d two = conv(second, 1).noBias();
    CostReport report = CostReport.of(sequence(one, batchNorm(), two, batchNorm()), input);
    int channels = first + second;
    return Question.asking(
            learned
                ? "On a %s volume: %d filters of 3×3 and %d of 1×1, without biases, and after each of"
                    + " the two a batch normalisation. How many numbers do the two normalisations"
                    + " learn?"
                : "On a %s volume: %d filters of 3×3 and %d of 1×1, without biases, and after each of"
                    + " the two a batch normalisation. How many numbers do the two normalisations"
                    + " store without learning them?",
            input,
            first,
            second)
        .answer(
            learned ? report.scales() : report.stored(),
            learned
                ? "Gamma and beta for each channel."
                : "A mean and a variance for each channel.")
        .mistake(2L * channels * 2, "That is what they learn and store together.")
        .mistake(channels, "That is one number for each channel; there are two.")
        .mistake(2L * second, "That is the second one alone.")
        .mistake(2L * first, "That is the first one alone.")
        .mistake(
            2L * channels * 28 * 28,
            "A normalisation has its numbers for each channel, not for each position.")
        .mistake(report.parameters(), "That counts the convolutions' weights as well.")
        .hint("For what does a batch normalisation have numbers: pixels, channels or images?")
        .hint("It learns gamma and beta, and stores a mean and a variance, for each channel.");
  }
}
