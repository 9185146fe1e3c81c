package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** The parameters of a VGG stage. */
final class StageParameters {
  private StageParameters() {}

  static Question draw(Random random) {
    int layers = 2 + random.nextInt(3);
    int depth = 16 * (2 + random.nextInt(15));
    int filters = depth * 2;
    int size = 14 * (1 << random.nextInt(3));
    Shape input = Shape.of(size, size, depth);
    List<Op> stage = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      stage.add(conv(filters, 3).same());
      stage.add(relu());
    }
    stage.add(maxPool(2));
    CostReport report = CostReport.of(new Sequence(stage), input);
    long answer = report.parameters();
    long first = report.rows().get(0).parameters();
    long later = report.rows().get(2).parameters();
    return Question.asking(
            "A stage of VGG has %d convolutions of 3×3 with %d filters each, their ReLUs and a"
                + " pooling of 2×2, and runs over a %s volume. How many parameters does it have?",
            layers, filters, input)
        .answer(answer, "%,d in the first convolution, %,d in each of the others.", first, later)
        .mistake(
            first * layers,
            "Only the first one sees %d channels; those after it see %d.",
            depth,
            filters)
        .mistake(later * layers, "The first one sees %d channels, not yet %d.", depth, filters)
        .mistake(first + later, "That is two convolutions; there are %d.", layers)
        .mistake(report.weights(), "Those are the weights; each of the filters has a bias as well.")
        .mistake(
            answer + 4L * filters, "A pooling has no parameters: it takes the largest, unweighted.")
        .mistake(report.multiplications(), "Those are the multiplications; a weight counts once.")
        .hint("How many channels does each of the %d convolutions see?", layers)
        .hint("The first has 3·3·%d·%d weights and %d biases.", depth, filters, filters);
  }
}
