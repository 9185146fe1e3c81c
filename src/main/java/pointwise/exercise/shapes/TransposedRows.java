package pointwise.exercise.shapes;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.TransposedConv2d;
import pointwise.tensor.Shape;

/** The rows that come out of a transposed convolution: the formula of the convolution, reversed. */
final class TransposedRows {
  private TransposedRows() {}

  static Question draw(Random random) {
    int kernel = 4 + random.nextInt(5);
    int stride = 2 + random.nextInt(4);
    int padding = 1 + random.nextInt(kernel / 2);
    int size = 7 + random.nextInt(40);
    Shape image = Shape.of(size, size, 64);
    TransposedConv2d strided = transposedConv(32, kernel).stride(stride);
    int answer = strided.pad(padding).output(image).height();
    return Question.asking(
            "A transposed convolution of %d×%d with stride %d runs over a %s image; its padding of"
                + " %d on every side crops the output, as in PyTorch. How many rows does the output have?",
            kernel, kernel, stride, image, padding)
        .answer(
            answer,
            "(%d − 1)·%d + %d − 2·%d: the last of %d rows begins %d further on.",
            size,
            stride,
            kernel,
            padding,
            size,
            (size - 1) * stride)
        .mistake(
            (size + 2 * padding - kernel) / stride + 1,
            "That is the convolution, which shrinks the image; here it grows.")
        .mistake(
            strided.same().output(image).height(),
            "That is SAME, rows · stride; here the padding is %d on each side, whatever comes out.",
            padding)
        .mistake(
            strided.output(image).height(), "The padding crops the output: 2·%d rows go.", padding)
        .mistake(
            strided.pad(padding, 0, 0, 0).output(image).height(),
            "The padding is on both sides: 2·%d rows go.",
            padding)
        .mistake(
            (size - 1) * stride + kernel + 2 * padding,
            "The padding of a transposed convolution takes rows away, and does not add any.")
        .mistake(
            size * stride + kernel - 2 * padding,
            "Between %d rows are %d steps, not %d.",
            size,
            size - 1,
            size)
        .mistake(
            (size - 1) * stride + 1 - 2 * padding,
            "The last row paints its whole kernel: + %d, not + 1.",
            kernel)
        .mistake(
            transposedConv(32, kernel).pad(padding).output(image).height(),
            "That is with stride 1: here the rows are painted %d apart.",
            stride)
        .mistake(
            (long) answer * answer * 32, "That is all of the output; the question asks for rows.")
        .hint(
            "Where in the output does row 0 of the input begin to paint, where row 1, where the"
                + " last?")
        .hint("Rows out = (rows − 1)·stride + kernel − 2·padding.");
  }
}
