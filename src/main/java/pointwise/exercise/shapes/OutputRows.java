package pointwise.exercise.shapes;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The rows that come out of a convolution with stride and padding: AlexNet's 224 or 227. */
final class OutputRows {
  private OutputRows() {}

  static Question draw(Random random) {
    int kernel = 7 + 2 * random.nextInt(3);
    int stride = 2 + random.nextInt(3);
    int padding = random.nextInt(4);
    int size = 208 + random.nextInt(40);
    Shape image = Shape.of(size, size, 3);
    Conv2d strided = conv(96, kernel).stride(stride);
    int answer = strided.pad(padding).output(image).height();
    int room = size + 2 * padding - kernel;
    return Question.asking(
            "A convolution of %d×%d with stride %d and a padding of %d on every side runs over a %s"
                + " image. How many rows does the output have?",
            kernel, kernel, stride, padding, image)
        .answer(
            answer,
            "(%d + 2·%d − %d) / %d + 1 = %.2f, rounded down.",
            size,
            padding,
            kernel,
            stride,
            1 + (double) room / stride)
        .mistake(
            1 + (room + stride - 1) / stride,
            "That is rounded up: the last window would reach beyond the padding.")
        .mistake(room / stride, "The window at the very start counts too: + 1.")
        .mistake(strided.output(image).height(), "That is without padding.")
        .mistake(
            strided.pad(padding, 0, padding, 0).output(image).height(),
            "The padding is on both sides: 2·%d rows.",
            padding)
        .mistake(
            conv(96, kernel).pad(padding).output(image).height(),
            "That is with stride 1: the window moves by %d.",
            stride)
        .mistake(
            strided.same().output(image).height(),
            "That is with SAME padding; here it is %d on each side, whatever comes out.",
            padding)
        .mistake(
            (long) answer * answer * 96, "That is all of the output; the question asks for rows.")
        .hint("At how many places can a window of %d stand in %d rows?", kernel, size + 2 * padding)
        .hint("Rows out = (rows + 2·padding − kernel) / stride + 1, rounded down.");
  }
}
