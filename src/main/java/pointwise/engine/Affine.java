package pointwise.engine;

import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Each channel times a factor of its own, plus a shift: a batch normalisation that has learned. */
final class Affine extends Routine {
  private static final int TASK_FLOATS = 1 << 13;
  private static final int VALUES = 3;

  private final Shape shape;
  private final float[] factors;
  private final float[] shifts;
  private final boolean relu;
  private final int part;
  private final int pixels;

  Affine(Shape shape, float[] factors, float[] shifts) {
    this(shape, factors, shifts, false);
  }

  private Affine(Shape shape, float[] factors, float[] shifts, boolean relu) {
    this.shape = shape;
    this.factors = factors;
    this.shifts = shifts;
    this.relu = relu;
    this.part = Math.max(1, TASK_FLOATS / shape.channels());
    this.pixels = Tensor.arrayLength(shape) / shape.channels();
  }

  @Override
  public Routine withRelu() {
    return new Affine(shape, factors, shifts, true);
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
    return "a factor and a shift a channel, bound by memory";
  }

  @Override
  public void run(int task, Place[] inputs, Place y) {
    Place x = inputs[0];
    int channels = shape.channels();
    int end = Math.min(pixels, (task + 1) * part);
    for (int pixel = task * part; pixel < end; pixel++) {
      // Copied to index 0: C2 vectorises only what is indexed alike.
      float[] values = Scratch.own().copy(VALUES, x.data, x.offset + pixel * x.stride, channels);
      apply(values, channels);
      System.arraycopy(values, 0, y.data, y.offset + pixel * y.stride, channels);
    }
  }

  private void apply(float[] values, int channels) {
    for (int c = 0; c < channels; c++) {
      values[c] = values[c] * factors[c] + shifts[c];
    }
    if (relu) {
      Rows.relu(values, 0, channels);
    }
  }
}
