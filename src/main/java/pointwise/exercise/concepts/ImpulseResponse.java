package pointwise.exercise.concepts;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** What a framework's convolution makes of a single bright pixel: its kernel, turned. */
final class ImpulseResponse {
  private static final int SIZE = 5;
  private static final Conv2d CONV = conv(1, 3).noBias();

  private ImpulseResponse() {}

  static Question draw(Random random) {
    int height = 2 + random.nextInt(4);
    float[] pixels = new float[SIZE * SIZE];
    pixels[pixels.length / 2] = height;
    Tensor image = Tensor.of(Shape.of(SIZE, SIZE), pixels);
    Tensor kernel = Tensors.integers(random, Shape.of(3, 3), -4, 5);
    return Question.asking(
            "An image of 5×5 with one channel is 0 but for a %d in the middle. What does a"
                + " framework's convolution with the kernel below give, without padding? Answer with"
                + " three rows: check(\"[[…], […], […]]\").",
            height)
        .given("kernel", kernel)
        .answer(
            convolve(image, kernel),
            "The kernel rotated by 180°, times %d: the pixel meets the last weight at the first place.",
            height)
        .mistake(
            convolve(image, Tensors.turned(kernel)),
            "That is a convolution as mathematics has it. Frameworks correlate: they do not rotate the"
                + " kernel, and so what an impulse gives is rotated.")
        .mistake(
            convolve(image, reversedRows(kernel)),
            "You flipped the kernel's columns only; its rows are flipped as well.")
        .mistake(
            convolve(image, Tensors.turned(reversedRows(kernel))),
            "You flipped the kernel's rows only; its columns are flipped as well.")
        .mistake(
            convolve(image, kernel.transpose(1, 0)), "You swapped the kernel's rows and columns.")
        .mistake(
            scaled(convolve(image, kernel), 1f / height), "The pixel is %d, and not 1.", height)
        .hint("Lay the kernel on the upper left. Which of its weights meets the middle pixel?")
        .hint("At the first place the last weight meets it, %.0f.", kernel.get(2, 2));
  }

  private static Tensor convolve(Tensor image, Tensor kernel) {
    return Tensors.run(CONV, image.reshape(SIZE, SIZE, 1), kernel.reshape(3, 3, 1, 1))
        .reshape(3, 3);
  }

  private static Tensor reversedRows(Tensor kernel) {
    float[] reversed = new float[9];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = kernel.get(2 - i / 3, i % 3);
    }
    return Tensor.of(kernel.shape(), reversed);
  }

  private static Tensor scaled(Tensor tensor, float factor) {
    float[] values = tensor.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return Tensor.of(tensor.shape(), values);
  }
}
