package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** What global average pooling in front of the classifier saves. */
final class PoolingInsteadOfDense {
  private PoolingInsteadOfDense() {}

  static Question draw(Random random) {
    int size = 4 + random.nextInt(6);
    int channels = 64 * (4 + random.nextInt(13));
    int classes = 100 * (1 + random.nextInt(10));
    Shape input = Shape.of(size, size, channels);
    CostReport flat = CostReport.of(sequence(flatten(), dense(classes)), input);
    CostReport pooled = CostReport.of(sequence(globalAvgPool(), dense(classes)), input);
    long answer = flat.parameters() - pooled.parameters();
    return Question.asking(
            "%s features go to a dense layer with %d classes: flattened, or averaged by global"
                + " average pooling first. How many parameters does the pooling save?",
            input, classes)
        .answer(
            answer,
            "%,d after flatten, %,d after the pooling.",
            flat.parameters(),
            pooled.parameters())
        .mistake(flat.parameters(), "That is the dense layer on all features; some of it remains.")
        .mistake(flat.weights(), "Those are the weights after flatten; some of them remain.")
        .mistake(pooled.parameters(), "That is what remains, not what is saved.")
        .mistake(pooled.weights(), "Those are the weights that remain, not those saved.")
        .mistake(answer + classes, "The dense layer has its %d biases in both designs.", classes)
        .mistake(
            (size - 1L) * channels * classes,
            "The pooling takes %d·%d positions together, both rows and columns.",
            size,
            size)
        .hint("How many features reach the dense layer in each of the designs?")
        .hint("%d·%d·%d without, %d with the pooling.", size, size, channels, channels);
  }
}
