package pointwise.exercise.shapes;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** The channels that leave an Inception module. */
final class ConcatChannels {
  private ConcatChannels() {}

  static Question draw(Random random) {
    int ones = 16 * (4 + random.nextInt(9));
    int threeReduce = 16 * (5 + random.nextInt(4));
    int threes = 16 * (10 + random.nextInt(9));
    int fiveReduce = 8 * (2 + random.nextInt(3));
    int fives = 16 * (2 + random.nextInt(4));
    int projection = 16 * (2 + random.nextInt(4));
    int depth = 32 * (8 + random.nextInt(9));
    Shape input = Shape.of(14, 14, depth);
    long answer =
        inception(ones, threeReduce, threes, fiveReduce, fives, projection)
            .output(input)
            .channels();
    return Question.asking(
            "inception(%d, %d, %d, %d, %d, %d) runs over a %s volume. How many channels leave it?",
            ones, threeReduce, threes, fiveReduce, fives, projection, input)
        .answer(
            answer,
            "The ends of the four branches lie side by side: %d + %d + %d + %d.",
            ones,
            threes,
            fives,
            projection)
        .mistake(
            answer + threeReduce + fiveReduce,
            "The reductions (%d and %d) feed the 3×3 and the 5×5; they do not leave the module.",
            threeReduce,
            fiveReduce)
        .mistake(
            answer - projection, "The pooling branch leaves too, with %d channels.", projection)
        .mistake(
            answer - projection + depth,
            "The pooling keeps %d channels, but the 1×1 after it projects them to %d.",
            depth,
            projection)
        .mistake(
            Math.max(Math.max(ones, threes), Math.max(fives, projection)),
            "That is the widest branch; a concat lays them side by side, it does not add values.")
        .mistake(answer + depth, "The input itself is not passed on: this is no residual.")
        .hint("Which four results does the module concatenate?")
        .hint("The arguments are: 1×1 | 3×3 reduce, 3×3 | 5×5 reduce, 5×5 | pool projection.");
  }
}
