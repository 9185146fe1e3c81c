package pointwise.view.slider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Internal: where sliders are shown. */
public final class Notebook {
  private static final int WARMING_ROUNDS = 80;

  private static volatile Notebook current = new Notebook(System.out::println, () -> null);

  private final Consumer<Object> display;
  private final Callable<FrontEnd> opening;
  private final OpenSliders open = new OpenSliders();
  private FrontEnd frontEnd;
  private Widgets widgets;
  private WarmUp warmUp;
  private boolean tried;

  Notebook(Consumer<Object> display, Callable<FrontEnd> opening) {
    this.display = display;
    this.opening = opening;
  }

  /**
   * From now on sliders are shown in a notebook, no longer printed.
   *
   * @param display shows a value below the cell that runs
   * @param frontEnd is called when there is a first slider; where it fails, nothing can be moved
   */
  public static void showsSliders(Consumer<Object> display, Callable<FrontEnd> frontEnd) {
    current = new Notebook(display, frontEnd);
  }

  static Notebook current() {
    return current;
  }

  synchronized void show(WhatIf whatIf) {
    if (!tried) {
      tried = true;
      frontEnd = connect();
      if (frontEnd != null) {
        widgets = new Widgets(frontEnd);
        warmUp = new WarmUp(frontEnd, WARMING_ROUNDS);
      }
    }
    if (frontEnd == null) {
      whatIf.shown().forEach(display);
      System.out.print(whatIf.printed());
    } else {
      move(whatIf);
    }
  }

  private void move(WhatIf whatIf) {
    FrontEnd.Cell cell = frontEnd.cell();
    open.begin(cell);
    List<String> places = new ArrayList<>();
    whatIf.shown().forEach(value -> places.add(frontEnd.display(value)));
    places.add(
        whatIf.printed().isEmpty() ? frontEnd.reserve() : frontEnd.display(whatIf.printed()));
    LiveSliders sliders = new LiveSliders(whatIf, frontEnd, places, LiveSliders.thread());
    sliders.begin(widgets, warmUp);
    open.add(cell, sliders);
  }

  private FrontEnd connect() {
    try {
      return opening.call();
    } catch (Exception | LinkageError unknownKernel) {
      return null; // what is shown at first stands
    }
  }
}
