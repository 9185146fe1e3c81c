package pointwise.exercise.memory;

import static pointwise.op.Operations.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import pointwise.cost.ReceptiveFields;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** What a stack of convolutions with stride 1 sees. */
final class StackField {
  private StackField() {}

  static Question draw(Random random) {
    int layers = 3 + random.nextInt(2);
    List<Integer> kernels = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      kernels.add(1 + 2 * random.nextInt(4));
    }
    kernels.set(0, Math.max(3, kernels.get(0)));
    List<Op> stack = new ArrayList<>();
    kernels.forEach(kernel -> stack.add(conv(8, kernel).same()));
    long answer =
        ReceptiveFields.of(new Sequence(stack), Shape.of(64, 64, 3))
            .rows()
            .get(layers - 1)
            .vertical()
            .size();
    long sum = kernels.stream().mapToLong(kernel -> kernel).sum();
    String names = kernels.stream().map(k -> k + "×" + k).collect(Collectors.joining(", "));
    return Question.asking(
            "Convolutions of %s follow one another, all with stride 1. How many rows of the image"
                + " does one output of the last one see?",
            names)
        .answer(answer, "One pixel, and each kernel of k adds k − 1: %d − %d + 1.", sum, layers)
        .mistake(sum, "Neighbouring windows overlap: a kernel of k adds k − 1 rows, not k.")
        .mistake(answer - 1, "You begin with the pixel itself, which is 1 before any kernel.")
        .mistake(
            kernels.stream().mapToLong(k -> k).max().orElseThrow(),
            "That is the largest kernel; what the others see comes on top.")
        .mistake(
            kernels.stream().mapToLong(k -> k).reduce(1, Math::multiplyExact),
            "Fields add up and do not multiply, as long as the stride is 1.")
        .mistake(answer * answer, "Those are the pixels; the question asks for rows.")
        .hint("Go from the last layer back: how many rows of the layer before does one output see?")
        .hint("A kernel of k on top of a field of r gives r + k − 1.");
  }
}
