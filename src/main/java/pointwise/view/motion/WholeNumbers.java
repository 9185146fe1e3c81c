package pointwise.view.motion;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import pointwise.model.Model;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Numbers that can be multiplied in the head; the same ones each time. */
final class WholeNumbers {
  private static final int SEED = 1;

  private WholeNumbers() {}

  /** An image of digits from 0 to 9. */
  static Tensor image(Shape shape) {
    return numbers(shape, new Random(SEED), 0, 9);
  }

  /** A model whose weights are from −2 to 2. */
  static Model model(Op op, Shape input) {
    Model model = Model.of(op, input, SEED);
    Random random = new Random(SEED);
    Map<String, Tensor> weights = new TreeMap<>();
    model.weights().forEach((name, old) -> weights.put(name, numbers(old.shape(), random, -2, 2)));
    return model.withWeights(weights);
  }

  private static Tensor numbers(Shape shape, Random random, int from, int to) {
    float[] numbers = new float[Tensor.arrayLength(shape)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = from + random.nextInt(to - from + 1);
    }
    return Tensor.of(shape, numbers);
  }
}
