package pointwise.exercise;

import java.util.Random;
import pointwise.engine.NaiveEngine;
import pointwise.model.Model;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Small tensors for exercises: drawn, turned, sent through an operation. */
public final class Tensors {
  private Tensors() {}

  /** A tensor of whole numbers between two bounds, both included. */
  public static Tensor integers(Random random, Shape shape, int least, int most) {
    float[] values = Tensor.allocate(shape);
    for (int i = 0; i < values.length; i++) {
      values[i] = least + random.nextInt(most - least + 1);
    }
    return Tensor.wrap(shape, values);
  }

  /** What an operation gives with these weights, by the definition's loops. */
  public static Tensor run(Op op, Tensor x, Tensor... weights) {
    return Model.of(op, x.shape(), 1).withWeights(weights).forward(x, new NaiveEngine());
  }

  /** The first two axes read backwards: a kernel flipped by 180°. */
  public static Tensor turned(Tensor kernel) {
    Shape shape = kernel.shape();
    int taps = shape.dim(0) * shape.dim(1);
    Tensor flat = kernel.reshape(taps, (int) (shape.size() / taps));
    float[] turned = new float[(int) shape.size()];
    for (int i = 0; i < turned.length; i++) {
      int depth = flat.shape().dim(1);
      turned[i] = flat.get(taps - 1 - i / depth, i % depth);
    }
    return Tensor.of(shape, turned);
  }
}
