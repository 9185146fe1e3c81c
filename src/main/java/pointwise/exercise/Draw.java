package pointwise.exercise;

import java.util.Random;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** What exercises draw from their seed. */
final class Draw {
  private Draw() {}

  /** A tensor of whole numbers between two bounds, both included. */
  static Tensor integers(Random random, Shape shape, int least, int most) {
    float[] values = new float[Tensor.arrayLength(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = least + random.nextInt(most - least + 1);
    }
    return Tensor.wrap(shape, values);
  }
}
