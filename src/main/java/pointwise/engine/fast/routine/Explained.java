package pointwise.engine.fast.routine;

import pointwise.tensor.Shape;

/** A routine that computes another operation than its own, and says so first. */
final class Explained extends Routine {
  private final String what;
  private final Routine routine;

  Explained(String what, Routine routine) {
    this.what = what;
    this.routine = routine;
  }

  @Override
  public Shape output() {
    return routine.output();
  }

  @Override
  public int tasks() {
    return routine.tasks();
  }

  @Override
  public void run(int task, TensorView[] inputs, TensorView output) {
    routine.run(task, inputs, output);
  }

  @Override
  public Routine with(PostOp next) {
    Routine both = routine.with(next);
    return both == null ? null : new Explained(what, both);
  }

  @Override
  public double expectedShareOfPeak() {
    return routine.expectedShareOfPeak();
  }

  @Override
  public String explanation() {
    return what + "; " + routine.explanation();
  }
}
