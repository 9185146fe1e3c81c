package pointwise.exercise.shapes;

import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.maxPool;
import static pointwise.op.Operations.sequence;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** The smallest image that a stack of layers accepts: backwards through the shape rule. */
final class SmallestInput {
  private SmallestInput() {}

  static Question draw(Random random) {
    int first = 5 + 2 * random.nextInt(4);
    int stride = 2 + random.nextInt(3);
    int pool = 2 + random.nextInt(3);
    int last = 3 + 2 * random.nextInt(4);
    Op stack = sequence(conv(64, first).stride(stride), maxPool(pool).stride(2), conv(64, last));
    long answer = smallest(stack);
    return Question.asking(
            "A %d×%d convolution with stride %d, a max pooling of %d×%d with stride 2 and a %d×%d"
                + " convolution follow one another, all without padding. How many rows must an image"
                + " have at least, so that something comes out?",
            first, first, stride, pool, pool, last, last)
        .answer(
            answer,
            "Backwards: the last one needs %d rows, the pooling (%d − 1)·2 + %d, and so on.",
            last,
            last,
            pool)
        .mistake(
            smallest(sequence(conv(64, first), maxPool(pool).stride(1), conv(64, last))),
            "That forgets the strides: after one, each row stands for several.")
        .mistake(first, "That is enough for the first layer only.")
        .mistake(
            smallest(sequence(conv(64, first).stride(stride), conv(64, last))),
            "The pooling has a window and a stride as well.")
        .mistake(answer - 1, "With one row less nothing comes out of the last layer.")
        .mistake(
            (long) last * 2 * stride,
            "A layer needs (rows out − 1)·stride + kernel rows, not rows out · stride.")
        .hint("Begin at the end: one row has to come out of the last layer.")
        .hint("Rows in = (rows out − 1)·stride + kernel, layer by layer backwards.");
  }

  /** Tries sizes, halving the distance between one that is refused and one that is not. */
  private static long smallest(Op stack) {
    int refused = 0;
    int accepted = 1024;
    while (accepted - refused > 1) {
      int middle = (refused + accepted) / 2;
      if (accepts(stack, middle)) {
        accepted = middle;
      } else {
        refused = middle;
      }
    }
    return accepted;
  }

  private static boolean accepts(Op stack, int rows) {
    try {
      return stack.output(Shape.of(rows, rows, 3)).size() > 0;
    } catch (IllegalArgumentException tooSmall) {
      return false;
    }
  }
}
