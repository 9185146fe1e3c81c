package pointwise.view.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.view.Animation;
import pointwise.view.Animation.Frame;
import pointwise.view.Picture;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;

/** Layers at work in figures, one below the other and in step. */
final class FigureMotion {
  /** More steps than that nobody watches. */
  static final int MOST = 24;

  private static final double MARGIN = 20;
  private static final double BETWEEN = 22;

  /** What a notebook shows without shrinking, and a screen without scrolling. */
  private static final double WIDEST = 1100;

  private static final double HIGHEST = 720;

  /** Long enough for all sums of the first frame. */
  private static final int POSTER = 5000;

  private static final int STOP = 1500;

  private final List<FigurePanel> panels;
  private final String note;

  /**
   * Layers side by side.
   *
   * @param most of the steps of each layer that are shown
   */
  FigureMotion(List<Sliding> slidings, int most) {
    panels = slidings.stream().map(s -> new FigurePanel(s, shown(s, most))).toList();
    int all = slidings.stream().mapToInt(Sliding::stops).max().orElse(0);
    note = all > most ? String.format(Locale.ROOT, "%d of %,d steps are shown", most, all) : "";
  }

  private static List<Sliding.Stop> shown(Sliding sliding, int most) {
    int all = sliding.stops();
    int count = Math.min(most, all);
    return IntStream.range(0, count)
        .mapToObj(i -> sliding.stop((int) ((long) i * all / count)))
        .toList();
  }

  /** Whether they can be read at the width of a notebook. */
  boolean fits() {
    return width() <= WIDEST && height() <= HIGHEST;
  }

  private double width() {
    return panels.stream().mapToDouble(FigurePanel::width).max().orElse(0) + 2 * MARGIN;
  }

  private double height() {
    double all = panels.stream().mapToDouble(FigurePanel::height).sum();
    double notes = note.isEmpty() ? 0 : 18;
    return all + BETWEEN * (panels.size() - 1) + notes + 2 * MARGIN;
  }

  Animation animation() {
    int stops = panels.stream().mapToInt(FigurePanel::stops).max().orElse(0);
    List<Frame> frames = new ArrayList<>();
    frames.add(new Frame(drawing(0, stops, true), POSTER));
    for (int i = 0; i < stops; i++) {
      frames.add(new Frame(drawing(i, stops, false), STOP));
    }
    return new Animation(frames);
  }

  private Picture drawing(int at, int stops, boolean finished) {
    Svg svg = new Svg();
    double top = MARGIN;
    for (FigurePanel panel : panels) {
      panel.draw(svg, MARGIN, top, at * panel.stops() / stops, finished);
      top += panel.height() + BETWEEN;
    }
    if (!note.isEmpty()) {
      svg.textFrom(MARGIN, top, Font.NOTE, note);
    }
    String title = panels.stream().map(FigurePanel::title).collect(Collectors.joining(" | "));
    return svg.picture(width(), height(), title, spoken());
  }

  private String spoken() {
    String all = panels.stream().map(FigurePanel::spoken).collect(Collectors.joining(". "));
    return "Animation, place by place. " + all + (note.isEmpty() ? "" : ". " + note) + ".";
  }
}
