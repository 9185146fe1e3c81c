package pointwise.engine.fast.routine;

import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Where a tensor lies: pixel {@code p}, channel {@code c} at {@code data[offset + p · stride + c]}.
 *
 * <p>A stride wider than the tensor's channels is how the branches of a module write side by side
 * into one result, without a copy.
 */
public final class TensorView {
  final int offset;
  final int stride;
  float[] data;

  /** A place in the given array. */
  public TensorView(float[] data, int offset, int stride) {
    this.data = data;
    this.offset = offset;
    this.stride = stride;
  }

  /** Moves it to another array, for the input and the result, which are new in every run. */
  public void move(float[] data) {
    this.data = data;
  }

  /** A copy of the tensor that lies here. */
  Tensor read(Shape shape) {
    float[] values = Tensor.allocate(shape);
    int channels = shape.channels();
    for (int from = offset, to = 0; to < values.length; from += stride, to += channels) {
      System.arraycopy(data, from, values, to, channels);
    }
    return Tensor.wrap(shape, values);
  }

  /** Copies a tensor to here. */
  void write(Tensor tensor) {
    int channels = tensor.shape().channels();
    float[] values = tensor.data();
    for (int from = 0, to = offset; from < values.length; from += channels, to += stride) {
      System.arraycopy(values, from, data, to, channels);
    }
  }
}
