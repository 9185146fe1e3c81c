package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import java.util.stream.IntStream;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** From how many filters on a separable convolution takes so little of an ordinary one. */
final class SeparableRatio {
  private static final Shape INPUT = Shape.of(14, 14, 64);

  private SeparableRatio() {}

  static Question draw(Random random) {
    int kernel = 3 + 2 * random.nextInt(5);
    int taps = kernel * kernel;
    int part = kernel + 1 + random.nextInt(taps - kernel - 2);
    long answer =
        IntStream.iterate(part, filters -> filters + 1) // fewer cannot do: 1/N alone is more
            .filter(filters -> part * separable(filters, kernel) <= ordinary(filters, kernel))
            .findFirst()
            .orElseThrow();
    boolean exact = part * separable((int) answer, kernel) == ordinary((int) answer, kernel);
    return Question.asking(
            "A convolution of %d×%d is replaced by a depthwise one of %d×%d and a 1×1 with as many"
                + " filters. From how many filters on does that take at most 1/%d of the"
                + " multiplications?",
            kernel, kernel, kernel, kernel, part)
        .answer(
            answer,
            exact
                ? "The smallest N with 1/N + 1/%d ≤ 1/%d, where the two sides are equal."
                : "The smallest N with 1/N + 1/%d ≤ 1/%d.",
            taps,
            part)
        .mistake(part, "That is the depthwise part alone, 1/N; the 1×1 takes a share as well.")
        .mistake(
            taps, "The 1×1 alone takes 1/%d; how much of 1/%d does that leave to 1/N?", taps, part)
        .mistake(
            answer - 1,
            "That is one filter too few: with %d it takes a little more than 1/%d.",
            answer - 1,
            part)
        .mistake(
            answer + 1,
            exact
                ? "One filter fewer gives exactly 1/%d, and the question says at most."
                : "One filter fewer is still at most 1/%d.",
            part)
        .mistake(
            answer * INPUT.channels(),
            "The input's channels do not matter: both designs cost in proportion to them.")
        .hint("What share of the ordinary convolution's multiplications has each of the two parts?")
        .hint("The depthwise part has 1/N of them, N filters; the 1×1 has 1/%d.", taps);
  }

  private static long ordinary(int filters, int kernel) {
    return CostReport.of(conv(filters, kernel).same(), INPUT).multiplications();
  }

  private static long separable(int filters, int kernel) {
    return CostReport.of(sequence(depthwiseConv(kernel).same(), conv(filters, 1)), INPUT)
        .multiplications();
  }
}
