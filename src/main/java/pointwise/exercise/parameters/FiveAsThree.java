package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** What torchvision's 3×3 for the 5×5 takes from a module. */
final class FiveAsThree {
  private FiveAsThree() {}

  static Question draw(Random random) {
    int size = 7 * (1 << random.nextInt(3));
    int depth = 64 * (3 + random.nextInt(11));
    int reduce = 16 * (1 + random.nextInt(3));
    int fives = 32 * (1 + random.nextInt(4));
    Shape input = Shape.of(size, size, depth);
    CostReport five = branch(reduce, fives, 5, input);
    CostReport three = branch(reduce, fives, 3, input);
    long answer = five.weights() - three.weights();
    return Question.asking(
            "In a module on a %s volume, %d filters of 5×5 follow a 1×1 reduction to %d"
                + " channels. Someone builds the 5×5 as 3×3. How many weights is the module short?",
            input, fives, reduce)
        .answer(answer, "25 − 9 = 16 of the taps, each with %d·%d weights.", reduce, fives)
        .mistake(
            CostReport.of(conv(fives, 5).same(), input).weights()
                - CostReport.of(conv(fives, 3).same(), input).weights(),
            "The reduction stands before it: the 5×5 sees %d channels, not %d.",
            reduce,
            depth)
        .mistake(five.rows().get(1).weights(), "That is all of the 5×5; the 3×3 has some of it.")
        .mistake(three.rows().get(1).weights(), "That is what the 3×3 has, not what is missing.")
        .mistake(
            2L * reduce * fives,
            "A kernel counts with both sides: 5·5 against 3·3, not 5 against 3.")
        .mistake(
            five.multiplications() - three.multiplications(),
            "Those are the multiplications; a weight counts once.")
        .mistake(16L * reduce, "Each of the %d filters is short by that much.", fives)
        .hint("What does the 5×5 see: the module's input or the reduction's output?")
        .hint("A filter of 5×5 has 25·%d weights, one of 3×3 has 9·%d.", reduce, reduce);
  }

  private static CostReport branch(int reduce, int filters, int kernel, Shape input) {
    Op branch = sequence(conv(reduce, 1), conv(filters, kernel).same());
    return CostReport.of(branch, input);
  }
}
