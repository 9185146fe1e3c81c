package pointwise.exercise.memory;

import static pointwise.op.Operations.*;

import java.util.Arrays;
import java.util.Random;
import pointwise.cost.ReceptiveFields;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** What a unit sees after convolutions with 1×1 on top of them. */
final class MlpconvField {
  private static final Shape IMAGE = Shape.of(96, 96, 3);

  private MlpconvField() {}

  static Question draw(Random random) {
    int first = 3 + random.nextInt(9);
    int ones = 1 + random.nextInt(3);
    int second = 2 + random.nextInt(6);
    long answer = field(first, ones, second, 2);
    return Question.asking(
            "A convolution of %d×%d and %d of 1×1, all with stride 1; a max pooling of 3×3 with"
                + " stride 2; a convolution of %d×%d and %d of 1×1, with stride 1 again. How many"
                + " rows of the image does one output of the last one see?",
            first, first, ones, second, second, ones)
        .answer(answer, "1 + %d + 2·1 + %d·2: a 1×1 adds nothing.", first - 1, second - 1)
        .mistake(
            answer + 3L * ones,
            "A 1×1 adds k − 1 = 0 rows, before the pooling and after it; you added one each.")
        .mistake(
            field(first, ones, second, 1),
            "After the pooling's stride of 2, neighbours are 2 pixels apart.")
        .mistake(
            first + 2L * (second - 1),
            "The pooling has a window as well: it adds two rows, though it has no weights.")
        .mistake(first, "That is the first convolution; pooling and the second one add to it.")
        .mistake(
            1,
            "The last layer is 1×1, but what it sees of the image is what the layers before saw.")
        .mistake(answer * answer, "Those are the pixels; the question asks for rows.")
        .hint("How many rows more does a kernel of k see? And one of 1?")
        .hint("A kernel adds (k − 1)·j rows, where j is the step: 1, and 2 after the pooling.");
  }

  private static long field(int first, int ones, int second, int stride) {
    Op[] layers = new Op[3 + 2 * ones];
    Arrays.fill(layers, conv(8, 1));
    layers[0] = conv(8, first);
    layers[ones + 1] = maxPool(3).stride(stride);
    layers[ones + 2] = conv(8, second);
    ReceptiveFields fields = ReceptiveFields.of(sequence(layers), IMAGE);
    return fields.rows().get(layers.length - 1).vertical().size();
  }
}
