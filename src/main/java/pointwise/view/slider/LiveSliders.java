package pointwise.view.slider;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The sliders of a cell. What was displayed stays as it is until a page has answered, so that a
 * notebook executed where nobody looks holds pictures and no widgets.
 */
final class LiveSliders {
  /** Java takes a few dozen pictures to draw one as fast as it can. */
  private static final int WARMING_ROUNDS = 80;

  private static final long WARM_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

  private final WhatIf whatIf;
  private final FrontEnd frontEnd;
  private final List<String> places;
  private final Executor executor;
  private final Newest<int[]> newest;
  private final List<SliderWidget> widgets = new CopyOnWriteArrayList<>();
  private final int[] at;

  LiveSliders(WhatIf whatIf, FrontEnd frontEnd, List<String> places, Executor executor) {
    this.whatIf = whatIf;
    this.frontEnd = frontEnd;
    this.places = List.copyOf(places);
    this.executor = executor;
    newest = new Newest<>(executor, this::show);
    at = whatIf.sliders().stream().mapToInt(Slider::start).toArray();
  }

  /** A thread of their own, which ends when they rest: a function that never returns keeps it. */
  static Executor thread() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LiveSliders::daemon);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sliders");
    thread.setDaemon(true);
    return thread;
  }

  void begin(Widgets page) {
    for (int i = 0; i < at.length; i++) {
      int slider = i;
      widgets.add(
          new SliderWidget(
              page, whatIf.sliders().get(i), () -> answered(slider), value -> move(slider, value)));
    }
  }

  private void answered(int slider) {
    frontEnd.showForms(places.get(slider), widgets.get(slider).forms());
    if (slider == 0) {
      warmUp(WARMING_ROUNDS);
    }
  }

  /**
   * Renders what is shown at first until that is fast; a move has to wait for one round at most.
   */
  private void warmUp(int rounds) {
    executor.execute(
        () -> {
          long begin = System.nanoTime();
          whatIf.start().forEach(frontEnd::render);
          if (rounds > 1 && System.nanoTime() - begin > WARM_NANOS) {
            warmUp(rounds - 1);
          }
        });
  }

  private void move(int slider, int value) {
    at[slider] = value;
    newest.offer(at.clone());
  }

  private void show(int[] at) {
    for (int i = 0; i < whatIf.views().size(); i++) {
      frontEnd.show(places.get(at.length + i), whatIf.valueOrProblem(i, at));
    }
  }
}
