package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** What VGG's column C saves with a 1×1 where D has a 3×3. */
final class OneByOneSaving {
  private OneByOneSaving() {}

  static Question draw(Random random) {
    int size = 7 * (1 + random.nextInt(8));
    int channels = 32 * (2 + random.nextInt(15));
    Shape input = Shape.of(size, size, channels);
    CostReport three = CostReport.of(conv(channels, 3).same(), input);
    CostReport one = CostReport.of(conv(channels, 1), input);
    long answer = three.multiplications() - one.multiplications();
    return Question.asking(
            "The last convolution of a stage runs over a %s volume and has %d filters: of 3×3 with"
                + " SAME padding in column D, of 1×1 in column C. How many multiplications does C"
                + " save there?",
            input, channels)
        .answer(
            answer, "%,d with 3×3, %,d with 1×1.", three.multiplications(), one.multiplications())
        .mistake(three.multiplications(), "That is what the 3×3 costs; the 1×1 is not free.")
        .mistake(one.multiplications(), "That is what the 1×1 costs, not what it saves.")
        .mistake(
            three.weights() - one.weights(),
            "Those are the weights; each is used at all %d·%d positions.",
            size,
            size)
        .multiplications()
        .mistake(
            answer / channels,
            "The %d channels count twice: as what a filter sees, and as the filters.",
            channels)
        .mistake(
            three.multiplicationsInside() - one.multiplicationsInside(),
            "That leaves out the padding's zeros: true of a clever loop, but papers count them.")
        .hint("How many multiplications does one output take in D, and how many in C?")
        .hint(
            "9·%d in D and %d in C, at %d·%d positions of %d filters.",
            channels, channels, size, size, channels);
  }
}
