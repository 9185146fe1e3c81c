package pointwise.exercise.concepts;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** What a 1×1 convolution and its ReLU make of one pixel. */
final class OneByOneProduct {
  private static final int CHANNELS = 3;

  private OneByOneProduct() {}

  static Question draw(Random random) {
    Tensor pixel = Tensors.integers(random, Shape.of(1, CHANNELS), 0, 9);
    Tensor weights = Tensors.integers(random, Shape.of(CHANNELS, CHANNELS), -3, 3);
    Op linear = conv(CHANNELS, 1).noBias();
    Op rectified = sequence(linear, relu());
    return Question.asking(
            "A 1×1 convolution with %d filters and a ReLU, without a bias, run over an image. One"
                + " pixel has %d channels. What becomes of it? Answer with the %d numbers in a row:"
                + " check(\"[…, …, …]\").",
            CHANNELS, CHANNELS, CHANNELS)
        .given("pixel", pixel)
        .given("weights: a row for each channel, a column for each filter", weights)
        .answer(
            run(rectified, pixel, weights),
            "The row of the pixel times the matrix is %s; the ReLU lets nothing below 0 pass.",
            run(linear, pixel, weights).toLiteral())
        .mistake(
            run(linear, pixel, weights),
            "That is before the ReLU, which lets no number below 0 pass.")
        .mistake(
            run(rectified, pixel, weights.transpose(1, 0)),
            "You took the rows for filters: a filter is a column, with one weight per channel.")
        .mistake(
            run(rectified, pixel, diagonal(weights)),
            "That leaves each channel to itself, as a depthwise convolution does; sum over all.")
        .mistake(
            run(rectified, pixel, Tensor.full(weights.shape(), 1)),
            "That is the sum of the channels, without weights.")
        .hint("A filter has one weight per channel: multiply channel by channel and add up.")
        .hint("The first number is the pixel's row times the first column of the weights.");
  }

  private static Tensor run(Op op, Tensor pixel, Tensor weights) {
    return Tensors.run(op, pixel.reshape(1, 1, CHANNELS), weights.reshape(1, 1, CHANNELS, CHANNELS))
        .reshape(CHANNELS);
  }

  private static Tensor diagonal(Tensor weights) {
    float[] kept = new float[CHANNELS * CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      kept[i * CHANNELS + i] = weights.get(i, i);
    }
    return Tensor.of(weights.shape(), kept);
  }
}
