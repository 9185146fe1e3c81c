package pointwise.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.TensorView;
import pointwise.tensor.Heap;

/** The memory of one run of a {@link Plan}, kept for the next: a run allocates but its result. */
final class PlannedRun {
  private static final float[] NONE = {};

  private final FastEngine engine;
  private final Plan plan;
  private final float[] arena;
  private final List<TensorView> inputs = new ArrayList<>();
  private final List<TensorView> outputs = new ArrayList<>();
  private final int[] tasks;
  private final IntConsumer[] work;

  PlannedRun(Plan plan) {
    this.engine = plan.engine();
    this.plan = plan;
    this.arena = Heap.floats(plan.arena().length(), () -> "what the layers compute");
    this.tasks = new int[plan.steps().size()];
    this.work = new IntConsumer[tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      tasks[i] = plan.steps().get(i).routine().tasks();
      work[i] = bind(plan.steps().get(i));
    }
  }

  void run(float[] x, float[] y) {
    move(inputs, x);
    move(outputs, y);
    try {
      for (int i = 0; i < work.length; i++) {
        engine.run(tasks[i], work[i]);
      }
    } finally {
      // What belongs to the caller is not kept from the garbage collector.
      move(inputs, NONE);
      move(outputs, NONE);
    }
  }

  private static void move(List<TensorView> places, float[] data) {
    for (TensorView place : places) {
      place.move(data);
    }
  }

  private IntConsumer bind(Plan.PlannedStep step) {
    TensorView[] from = new TensorView[step.inputs().size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = place(step.inputs().get(i));
    }
    TensorView to = place(step.output());
    return task -> step.routine().run(task, from, to);
  }

  private TensorView place(BufferSlice slice) {
    if (plan.arena().holds(slice.root())) {
      return new TensorView(
          arena, plan.arena().offset(slice.root()) + slice.offset(), slice.stride());
    }
    TensorView place = new TensorView(NONE, slice.offset(), slice.stride());
    (slice.root() == 0 ? inputs : outputs).add(place);
    return place;
  }
}
