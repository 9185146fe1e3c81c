package pointwise.exercise.concepts;

import static pointwise.op.Operations.maxPool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import pointwise.exercise.Question;
import pointwise.exercise.Tensors;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Where the gradient of a max pooling goes. */
final class PoolGradient {
  private PoolGradient() {}

  private static final int SIZE = 4;

  static Question draw(Random random) {
    float[] pixels = new float[SIZE * SIZE];
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, 20).boxed().toList());
    Collections.shuffle(numbers, random); // no two alike, so that every largest is the only one
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = numbers.get(i);
    }
    Tensor image = Tensor.of(Shape.of(SIZE, SIZE), pixels);
    Tensor gradient = Tensors.integers(random, Shape.of(2, 2), 1, 9);
    return Question.asking(
            "A max pooling of 2×2 runs over an image of 4×4. The next layer sends back the gradient of its"
                + " four outputs. Which gradient does the image get? Answer with four rows:"
                + " check(\"[[…], […], […], […]]\").")
        .given("image", image)
        .given("gradient of the outputs", gradient)
        .answer(
            routed(image, gradient, true),
            "Each goes to the largest pixel of its window; the others did not matter.")
        .mistake(
            spread(gradient, 1), "Only the largest pixel of a window had a say: the others get 0.")
        .mistake(
            spread(gradient, 0.25f),
            "That is average pooling, which shares the gradient out evenly.")
        .mistake(
            routed(image, Tensor.full(gradient.shape(), 1), true),
            "That is where it goes; how much of it is what the next layer sends back.")
        .mistake(
            routed(image, gradient, false), "You sent it to the smallest pixel of each window.")
        .hint("If a pixel that is not the largest grows a little, what changes after the pooling?")
        .hint("Mark the largest pixel of each 2×2 window; it gets that window's gradient.");
  }

  /** The derivative as its definition has it: what changes if a pixel grows a little. */
  private static Tensor routed(Tensor image, Tensor gradient, boolean largest) {
    float sign = largest ? 1 : -1;
    float[] signed = image.toArray();
    for (int i = 0; i < signed.length; i++) {
      signed[i] *= sign;
    }
    Tensor before = pool(signed);
    float[] result = new float[signed.length];
    for (int i = 0; i < signed.length; i++) {
      float[] grown = signed.clone();
      grown[i] += 0.25f;
      Tensor after = pool(grown);
      for (int j = 0; j < 4; j++) {
        float change = (after.get(j / 2, j % 2) - before.get(j / 2, j % 2)) / 0.25f;
        result[i] += change * gradient.get(j / 2, j % 2);
      }
    }
    return Tensor.of(image.shape(), result);
  }

  private static Tensor pool(float[] pixels) {
    return Tensors.run(maxPool(2), Tensor.of(Shape.of(SIZE, SIZE, 1), pixels)).reshape(2, 2);
  }

  private static Tensor spread(Tensor gradient, float share) {
    float[] spread = new float[SIZE * SIZE];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = share * gradient.get(i / SIZE / 2, i % SIZE / 2);
    }
    return Tensor.of(Shape.of(SIZE, SIZE), spread);
  }
}
