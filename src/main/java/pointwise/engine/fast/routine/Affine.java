package pointwise.engine.fast.routine;

import pointwise.engine.fast.kernel.RowKernels;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;

/** Each channel times a factor of its own, plus a shift: a batch normalisation that has learned. */
public final class Affine extends PixelRoutine {
  private static final int TASK_FLOATS = 1 << 13;

  final float[] factors;
  final float[] shifts;
  private final boolean relu;

  public Affine(Shape shape, float[] factors, float[] shifts) {
    this(shape, factors, shifts, false);
  }

  private Affine(Shape shape, float[] factors, float[] shifts, boolean relu) {
    super(shape, TASK_FLOATS);
    this.factors = factors;
    this.shifts = shifts;
    this.relu = relu;
  }

  @Override
  public Routine withRelu() {
    return new Affine(output(), factors, shifts, true);
  }

  /** What ends in a product with weights takes the factors into them, and costs nothing more. */
  @Override
  public Routine after(Routine previous) {
    Routine both = previous.withAffine(this);
    return both != null && relu ? both.withRelu() : both;
  }

  /** Weights, output channels innermost, times the factors. */
  float[] scale(float[] weights) {
    float[] scaled = weights.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factors[i % channels];
    }
    return scaled;
  }

  /** Biases times the factors, plus the shifts; the shifts alone for none. */
  float[] move(float[] biases) {
    float[] moved = biases == null ? new float[channels] : biases.clone();
    apply(moved);
    return moved;
  }

  @Override
  public String explanation() {
    return "a factor and a shift a channel, bound by memory";
  }

  @Override
  void run(int first, int count, TensorView[] inputs, TensorView y) {
    TensorView x = inputs[0];
    for (int pixel = first; pixel < first + count; pixel++) {
      // Copied to index 0: C2 vectorises only what is indexed alike.
      float[] values =
          Scratch.own().copy(Scratch.Floats.AFFINE, x.data, x.offset + pixel * x.stride, channels);
      apply(values);
      System.arraycopy(values, 0, y.data, y.offset + pixel * y.stride, channels);
    }
  }

  private void apply(float[] values) {
    for (int c = 0; c < channels; c++) {
      values[c] = values[c] * factors[c] + shifts[c];
    }
    if (relu) {
      RowKernels.relu(values, 0, channels);
    }
  }
}
