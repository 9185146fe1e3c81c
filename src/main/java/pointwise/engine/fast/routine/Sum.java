package pointwise.engine.fast.routine;

import pointwise.engine.fast.kernel.RowKernels;
import pointwise.tensor.Shape;

/**
 * Inputs added element by element, and what follows; of a single input, a copy or what follows
 * alone.
 */
public final class Sum extends PixelRoutine {
  private static final int TASK_FLOATS = 1 << 14;

  private final RowKernels adder;
  private final PostOp then;

  public Sum(RowKernels adder, Shape shape) {
    this(adder, shape, PostOp.NONE);
  }

  private Sum(RowKernels adder, Shape shape, PostOp then) {
    super(shape, TASK_FLOATS);
    this.adder = adder;
    this.then = then;
  }

  @Override
  public Routine with(PostOp next) {
    PostOp both = then.then(next);
    return both == null ? null : new Sum(adder, output(), both);
  }

  @Override
  public Routine after(Routine previous) {
    return previous.with(then);
  }

  @Override
  public String explanation() {
    return "element by element, bound by memory";
  }

  @Override
  void run(int first, int count, TensorView[] inputs, TensorView y) {
    // What lies side by side is one long row.
    boolean dense = y.stride == channels;
    for (TensorView x : inputs) {
      dense &= x.stride == channels;
    }
    int rows = dense ? 1 : count;
    int length = dense ? count * channels : channels;
    for (int r = 0; r < rows; r++) {
      int to = y.offset + (first + r) * y.stride;
      TensorView x = inputs[0];
      System.arraycopy(x.data, x.offset + (first + r) * x.stride, y.data, to, length);
      for (int i = 1; i < inputs.length; i++) {
        x = inputs[i];
        adder.add(x.data, x.offset + (first + r) * x.stride, y.data, to, length);
      }
      then.apply(y.data, to, length);
    }
  }
}
