package pointwise.view.slider;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pointwise.tensor.Require;

/**
 * What comes out for every setting of one slider or two. A notebook shows the values at the start,
 * and changes them while the slider is moved where the page that shows it can; elsewhere those of
 * the start stand. What the functions print is shown below the values. A setting for which there is
 * nothing to show says why, and the slider can be moved on.
 */
public final class WhatIf {
  private final List<Slider> sliders;
  private final List<Function<int[], ?>> views;
  private final List<Object> start = new ArrayList<>();
  private final String printed;

  /** Something to show for the settings of two sliders. */
  @FunctionalInterface
  public interface OfTwo {
    /** What is shown when the sliders stand at these numbers. */
    Object at(int first, int second);
  }

  private WhatIf(List<Slider> sliders, List<Function<int[], ?>> views) {
    this.sliders = sliders;
    this.views = views;
    int[] at = sliders.stream().mapToInt(Slider::start).toArray();
    printed =
        Printed.during(
            () -> IntStream.range(0, views.size()).forEach(i -> start.add(value(i, at))));
  }

  /**
   * What is shown for each setting of a slider, one below the other.
   *
   * @throws IllegalArgumentException if there is nothing to show, or as the values at the start do
   */
  public static WhatIf of(Slider slider, IntFunction<?>... shown) {
    return new WhatIf(
        Require.all("a slider", slider),
        required(Require.all("a function of the slider", shown)).stream()
            .<Function<int[], ?>>map(view -> at -> view.apply(at[0]))
            .toList());
  }

  /**
   * What is shown for each setting of two sliders, one below the other.
   *
   * @throws IllegalArgumentException if there is nothing to show, or as the values at the start do
   */
  public static WhatIf of(Slider first, Slider second, OfTwo... shown) {
    return new WhatIf(
        Require.all("a slider", first, second),
        required(Require.all("a function of the sliders", shown)).stream()
            .<Function<int[], ?>>map(view -> at -> view.at(at[0], at[1]))
            .toList());
  }

  private static <T> List<T> required(List<T> views) {
    if (views.isEmpty()) {
      throw new IllegalArgumentException("Expected a function of the slider, but got none");
    }
    return views;
  }

  private Object value(int view, int[] at) {
    return Require.given(views.get(view).apply(at), "a value at " + setting(at));
  }

  /** The value; if there is none, the reason in a sentence. */
  Object valueOrProblem(int view, int[] at) {
    try {
      return value(view, at);
    } catch (Exception | StackOverflowError | OutOfMemoryError problem) {
      return problem(at, problem);
    }
  }

  /** Why there is nothing to show, in a sentence. */
  String problem(int[] at, Throwable problem) {
    String why = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    return "At " + setting(at) + " there is nothing to show: " + why;
  }

  private String setting(int[] at) {
    return IntStream.range(0, at.length)
        .mapToObj(i -> String.format(Locale.ROOT, "%s = %d", sliders.get(i).name(), at[i]))
        .collect(Collectors.joining(", "));
  }

  List<Slider> sliders() {
    return sliders;
  }

  /** The values where the sliders start. */
  List<Object> start() {
    return Collections.unmodifiableList(start);
  }

  /** What the functions printed where the sliders start. */
  String printed() {
    return printed;
  }

  List<Function<int[], ?>> views() {
    return views;
  }

  /** What is shown at first, each in a place of its own: the sliders in words, then the values. */
  List<Object> shown() {
    return Stream.concat(sliders.stream().map(Slider::toString), start.stream()).toList();
  }

  /** Shows the values at the start; from then on the sliders can be moved, if a page answers. */
  public void show() {
    Notebook.current().show(this);
  }
}
