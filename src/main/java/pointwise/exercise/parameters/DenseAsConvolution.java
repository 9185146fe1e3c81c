package pointwise.exercise.parameters;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The convolution that equals a dense layer: the shape of its weights. */
final class DenseAsConvolution {
  private DenseAsConvolution() {}

  static Question draw(Random random) {
    int rows = 3 + random.nextInt(6);
    int columns = rows + 1 + random.nextInt(3);
    int depth = 32 * (1 + random.nextInt(16));
    int outputs = 10 * (2 + random.nextInt(99));
    Shape input = Shape.of(rows, columns, depth);
    Conv2d conv = conv(outputs, rows, columns);
    Shape weights = conv.parameters(input).get(0).shape();
    return Question.asking(
            "A dense layer with %d outputs on a flattened %s volume can be written as one convolution"
                + " without padding. Which shape do its weights have (kernel rows × kernel columns ×"
                + " channels in × channels out)?",
            outputs, input)
        .answer(weights, "The kernel covers the whole volume, so there is one place for it.")
        .mistake(
            Shape.of(1, 1, depth, outputs),
            "A 1×1 sees one pixel; the dense layer sees all of them.")
        .mistake(
            Shape.of(1, 1, rows * columns * depth, outputs),
            "That works after a flatten; on the volume itself the kernel covers all of it.")
        .mistake(Shape.of(columns, rows, depth, outputs), "You swapped rows and columns.")
        .mistake(
            Shape.of(outputs, depth, rows, columns),
            "That is the order of PyTorch; the question has the channels last.")
        .mistake(
            Shape.of(rows, columns, outputs, depth), "You swapped channels in and channels out.")
        .hint("What does one output of the dense layer see?")
        .hint("The kernel is as large as the volume; every output is one filter.");
  }
}
