package pointwise.view;

import java.util.List;
import java.util.stream.Collectors;
import pointwise.op.Graph;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;
import pointwise.view.Volumes.Stage;

/**
 * Draws volumes and filters to one scale: channels run to the right, rows down, columns to the
 * back.
 *
 * <p>In a corner of each volume lies one filter where it meets the volume, as long as the channels
 * it sees.
 */
final class VolumePicture {
  /** How far a column leads to the right and up. */
  private static final double BACK_X = 0.42;

  private static final double BACK_Y = 0.35;

  private static final double MARGIN = 20;
  private static final double GAP = 46;
  private static final double PAGE = 960;
  private static final double HIGHEST = 240;
  private static final double LARGEST_SCALE = 16;

  /** Below that an edge could not be seen; it is then not to scale. */
  private static final double SHORTEST = 2;

  /** Filters drawn of a stack; dots stand for the others. */
  private static final int DRAWN = 4;

  private static final double BETWEEN_FILTERS = 7;
  private static final double TEXT = 46;

  private final List<Stage> stages;
  private final double scale;
  private final Svg svg = new Svg();

  private VolumePicture(Volumes volumes) {
    stages = volumes.stages();
    double gaps = 2 * MARGIN + GAP * (stages.size() - 1);
    double units = stages.stream().mapToDouble(s -> s.depth() + BACK_X * s.width()).sum();
    double highest = stages.stream().mapToDouble(VolumePicture::unitsHigh).max().orElseThrow();
    scale = Math.min(LARGEST_SCALE, Math.min((PAGE - gaps) / units, HIGHEST / highest));
  }

  static Picture of(Graph graph) {
    return new VolumePicture(Volumes.of(graph)).picture();
  }

  private static double unitsHigh(Stage stage) {
    return drawn(stage) * (stage.height() + BACK_Y * stage.width());
  }

  private static int drawn(Stage stage) {
    return Math.max(1, Math.min(DRAWN, stage.count()));
  }

  private Picture picture() {
    double solids = stages.stream().mapToDouble(this::solidHeight).max().orElseThrow();
    double middle = MARGIN + solids / 2;
    double textTop = MARGIN + solids + 24;
    double x = MARGIN;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (i > 0) {
        svg.arrow(Tint.SOFT_INK, new Point(x + 9, middle), new Point(x + GAP - 9, middle));
        x += GAP;
      }
      double slot = slot(stage);
      stage(i, x + (slot - solidWidth(stage)) / 2, middle);
      svg.text(x + slot / 2, textTop, Font.LABEL, stage.title());
      if (!stage.note().isEmpty()) {
        svg.text(x + slot / 2, textTop + 17, Font.NOTE, stage.note());
      }
      x += slot;
    }
    return svg.picture(x + MARGIN, MARGIN + solids + TEXT + MARGIN / 2, title(), words());
  }

  /** Draws a stage whose box begins at the given left side and is centred on the middle. */
  private void stage(int index, double left, double middle) {
    Stage stage = stages.get(index);
    double top = middle - solidHeight(stage) / 2 + back(stage.width(), BACK_Y);
    if (!stage.isFilters()) {
      solid(left, top, stage.height(), stage.width(), stage.depth(), stage.tint());
      if (index + 1 < stages.size()) {
        Stage next = stages.get(index + 1);
        if (next.height() <= stage.height() && next.width() <= stage.width()) {
          solid(left, top, next.height(), next.width(), next.depth(), next.tint());
        }
      }
      return;
    }
    double step = pixels(stage.height()) + back(stage.width(), BACK_Y) + BETWEEN_FILTERS;
    for (int i = 0; i < drawn(stage); i++) {
      double y = top + i * step;
      if (stage.count() > DRAWN && i == DRAWN - 2) {
        dots(left + solidWidth(stage) / 2, y - back(stage.width(), BACK_Y), step);
      } else {
        solid(left, y, stage.height(), stage.width(), stage.depth(), stage.tint());
      }
    }
  }

  private void dots(double x, double y, double step) {
    double height = Math.max(10, step - BETWEEN_FILTERS);
    for (int i = 0; i < 3; i++) {
      svg.dot(x, y + height * (i + 0.5) / 3, 1.6, Tint.SOFT_INK);
    }
  }

  /** A box by its three visible faces; left and top are those of the front face. */
  private void solid(double left, double top, int height, int width, int depth, Tint tint) {
    double right = left + pixels(depth);
    double bottom = top + pixels(height);
    double dx = back(width, BACK_X);
    double dy = -back(width, BACK_Y);
    String edge = tint.mixed(0.25, 0x000000);
    Point frontRight = new Point(right, top);
    Point backRight = new Point(right + dx, top + dy);
    svg.polygon(
        tint.mixed(0.6, 0xFFFFFF),
        edge,
        new Point(left, top),
        frontRight,
        new Point(right, bottom),
        new Point(left, bottom));
    svg.polygon(
        tint.mixed(0.8, 0xFFFFFF),
        edge,
        new Point(left, top),
        new Point(left + dx, top + dy),
        backRight,
        frontRight);
    svg.polygon(
        tint.mixed(0.35, 0xFFFFFF),
        edge,
        frontRight,
        backRight,
        new Point(right + dx, bottom + dy),
        new Point(right, bottom));
  }

  private double pixels(int cells) {
    return Math.max(SHORTEST, cells * scale);
  }

  private double back(int columns, double share) {
    return Math.max(SHORTEST / 2, columns * scale * share);
  }

  private double solidWidth(Stage stage) {
    return pixels(stage.depth()) + back(stage.width(), BACK_X);
  }

  private double solidHeight(Stage stage) {
    double one = pixels(stage.height()) + back(stage.width(), BACK_Y);
    return drawn(stage) * (one + BETWEEN_FILTERS) - BETWEEN_FILTERS;
  }

  private double slot(Stage stage) {
    double text = Math.max(Font.LABEL.width(stage.title()), Font.NOTE.width(stage.note()));
    return Math.max(text, solidWidth(stage));
  }

  private String title() {
    return stages.stream().map(Stage::title).collect(Collectors.joining(" → "));
  }

  private String words() {
    return "To scale: "
        + stages.stream()
            .map(s -> s.note().isEmpty() ? s.title() : s.title() + " (" + s.note() + ")")
            .collect(Collectors.joining(" → "));
  }
}
