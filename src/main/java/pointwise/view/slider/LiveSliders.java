package pointwise.view.slider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The sliders of a cell once a page has answered. What was displayed stays as it is until then, so
 * that a notebook executed where nobody looks holds pictures and no widgets.
 */
final class LiveSliders {
  /** Nobody takes this comm: every page that listens closes it, and has then read what was sent. */
  static final String NOBODY = "pointwise.is-anybody-there";

  private final WhatIf whatIf;
  private final FrontEnd frontEnd;
  private final List<String> places;
  private final Newest<int[]> newest;
  private final List<SliderWidget> widgets = new ArrayList<>();
  private final int[] at;

  LiveSliders(WhatIf whatIf, FrontEnd frontEnd, List<String> places, Executor executor) {
    this.whatIf = whatIf;
    this.frontEnd = frontEnd;
    this.places = List.copyOf(places);
    newest = new Newest<>(executor, this::show);
    at = whatIf.sliders().stream().mapToInt(Slider::start).toArray();
  }

  /** One thread for all sliders, which ends when none is moved. */
  static Executor thread() {
    return Shared.THREAD;
  }

  void begin() {
    whenAnswered(
        () -> {
          openWidgets();
          whenAnswered(this::showWidgets);
        });
  }

  private void whenAnswered(Runnable next) {
    frontEnd.open(NOBODY, Map.of(), Map.of(), message -> {}, next);
  }

  private void openWidgets() {
    for (int i = 0; i < at.length; i++) {
      int index = i;
      widgets.add(
          SliderWidget.open(frontEnd, whatIf.sliders().get(i), value -> move(index, value)));
    }
  }

  private void showWidgets() {
    for (int i = 0; i < widgets.size(); i++) {
      widgets.get(i).showAt(places.get(i));
    }
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

  private static final class Shared {
    private static final Executor THREAD = executor();

    private static Executor executor() {
      ThreadPoolExecutor executor =
          new ThreadPoolExecutor(
              1,
              1,
              10,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              task -> {
                Thread thread = new Thread(task, "sliders");
                thread.setDaemon(true);
                return thread;
              });
      executor.allowCoreThreadTimeOut(true);
      return executor;
    }
  }
}
