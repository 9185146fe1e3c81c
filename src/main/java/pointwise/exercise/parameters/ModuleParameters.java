package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.diagram.Diagrams;

/** The weights and biases of an Inception module. */
final class ModuleParameters {
  private ModuleParameters() {}

  static Question draw(Random random) {
    int depth = 32 * (6 + random.nextInt(9));
    int ones = 32 * (2 + random.nextInt(3));
    int threeReduce = 32 * (2 + random.nextInt(2));
    int threes = 64 * (2 + random.nextInt(2));
    int fiveReduce = 16;
    int fives = 32 * (1 + random.nextInt(2));
    int projection = 32 * (1 + random.nextInt(2));
    Shape input = Shape.of(28, 28, depth);
    Op module = inception(ones, threeReduce, threes, fiveReduce, fives, projection);
    CostReport report = CostReport.of(module, input);
    long answer = report.parameters();
    Op pool = maxPool(3).stride(1).same();
    CostReport unreduced =
        CostReport.of(
            concat(
                conv(ones, 1),
                conv(threes, 3).same(),
                conv(fives, 5).same(),
                sequence(pool, conv(projection, 1))),
            input);
    return Question.asking(
            "inception(%d, %d, %d, %d, %d, %d) runs over a %s volume. How many parameters does it"
                + " have, weights and biases?",
            ones, threeReduce, threes, fiveReduce, fives, projection, input)
        .picture(Diagrams.of(module, input))
        .answer(
            answer,
            "%,d weights in six convolutions, and %,d biases.",
            report.weights(),
            report.biases())
        .mistake(report.weights(), "Those are the weights; each of the filters has a bias as well.")
        .mistake(
            answer - (long) (depth + 1) * projection,
            "The pooling has none, but the 1×1 after it has: %d·%d and %d biases.",
            depth,
            projection,
            projection)
        .mistake(
            unreduced.parameters(),
            "That is the module without its reductions: the 3×3 and the 5×5 see %d and %d channels,"
                + " not %d.",
            threeReduce,
            fiveReduce,
            depth)
        .mistake(
            report.multiplications(),
            "Those are the multiplications; a weight counts once, however often it is used.")
        .hint("Six convolutions have parameters. Which are they, and what does each of them see?")
        .hint(
            "A convolution has kernel² · input channels · filters weights, and one bias per filter.");
  }
}
