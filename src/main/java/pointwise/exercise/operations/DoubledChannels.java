package pointwise.exercise.operations;

import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** What wider layers on a smaller image cost. */
final class DoubledChannels {
  private DoubledChannels() {}

  static Question draw(Random random) {
    int wider = 2 + random.nextInt(3);
    int more = 2 + random.nextInt(4);
    int shrink = 2 + random.nextInt(3);
    int depth = 16 * (2 + random.nextInt(7));
    int size = 12 * (2 + random.nextInt(4));
    Conv2d conv = conv(depth, 3).same();
    Shape input = Shape.of(size, size, depth);
    Shape later = Shape.of(size / shrink, size / shrink, depth * wider);
    double before = CostReport.of(conv, input).multiplications();
    double after = CostReport.of(conv(depth * more, 3).same(), later).multiplications();
    return Question.asking(
            "A 3×3 convolution with %d filters and SAME padding runs over a %s volume. A later one"
                + " sees %d times as many channels, has %d times as many filters, and runs over 1/%d"
                + " of the rows and of the columns. How many times as many multiplications does it"
                + " take? Two decimals.",
            depth, input, wider, more, shrink)
        .answer(
            after / before,
            0.01,
            "%d for the channels, times %d for the filters, over %d².",
            wider,
            more,
            shrink)
        .mistake(
            (double) wider * more / shrink, "The image shrinks in both directions: divide twice.")
        .mistake((double) wider * more, "That forgets that the image is smaller.")
        .mistake((double) wider / shrink / shrink, "That forgets the filters; they count as well.")
        .mistake((double) more / shrink / shrink, "That forgets the channels that come in.")
        .mistake(
            (double) (wider + more) / shrink / shrink,
            "Channels in and out multiply each other; they do not add up.")
        .mistake(before / after, "That is the inverse: the earlier one over the later.")
        .hint("Write the multiplications as a product. Which of its factors change?")
        .hint("Rows · columns · filters · channels · 9: four of the five change.");
  }
}
