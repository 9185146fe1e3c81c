package pointwise.exercise.memory;

import static pointwise.op.Operations.conv;

import java.util.Map;
import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** The bytes that the result of a layer takes. */
final class ActivationBytes {
  private ActivationBytes() {}

  private static final Map<Integer, String> NUMBERS =
      Map.of(1, "int8", 2, "float16", 4, "float32", 8, "float64");

  static Question draw(Random random) {
    int bytes = 1 << random.nextInt(4);
    int batch = 2 + random.nextInt(31);
    int size = 14 * (1 + random.nextInt(16));
    int filters = 16 * (1 + random.nextInt(16));
    int depth = 8 * (1 + random.nextInt(8)) + 3;
    Shape input = Shape.of(size, size, depth);
    Shape output = conv(filters, 3).same().output(input);
    long numbers = output.size() * batch;
    return Question.asking(
            "A 3×3 convolution with %d filters and SAME padding runs over a batch of %d volumes of %s."
                + " How many bytes does its result take in %s?",
            filters, batch, input, NUMBERS.get(bytes))
        .answer(numbers * bytes, "%d·%s numbers of %d bytes.", batch, output, bytes)
        .mistake(output.size() * bytes, "That is one image; there are %d in the batch.", batch)
        .mistake(numbers, "Those are the numbers; each takes more than one byte.")
        .mistake(
            input.size() * batch * bytes, "That is the input; the question asks for the result.")
        .mistake(numbers * bytes * 8, "Those are bits: eight to a byte.")
        .mistake(
            CostReport.of(conv(filters, 3).same(), input).parameters() * bytes,
            "Those are the parameters; the question asks for the activations.")
        .hint("How many numbers come out for one image?")
        .hint("The number in the type's name is its bits, and a byte has 8 of them.");
  }
}
