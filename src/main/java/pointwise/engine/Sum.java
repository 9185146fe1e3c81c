package pointwise.engine;

import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Inputs added element by element; of a single one, a copy. With ReLU, the activation alone. */
final class Sum extends Routine {
  private static final int TASK_FLOATS = 1 << 14;

  private final Rows adder;
  private final Shape shape;
  private final boolean relu;
  private final int pixels;
  private final int part;

  Sum(Rows adder, Shape shape) {
    this(adder, shape, false);
  }

  private Sum(Rows adder, Shape shape, boolean relu) {
    this.adder = adder;
    this.shape = shape;
    this.relu = relu;
    this.pixels = Tensor.arrayLength(shape) / shape.channels();
    this.part = Math.max(1, TASK_FLOATS / shape.channels());
  }

  @Override
  public Routine withRelu() {
    return new Sum(adder, shape, true);
  }

  @Override
  public Shape output() {
    return shape;
  }

  @Override
  public int tasks() {
    return Axis.ceilDiv(pixels, part);
  }

  @Override
  public String explanation() {
    return "element by element, bound by memory";
  }

  @Override
  public void run(int task, Place[] inputs, Place y) {
    int first = task * part;
    int count = Math.min(part, pixels - first);
    int channels = shape.channels();
    // What lies side by side is one long row.
    boolean dense = y.stride == channels;
    for (Place x : inputs) {
      dense &= x.stride == channels;
    }
    int rows = dense ? 1 : count;
    int length = dense ? count * channels : channels;
    for (int r = 0; r < rows; r++) {
      int to = y.offset + (first + r) * y.stride;
      Place x = inputs[0];
      System.arraycopy(x.data, x.offset + (first + r) * x.stride, y.data, to, length);
      for (int i = 1; i < inputs.length; i++) {
        x = inputs[i];
        adder.add(x.data, x.offset + (first + r) * x.stride, y.data, to, length);
      }
      if (relu) {
        Rows.relu(y.data, to, length);
      }
    }
  }
}
