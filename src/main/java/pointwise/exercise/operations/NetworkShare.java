package pointwise.exercise.operations;

import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.dense;
import static pointwise.op.Operations.flatten;
import static pointwise.op.Operations.maxPool;
import static pointwise.op.Operations.sequence;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.diagram.Diagrams;

/** Where a small network has its multiplications and its parameters. */
final class NetworkShare {
  private NetworkShare() {}

  static Question draw(Random random) {
    boolean parameters = random.nextBoolean();
    int size = 16 + 4 * random.nextInt(9);
    int first = 8 * (1 + random.nextInt(4));
    int second = 2 * first;
    int hidden = 40 * (1 + random.nextInt(6));
    Shape input = Shape.of(size, size, 3);
    Op convolutions =
        sequence(conv(first, 5).same(), maxPool(2), conv(second, 5).same(), maxPool(2));
    Op network = sequence(convolutions, flatten(), dense(hidden), dense(10));
    double both = share(network, convolutions, input, parameters);
    double other = share(network, convolutions, input, !parameters);
    return Question.asking(
            parameters
                ? "A network on %s images: %d filters of 5×5 (SAME), pooling 2×2, %d of 5×5 (SAME),"
                    + " pooling 2×2, then dense layers of %d and 10 outputs; all with biases. What"
                    + " percentage of its parameters is in the convolutions? One decimal."
                : "A network on %s images: %d filters of 5×5 (SAME), pooling 2×2, %d of 5×5 (SAME),"
                    + " pooling 2×2, then dense layers of %d and 10 outputs; all with biases. What"
                    + " percentage of its multiplications is in the convolutions? One decimal.",
            input,
            first,
            second,
            hidden)
        .picture(Diagrams.boxes(network, input))
        .answerPercent(both, 0.1, "Count the convolutions, and the whole network.")
        .mistake(100 - both, "That is the share of the dense layers.")
        .mistake(
            other,
            parameters
                ? "That is their share of the multiplications."
                : "That is their share of the parameters.")
        .mistake(100 - other, "That is the dense layers' share, and of the other quantity.")
        .mistake(
            share(network, conv(first, 5).same(), input, parameters),
            "That is the first convolution alone.")
        .hint("What shape reaches the first dense layer?")
        .hint(
            "Each pooling halves the rows and the columns; a weight counts once, a"
                + " multiplication at every position.");
  }

  private static double share(Op network, Op part, Shape input, boolean parameters) {
    CostReport whole = CostReport.of(network, input);
    CostReport some = CostReport.of(part, input);
    return parameters
        ? 100.0 * some.parameters() / whole.parameters()
        : 100.0 * some.multiplications() / whole.multiplications();
  }
}
