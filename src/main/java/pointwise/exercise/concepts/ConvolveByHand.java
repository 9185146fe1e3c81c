package pointwise.exercise.concepts;

import static pointwise.op.Operations.*;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** One filter over a small image of two channels. */
final class ConvolveByHand {
  private static final Conv2d CONV = conv(1, 2).noBias();

  private ConvolveByHand() {}

  static Question draw(Random random) {
    Tensor image = Tensors.integers(random, Shape.of(3, 3, 2), 0, 5);
    Tensor filter = Tensors.integers(random, Shape.of(2, 2, 2), -2, 3);
    return Question.asking(
            "A filter of 2×2 slides over an image of 3×3 with 2 channels, without padding, bias or"
                + " activation, as frameworks do it. What comes out? Answer with two rows:"
                + " check(\"[[…, …], […, …]]\").")
        .given("image", image)
        .given("filter", filter)
        .answer(
            convolve(image, filter),
            "At each place eight products, four from each channel, are added; the first is %.0f"
                + " times %.0f.",
            image.get(0, 0, 0),
            filter.get(0, 0, 0))
        .mistake(
            convolve(image, Tensors.turned(filter)),
            "You rotated the filter by 180°, as mathematicians do; frameworks leave it as it is.")
        .mistake(
            convolve(image, filter.transpose(1, 0, 2)), "You took the filter's rows for columns.")
        .mistake(
            convolve(image, onlyChannel(filter, 0)),
            "That is channel 0 alone; the filter has weights for both and adds them up.")
        .mistake(
            convolve(image, onlyChannel(filter, 1)),
            "That is channel 1 alone; the filter has weights for both and adds them up.")
        .mistake(
            Tensors.run(CONV.same(), image, filter.reshape(2, 2, 2, 1)).reshape(3, 3),
            "That is with SAME padding; without it there are two places in each direction.")
        .hint("At how many places does the filter fit? The first one is at the upper left.")
        .hint(
            "Lay the filter on the image: four products in each channel, and one sum of all eight.");
  }

  private static Tensor convolve(Tensor image, Tensor filter) {
    return Tensors.run(CONV, image, filter.reshape(2, 2, 2, 1)).reshape(2, 2);
  }

  /** The filter with the weights of the other channel 0. */
  private static Tensor onlyChannel(Tensor filter, int channel) {
    float[] kept = filter.toArray();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = i % 2 == channel ? kept[i] : 0;
    }
    return Tensor.of(filter.shape(), kept);
  }
}
