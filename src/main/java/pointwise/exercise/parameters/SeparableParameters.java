package pointwise.exercise.parameters;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.op.DepthwiseConv2d;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** The parameters of a depthwise separable convolution. */
final class SeparableParameters {
  private SeparableParameters() {}

  static Question draw(Random random) {
    int size = 14 * (1 + random.nextInt(4));
    int depth = 16 * (2 + random.nextInt(15));
    int multiplier = 1 + random.nextInt(3);
    int filters = 32 * (2 + random.nextInt(15));
    int kernel = 3 + 2 * random.nextInt(2);
    Shape input = Shape.of(size, size, depth);
    DepthwiseConv2d depthwise = depthwiseConv(kernel).multiplier(multiplier).same();
    CostReport spatial = CostReport.of(depthwise, input);
    CostReport report = report(sequence(depthwise, conv(filters, 1)), input);
    Conv2d full = conv(filters, kernel).same();
    int planes = depth * multiplier;
    return Question.asking(
            "On a %s volume, a depthwise %d×%d convolution with multiplier %d is followed by %d"
                + " filters of 1×1. Both have biases. How many parameters do they have together?",
            input, kernel, kernel, multiplier, filters)
        .answer(
            report.parameters(),
            "Depthwise %d·%d·%d + %d, pointwise %d·%d + %d.",
            kernel,
            kernel,
            planes,
            planes,
            planes,
            filters,
            filters)
        .mistake(report.weights(), "Those are the weights; both layers have biases as well.")
        .mistake(
            report.weights() + filters,
            "The depthwise layer has biases as well, one for each of its outputs.")
        .mistake(spatial.parameters(), "That is the depthwise layer; the 1×1 follows.")
        .mistake(
            report.parameters() - spatial.parameters(),
            "That is the 1×1; the depthwise layer comes before it.")
        .mistake(
            CostReport.of(full, input).parameters(),
            "That is an ordinary convolution: a depthwise filter sees one channel, not all %d.",
            depth)
        .mistake(
            report(sequence(conv(planes, kernel).same(), conv(filters, 1)), input).parameters(),
            "Your %d×%d filters reach through all channels; a depthwise one has %d·%d weights.",
            kernel,
            kernel,
            kernel,
            kernel)
        .mistake(
            spatial.parameters() + CostReport.of(conv(filters, 1), input).parameters(),
            "The 1×1 sees %d·%d channels: the multiplier has made more of them.",
            depth,
            multiplier)
        .mistake(
            report(sequence(depthwise.multiplier(1), conv(filters, 1)), input).parameters(),
            "The multiplier gives every channel %d filters, and the 1×1 as many inputs more.",
            multiplier)
        .mistake(report.multiplications(), "Those are the multiplications; a weight counts once.")
        .hint("A depthwise filter sees one channel. How many such filters are there?")
        .hint("The 1×1 sees %d·%d = %d channels.", depth, multiplier, planes);
  }

  private static CostReport report(Op op, Shape input) {
    return CostReport.of(op, input);
  }
}
