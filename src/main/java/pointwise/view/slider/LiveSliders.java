package pointwise.view.slider;

import java.util.List;
import java.util.Map;
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
  private final WhatIf whatIf;
  private final FrontEnd frontEnd;
  private final List<String> places;
  private final Executor executor;
  private final Newest<int[]> newest;
  private final List<SliderWidget> widgets = new CopyOnWriteArrayList<>();
  private final int[] at;
  private boolean printed;

  /**
   * Nothing can be moved before {@link #begin}.
   *
   * @param places of the sliders, then of the values, then of what is printed
   */
  LiveSliders(WhatIf whatIf, FrontEnd frontEnd, List<String> places, Executor executor) {
    this.whatIf = whatIf;
    this.frontEnd = frontEnd;
    this.places = List.copyOf(places);
    this.executor = executor;
    newest = new Newest<>(executor, this::show);
    at = whatIf.sliders().stream().mapToInt(Slider::start).toArray();
    printed = !whatIf.printed().isEmpty();
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

  void begin(Widgets page, WarmUp warmUp) {
    for (int i = 0; i < at.length; i++) {
      int slider = i;
      widgets.add(
          new SliderWidget(
              page,
              whatIf.sliders().get(i),
              () -> answered(slider, warmUp),
              value -> move(slider, value)));
    }
  }

  private void answered(int slider, WarmUp warmUp) {
    frontEnd.showForms(places.get(slider), widgets.get(slider).forms());
    if (slider == 0) {
      warmUp.begin(whatIf.start(), executor);
    }
  }

  private void move(int slider, int value) {
    at[slider] = value;
    newest.offer(at.clone());
  }

  private void show(int[] at) {
    String text =
        Printed.during(
            () -> {
              for (int i = 0; i < whatIf.views().size(); i++) {
                show(places.get(at.length + i), i, at);
              }
            });
    String place = places.get(places.size() - 1);
    if (!text.isEmpty()) {
      frontEnd.show(place, text);
    } else if (printed) {
      frontEnd.showForms(place, Map.of());
    }
    printed = !text.isEmpty();
  }

  private void show(String place, int view, int[] at) {
    try {
      frontEnd.show(place, whatIf.valueOrProblem(view, at));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError problem) {
      frontEnd.show(place, whatIf.problem(at, problem)); // a value that cannot be drawn, say
    }
  }

  /** Nothing can be moved any more; what is being computed goes on, unseen. */
  void close() {
    widgets.forEach(SliderWidget::close);
  }
}
