package pointwise.exercise.concepts;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.answer.Code;

/** A function to write: the rows that come out of a convolution. */
final class OutputFunction {
  private OutputFunction() {}

  static Question draw(Random random) {
    boolean ceil = random.nextBoolean();
    int most = 20 + random.nextInt(200);
    Code.OfFour floored = OutputFunction::floored;
    Code.OfFour ceiled = OutputFunction::ceiled;
    Code.OfFour once = (rows, kernel, stride, padding) -> (rows + padding - kernel) / stride + 1;
    Code.OfFour without = (rows, kernel, stride, padding) -> (rows + 2 * padding - kernel) / stride;
    return Question.asking(
            ceil
                ? "Write a function that takes the rows of an image (up to %d), the kernel, the stride"
                    + " and the padding on each side, and gives the rows that come out of a pooling"
                    + " that rounds up: check((rows, kernel, stride, padding) -> …)."
                : "Write a function that takes the rows of an image (up to %d), the kernel, the stride"
                    + " and the padding on each side, and gives the rows that come out of a"
                    + " convolution, which rounds down: check((rows, kernel, stride, padding) -> …).",
            most)
        .answer(
            ceil ? ceiled : floored,
            "rows, kernel, stride, padding",
            cases -> window(cases, most),
            ceil
                ? "(rows + 2·padding − kernel) / stride, rounded up, + 1."
                : "(rows + 2·padding − kernel) / stride, rounded down, + 1.")
        .mistake(ceil ? floored : ceiled, ceil ? "That rounds down." : "That rounds up.")
        .mistake(once, "The padding is on both sides.")
        .mistake(without, "The window at the very start counts too: + 1.")
        .hint("How many rows are there for the window to move in, and how many steps fit?")
        .hint("The window has its first place and then one for each step.");
  }

  private static Object[] window(Random random, int most) {
    int kernel = 1 + random.nextInt(7);
    int rows = kernel + random.nextInt(most - kernel);
    return new Object[] {rows, kernel, 1 + random.nextInt(4), random.nextInt(kernel / 2 + 1)};
  }

  private static long floored(int rows, int kernel, int stride, int padding) {
    return (rows + 2L * padding - kernel) / stride + 1;
  }

  private static long ceiled(int rows, int kernel, int stride, int padding) {
    return (rows + 2L * padding - kernel + stride - 1) / stride + 1;
  }
}
