package pointwise.exercise.concepts;

import static pointwise.op.Operations.conv;

import java.util.List;
import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Which of the two an example shows, in a word. */
final class ConvolutionOrCorrelation {
  private ConvolutionOrCorrelation() {}

  static Question draw(Random random) {
    boolean correlation = random.nextBoolean();
    Tensor row = Tensors.integers(random, Shape.of(1, 5, 1), -4, 5);
    Tensor kernel = Tensors.integers(random, Shape.of(1, 3, 1, 1), -3, 3);
    Tensor flipped = Tensors.turned(kernel);
    Tensor result = apply(row, correlation ? kernel : flipped);
    List<String> right =
        correlation
            ? List.of("correlation", "cross-correlation", "cross correlation")
            : List.of("convolution", "true convolution", "a convolution");
    List<String> wrong =
        correlation
            ? List.of("convolution", "true convolution", "a convolution")
            : List.of("correlation", "cross-correlation", "cross correlation");
    return Question.asking(
            "A kernel slides over a row of five pixels without padding. Is what comes out the"
                + " mathematicians' convolution or their correlation? Answer with the word:"
                + " check(\"…\").")
        .given("row", row.reshape(5))
        .given("kernel", kernel.reshape(3))
        .given("result", result)
        .answer(
            right,
            correlation
                ? "The kernel is laid on as it stands, as frameworks do."
                : "The kernel is flipped before it is laid on.")
        .mistake(
            wrong,
            "Lay the kernel on the first three pixels as it stands, and then flipped: which of the"
                + " two gives the first number?")
        .mistake(
            apply(row, kernel).equals(apply(row, flipped)) ? wrong : List.of("both", "neither"),
            "For this kernel the two differ, and it is one of them.")
        .hint("One of the two flips the kernel before it is laid on the row.")
        .hint("Work out the first number of the result both ways.");
  }

  private static Tensor apply(Tensor row, Tensor kernel) {
    return Tensors.run(conv(1, 1, 3).noBias(), row, kernel).reshape(3);
  }
}
