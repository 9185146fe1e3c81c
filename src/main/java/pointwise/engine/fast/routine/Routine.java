package pointwise.engine.fast.routine;

import pointwise.tensor.Shape;

/**
 * One operation made ready: shapes checked, weights packed, work divided into tasks.
 *
 * <p>Immutable, and used by several threads at once. A task writes a part of the output that no
 * other task touches, and computes it in the same order on every thread.
 */
public abstract class Routine {
  /** The shape of the result. */
  public abstract Shape output();

  /** Into how many independent parts the work falls. */
  public abstract int tasks();

  /** Computes one part of the output. */
  public abstract void run(int task, TensorView[] inputs, TensorView output);

  /** The same routine that also does what follows, as it stores; or null if it cannot. */
  public Routine with(PostOp next) {
    return null;
  }

  /** One routine that does what another and then this one do, or null if there is none. */
  public Routine after(Routine previous) {
    return null;
  }

  /**
   * The multiplications per second to expect, as a share of the machine's peak and counted as
   * papers count; NaN if not multiplying but memory is what takes the time.
   */
  public double expectedShareOfPeak() {
    return Double.NaN;
  }

  /** One sentence on how it computes and why that way. */
  public abstract String explanation();
}
