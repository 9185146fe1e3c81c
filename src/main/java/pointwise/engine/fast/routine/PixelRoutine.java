package pointwise.engine.fast.routine;

import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * A routine whose output has the shape of its inputs and whose tasks are runs of pixels; a pixel is
 * the innermost axis.
 */
abstract class PixelRoutine extends Routine {
  final int channels;
  private final Shape shape;
  private final int pixels;
  private final int part;

  /** Cuts the pixels into tasks of about so many floats. */
  PixelRoutine(Shape shape, int taskFloats) {
    this.shape = Require.given(shape, "the shape of the input");
    this.channels = shape.channels();
    this.pixels = Tensor.arrayLength(shape) / channels;
    this.part = Math.max(1, taskFloats / channels);
  }

  @Override
  public final Shape output() {
    return shape;
  }

  @Override
  public final int tasks() {
    return Axis.ceilDiv(pixels, part);
  }

  @Override
  public final void run(int task, TensorView[] inputs, TensorView y) {
    int first = task * part;
    run(first, Math.min(part, pixels - first), inputs, y);
  }

  /** Computes {@code count} pixels from the given one on. */
  abstract void run(int first, int count, TensorView[] inputs, TensorView y);
}
