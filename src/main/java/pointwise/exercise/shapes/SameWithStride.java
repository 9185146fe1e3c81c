package pointwise.exercise.shapes;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Where TensorFlow's SAME puts its zeros when the stride is 2. */
final class SameWithStride {
  private SameWithStride() {}

  static Question draw(Random random) {
    int kernel = 3 + 2 * random.nextInt(2);
    int length = 6 + 2 * random.nextInt(2);
    int half = kernel / 2;
    Tensor row = Tensors.integers(random, Shape.of(1, length), 1, 9);
    Tensor weights = Tensors.integers(random, Shape.of(1, kernel), -2, 2);
    Conv2d conv = conv(1, 1, kernel).noBias();
    Conv2d strided = conv.stride(1, 2);
    return Question.asking(
            "A kernel of %d weights moves over a row of %d pixels with a stride of 2, with"
                + " TensorFlow's SAME padding. What comes out? Answer with the numbers in a row:"
                + " check(\"[…]\").",
            kernel, length)
        .given("row", row)
        .given("kernel", weights)
        .answer(
            run(strided.same(), row, weights),
            "%d outputs need %d pixels, %d more than there are; of the zeros before the row there are"
                + " %d, of those after it %d.",
            length / 2,
            length - 2 + kernel,
            kernel - 2,
            (kernel - 2) / 2,
            kernel - 2 - (kernel - 2) / 2)
        .mistake(
            run(strided.pad(0, 0, half, half), row, weights),
            "That is with a padding of %d on either side, as PyTorch's padding=%d has it: as many"
                + " numbers, but the windows stand one pixel further left.",
            half,
            half)
        .mistake(run(strided, row, weights), "That is without padding.")
        .mistake(run(conv.same(), row, weights), "That is with a stride of 1.")
        .mistake(
            run(strided.same(), row, Tensors.turned(weights)),
            "You flipped the kernel; frameworks do not.")
        .hint("SAME with a stride of 2 gives %d outputs. How many pixels do they need?", length / 2)
        .hint("The zeros are shared out evenly, and an odd one goes at the end of the row.");
  }

  private static Tensor run(Conv2d conv, Tensor row, Tensor weights) {
    Tensor y =
        Tensors.run(
            conv,
            row.reshape(1, row.shape().dim(1), 1),
            weights.reshape(1, weights.shape().dim(1), 1, 1));
    return y.reshape((int) y.shape().size());
  }
}
