package pointwise.exercise.operations;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** What the reduction in a module's 5×5 branch saves. */
final class ModuleSaving {
  private ModuleSaving() {}

  static Question draw(Random random) {
    int size = 7 * (1 << random.nextInt(3));
    int depth = 32 * (6 + random.nextInt(20));
    int width = 16 * (1 + random.nextInt(3));
    int filters = width * (2 + random.nextInt(3));
    Shape input = Shape.of(size, size, depth);
    Conv2d five = conv(filters, 5).same();
    Conv2d reduction = conv(width, 1);
    Op reduced = sequence(reduction, five);
    long without = CostReport.of(five, input).multiplications();
    long with = CostReport.of(reduced, input).multiplications();
    long ones = CostReport.of(reduction, input).multiplications();
    long answer = without - with;
    return Question.asking(
            "The 5×5 branch of a module on a %s volume has %d filters after a 1×1 reduction to %d."
                + " How many multiplications does the reduction save?",
            input, filters, width)
        .answer(answer, "%,d without it, %,d with it.", without, with)
        .mistake(
            with,
            "That is what the branch costs with the reduction; the question is what it saves.")
        .mistake(without, "That is what the branch would cost without the reduction.")
        .mistake(without - (with - ones), "The 1×1 itself costs something: it must be taken off.")
        .mistake(ones, "That is what the 1×1 costs, not what it saves.")
        .multiplications()
        .hint(
            "Count the branch twice: the 5×5 on %d channels, and the 1×1 with the 5×5 after it.",
            depth)
        .hint("Without the reduction it costs %,d.", without);
  }
}
