package pointwise.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.Place;
import pointwise.tensor.Heap;

/** The memory of one run of a {@link Plan}, kept for the next: a run allocates but its result. */
final class PlannedRun {
  private static final float[] NONE = {};

  private final FastEngine engine;
  private final Plan plan;
  private final float[] arena;
  private final List<Place> inputs = new ArrayList<>();
  private final List<Place> outputs = new ArrayList<>();
  private final int[] tasks;
  private final IntConsumer[] work;

  PlannedRun(Plan plan) {
    this.engine = plan.engine();
    this.plan = plan;
    this.arena = Heap.floats(plan.arena().length(), () -> "what the layers compute");
    this.tasks = plan.steps().stream().mapToInt(step -> step.routine().tasks()).toArray();
    this.work = plan.steps().stream().map(this::bind).toArray(IntConsumer[]::new);
  }

  void run(float[] x, float[] y) {
    inputs.forEach(place -> place.move(x));
    outputs.forEach(place -> place.move(y));
    try {
      for (int i = 0; i < work.length; i++) {
        engine.run(tasks[i], work[i]);
      }
    } finally {
      // What belongs to the caller is not kept from the garbage collector.
      inputs.forEach(place -> place.move(NONE));
      outputs.forEach(place -> place.move(NONE));
    }
  }

  private IntConsumer bind(Plan.Step step) {
    Place[] from = step.inputs().stream().map(this::place).toArray(Place[]::new);
    Place to = place(step.output());
    return task -> step.routine().run(task, from, to);
  }

  private Place place(Spot spot) {
    if (plan.arena().holds(spot.root())) {
      return new Place(arena, plan.arena().offset(spot.root()) + spot.offset(), spot.stride());
    }
    Place place = new Place(NONE, spot.offset(), spot.stride());
    (spot.root() == 0 ? inputs : outputs).add(place);
    return place;
  }
}
