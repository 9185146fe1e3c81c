package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Collections;
import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** The weights that a stack of 3×3 saves against one large kernel. */
final class StackWeights {
  private StackWeights() {}

  static Question draw(Random random) {
    int layers = 2 + random.nextInt(3);
    int kernel = 2 * layers + 1;
    int channels = 16 * (1 + random.nextInt(48));
    Shape input = Shape.of(28, 28, channels);
    Conv2d small = conv(channels, 3).same().noBias();
    Conv2d large = conv(channels, kernel).same().noBias();
    Op stack = new Sequence(Collections.nCopies(layers, small));
    long one = CostReport.of(large, input).weights();
    long stacked = CostReport.of(stack, input).weights();
    long answer = one - stacked;
    return Question.asking(
            "%d convolutions of 3×3, one after another, take the place of one of %d×%d. All of them"
                + " have %d channels in and out, and no bias. How many weights do they save?",
            layers, kernel, kernel, channels)
        .answer(answer, "%,d in the one, %,d in the stack.", one, stacked)
        .mistake(stacked, "That is what the stack has; the question is what it saves.")
        .mistake(one, "That is what the single convolution has; the stack is not free.")
        .mistake(
            one - stacked / layers, "That takes off one 3×3; the stack has %d of them.", layers)
        .mistake(
            answer / channels,
            "Each of the %d filters has its own weights: the channels count twice, in and out.",
            channels)
        .mistake(answer - (layers - 1L) * channels, "That counts biases, which these do not have.")
        .hint("How many weights has one convolution of k×k with as many channels in as out?")
        .hint("%d·%d·C·C against %d·3·3·C·C, with C = %d.", kernel, kernel, layers, channels);
  }
}
