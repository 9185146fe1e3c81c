package pointwise.exercise.memory;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** How a convolution grows into a matrix. */
final class Im2col {
  private Im2col() {}

  static Question draw(Random random) {
    int kernel = 3 + 2 * random.nextInt(3);
    int stride = 1 + random.nextInt(2);
    int size = 24 + random.nextInt(30);
    int depth = 8 * (1 + random.nextInt(16));
    Shape input = Shape.of(size, size, depth);
    Conv2d conv = conv(64, kernel).stride(stride);
    Shape output = conv.output(input);
    long rows = (long) output.height() * output.width();
    long columns = (long) kernel * kernel * depth;
    return Question.asking(
            "im2col writes a convolution as one matrix product: each place of the kernel becomes a row"
                + " of all that it sees. The kernel is %d×%d with stride %d and no padding, the volume"
                + " %s. How many numbers does that matrix have?",
            kernel, kernel, stride, input)
        .answer(
            rows * columns,
            "%d·%d places, each with %d·%d·%d numbers.",
            output.height(),
            output.width(),
            kernel,
            kernel,
            depth)
        .mistake(input.size(), "That is the volume; in the matrix its numbers occur many times.")
        .mistake(
            (long) size * size * columns,
            "The kernel does not fit at every pixel: count its places.")
        .mistake(rows * kernel * kernel, "Each place sees all %d channels.", depth)
        .mistake(rows * depth, "Each place sees %d·%d pixels.", kernel, kernel)
        .mistake(rows * columns * 64, "The filters are the other matrix.")
        .mistake(rows * columns * 4, "Those are the bytes; the question asks for numbers.")
        .hint("At how many places does the kernel stand?")
        .hint("As many rows as places, as many columns as kernel · kernel · channels.");
  }
}
