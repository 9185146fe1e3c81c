package pointwise.view.slider;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Internal: where sliders are shown. */
public final class Notebook {
  private static volatile Notebook current = new Notebook(System.out::println, () -> null);

  private final Consumer<Object> display;
  private final Callable<FrontEnd> opening;
  private FrontEnd frontEnd;
  private Widgets widgets;
  private boolean tried;

  private Notebook(Consumer<Object> display, Callable<FrontEnd> opening) {
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
      frontEnd = open();
      widgets = frontEnd == null ? null : new Widgets(frontEnd);
    }
    if (frontEnd == null) {
      whatIf.shown().forEach(display);
    } else {
      List<String> places = whatIf.shown().stream().map(frontEnd::display).toList();
      new LiveSliders(whatIf, frontEnd, places, LiveSliders.thread()).begin(widgets);
    }
  }

  private FrontEnd open() {
    try {
      return opening.call();
    } catch (Exception | LinkageError unknownKernel) {
      return null; // what is shown at first stands
    }
  }
}
