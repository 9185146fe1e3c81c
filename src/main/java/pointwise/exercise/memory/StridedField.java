package pointwise.exercise.memory;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.ReceptiveFields;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** What a unit sees after a convolution and a pooling with strides. */
final class StridedField {
  private static final Shape IMAGE = Shape.of(227, 227, 3);

  private StridedField() {}

  static Question draw(Random random) {
    int first = 5 + random.nextInt(8);
    int stride = 2 + random.nextInt(3);
    int pool = 2 + random.nextInt(3);
    int last = 3 + 2 * random.nextInt(3);
    long answer = field(conv(8, first).stride(stride), maxPool(pool).stride(2), conv(8, last));
    long ownStride =
        1 + (first - 1L) * stride + (pool - 1L) * stride * 2 + (last - 1L) * stride * 2;
    return Question.asking(
            "A convolution of %d×%d with stride %d, a max pooling of %d×%d with stride 2 and a"
                + " convolution of %d×%d with stride 1 follow one another. How many rows of the"
                + " image does one output of the last one see?",
            first, first, stride, pool, pool, last, last)
        .answer(
            answer,
            "1 + %d·1 + %d·%d + %d·%d: each kernel adds k − 1 steps of the layers before it.",
            first - 1,
            pool - 1,
            stride,
            last - 1,
            2 * stride)
        .mistake(
            field(conv(8, first), maxPool(pool).stride(1), conv(8, last)),
            "That is without strides: after a stride of %d, neighbours are %d pixels apart.",
            stride,
            stride)
        .mistake(
            field(conv(8, first).stride(stride), conv(8, last)),
            "The pooling has a window and a stride as well, though no weights.")
        .mistake(
            field(conv(8, first).stride(stride), maxPool(pool).stride(1), conv(8, last)),
            "The pooling's stride of 2 spreads what the last layer sees.")
        .mistake(
            ownStride,
            "A layer's own stride does not widen what it sees itself, only what follows it.")
        .mistake(
            2L * stride, "That is the step from one output to the next, not what one of them sees.")
        .hint("Keep two numbers from layer to layer: the field r and the step j. Both begin at 1.")
        .hint("A kernel of k with stride s: r becomes r + (k − 1)·j, then j becomes j·s.");
  }

  /** What the last of the layers sees. */
  private static long field(Op... layers) {
    ReceptiveFields fields = ReceptiveFields.of(sequence(layers), IMAGE);
    return fields.rows().get(layers.length - 1).vertical().size();
  }
}
