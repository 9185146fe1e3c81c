package pointwise.exercise.parameters;

import static pointwise.exercise.Measure.PARAMETERS;
import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The parameters of one convolution, with biases and without. */
final class ConvolutionParameters {
  private ConvolutionParameters() {}

  static Question withBias(Random random) {
    return asking(conv(filters(random), 1 + 2 * random.nextInt(4)).same(), volume(random))
        .hint("How many weights does one filter have, and what else?")
        .hint("kernel · kernel · channels weights for each filter, and one bias for each.");
  }

  static Question withoutBias(Random random) {
    int rows = 1 + 2 * random.nextInt(4);
    int columns = 1 + 2 * random.nextInt(4);
    return asking(conv(filters(random), rows, columns).same().noBias(), volume(random))
        .hint("How many weights does one filter have?")
        .hint("kernel rows · kernel columns · channels weights for each filter.");
  }

  private static Question asking(Conv2d conv, Shape input) {
    int rows = conv.window().kernelHeight();
    int columns = conv.window().kernelWidth();
    long perFilter = (long) rows * columns * input.channels();
    return Question.asking(
            conv.bias()
                ? "A %d×%d convolution with %d filters, SAME padding and biases runs over a %s volume."
                    + " How many parameters does it have?"
                : "A %d×%d convolution with %d filters, SAME padding and no biases runs over a %s"
                    + " volume. How many parameters does it have?",
            rows,
            columns,
            conv.filters(),
            input)
        .answer(
            PARAMETERS,
            conv,
            input,
            conv.bias()
                ? "%d·%d·%d weights for each of the %d filters, and as many biases."
                : "%d·%d·%d weights for each of the %d filters.",
            rows,
            columns,
            input.channels(),
            conv.filters())
        .mistake(perFilter + (conv.bias() ? 1 : 0), "That is one filter; there are more of them.")
        .mistake(
            conv(conv.filters(), rows, columns).noBias(),
            Shape.of(input.height(), input.width(), 1),
            "That is one input channel: a filter reaches through all of them.")
        .mistake(
            (perFilter + 1) * conv.filters() * input.height() * input.width(),
            "A filter is the same at every position: its weights count once.")
        .mistake(
            conv(input.channels(), rows, columns).noBias(),
            "There are as many filters as channels out, not as channels in.");
  }

  private static Shape volume(Random random) {
    int size = 7 * (1 + random.nextInt(8));
    return Shape.of(size, size, 16 * (1 + random.nextInt(20)));
  }

  private static int filters(Random random) {
    return 24 * (2 + random.nextInt(14));
  }
}
