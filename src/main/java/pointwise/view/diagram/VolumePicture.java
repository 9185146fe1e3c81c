package pointwise.view.diagram;

import java.util.List;
import java.util.stream.Collectors;
import pointwise.op.Graph;
import pointwise.view.Palette;
import pointwise.view.Picture;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;
import pointwise.view.diagram.Volumes.Stage;

/**
 * Draws volumes and filters to one scale: channels run to the right, rows down, columns to the
 * back.
 *
 * <p>In a corner of each volume lies one filter where it meets the volume, as long as the channels
 * it sees.
 */
final class VolumePicture {
  private static final double LINE = 17;

  private final List<Stage> stages;
  private final Scale scale;
  private final Svg svg = new Svg();

  private VolumePicture(Volumes volumes) {
    stages = volumes.stages();
    scale = Scale.fitting(stages);
  }

  static Picture of(Graph graph) {
    return new VolumePicture(Volumes.of(graph)).picture();
  }

  private Picture picture() {
    double highest = stages.stream().mapToDouble(scale::height).max().orElseThrow();
    double middle = Scale.MARGIN + highest / 2;
    double textTop = Scale.MARGIN + highest + 24;
    double x = Scale.MARGIN;
    for (int i = 0; i < stages.size(); i++) {
      if (i > 0) {
        svg.arrow(Palette.SOFT_INK, new Point(x + 7, middle), new Point(x + Scale.GAP - 7, middle));
        x += Scale.GAP;
      }
      Stage stage = stages.get(i);
      double slot = scale.slot(stage);
      double left = x + (slot - scale.width(stage)) / 2;
      double top = middle - scale.height(stage) / 2;
      if (stage.isFilters()) {
        stack(stage, left, top);
      } else {
        solid(stage, left, top + scale.backY(stage.width()));
        if (i + 1 < stages.size()) {
          filterWithin(stage, stages.get(i + 1), left, top);
        }
      }
      text(stage, x + slot / 2, textTop);
      x += slot;
    }
    int lines = stages.stream().mapToInt(stage -> stage.lines().size()).max().orElseThrow();
    return svg.picture(x + Scale.MARGIN, textTop + lines * LINE, title(), words());
  }

  private void text(Stage stage, double centre, double top) {
    for (int i = 0; i < stage.lines().size(); i++) {
      Font font = i == 0 ? Font.LABEL : Font.NOTE;
      svg.text(centre, top + i * LINE, font, stage.lines().get(i));
    }
  }

  /** A filter that fits inside of the volume, in its upper front corner. */
  private void filterWithin(Stage volume, Stage filter, double left, double top) {
    if (filter.height() <= volume.height() && filter.width() <= volume.width()) {
      solid(filter, left, top + scale.backY(volume.width()));
    }
  }

  private void stack(Stage filters, double left, double top) {
    double y = top + scale.backY(filters.width());
    int drawn = Math.min(Scale.DRAWN, filters.count());
    for (int i = 0; i < drawn; i++) {
      if (i == drawn - 1 && Scale.hasDots(filters)) {
        double gapTop = y - scale.backY(filters.width()) - Scale.BETWEEN_FILTERS;
        dots(left + scale.width(filters) / 2, gapTop);
        y += Scale.DOTS - Scale.BETWEEN_FILTERS;
      }
      solid(filters, left, y);
      y += scale.solidHeight(filters) + Scale.BETWEEN_FILTERS;
    }
  }

  private void dots(double x, double top) {
    for (int i = 0; i < 3; i++) {
      svg.dot(x, top + Scale.DOTS / 2 + (i - 1) * 5, 1.5, Palette.SOFT_INK);
    }
  }

  /** A box by its three visible faces; left and top are those of the front face. */
  private void solid(Stage stage, double left, double top) {
    double right = left + scale.length(stage.depth());
    double bottom = top + scale.length(stage.height());
    double dx = scale.backX(stage.width());
    double dy = -scale.backY(stage.width());
    Point frontLeft = new Point(left, top);
    Point frontRight = new Point(right, top);
    Point backRight = new Point(right + dx, top + dy);
    Point below = new Point(right, bottom);
    face(stage, 0.55, frontLeft, frontRight, below, new Point(left, bottom));
    face(stage, 0.78, frontLeft, new Point(left + dx, top + dy), backRight, frontRight);
    face(stage, 0.35, frontRight, backRight, new Point(right + dx, bottom + dy), below);
  }

  private void face(Stage stage, double light, Point... corners) {
    Palette tint = stage.tint();
    svg.polygon(tint.mixed(light, 0xFFFFFF), tint.mixed(0.25, 0x000000), corners);
  }

  private String title() {
    return stages.stream()
        .map(s -> s.isFilters() ? s.title() + " " + s.notes().get(0) : s.title())
        .collect(Collectors.joining(" → "));
  }

  private String words() {
    String exact = scale.holdsFor(stages) ? "To scale: " : "To scale but for the thinnest edges: ";
    return exact + stages.stream().map(Stage::spoken).collect(Collectors.joining(" → "));
  }
}
