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
  private static final double TO_TEXT = 24;
  private static final double BETWEEN_ROWS = 10;

  /** How light the front, the upper and the right face are. */
  private static final double[] LIGHT = {0.55, 0.78, 0.35};

  private final List<Stage> stages;
  private final List<List<Stage>> rows;
  private final Scale scale;
  private final Progress progress;
  private final String note;
  private final Svg svg = new Svg();

  private VolumePicture(Volumes volumes, Progress progress, String note) {
    this.stages = volumes.stages();
    this.rows = Rows.of(stages);
    this.scale = Scale.fitting(rows);
    this.progress = progress;
    this.note = note;
  }

  static Picture of(Graph graph) {
    return of(Volumes.of(graph), Progress.NONE, "");
  }

  /**
   * The same drawing while a window slides.
   *
   * @param note a line below, or nothing
   */
  static Picture of(Volumes volumes, Progress progress, String note) {
    return new VolumePicture(volumes, progress, note).picture();
  }

  private Picture picture() {
    double right = 0;
    double top = Scale.MARGIN;
    int first = 0;
    for (List<Stage> row : rows) {
      right = Math.max(right, row(first, first + row.size(), top));
      top = below(row, top);
      first += row.size();
    }
    double bottom = top - BETWEEN_ROWS;
    if (note.isEmpty()) {
      return svg.picture(right + Scale.MARGIN, bottom, title(), words());
    }
    svg.textFrom(Scale.MARGIN, bottom + 6, Font.NOTE, note);
    return svg.picture(right + Scale.MARGIN, bottom + LINE, title(), words() + ". " + note + ".");
  }

  /** Draws some stages side by side, an arrow before all but the first, and tells their end. */
  private double row(int first, int end, double rowTop) {
    double highest = highest(stages.subList(first, end));
    double middle = rowTop + highest / 2;
    double x = Scale.MARGIN;
    for (int i = first; i < end; i++) {
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
        volume(i, left, top + scale.backY(stage.width()));
      }
      text(stage, x + slot / 2, rowTop + highest + TO_TEXT);
      x += slot;
    }
    return x;
  }

  private double highest(List<Stage> row) {
    return row.stream().mapToDouble(scale::height).max().orElseThrow();
  }

  /** Where the next row begins. */
  private double below(List<Stage> row, double top) {
    int lines = row.stream().mapToInt(stage -> stage.lines().size()).max().orElseThrow();
    return top + highest(row) + TO_TEXT + lines * LINE + BETWEEN_ROWS;
  }

  private void text(Stage stage, double centre, double top) {
    for (int i = 0; i < stage.lines().size(); i++) {
      Font font = i == 0 ? Font.LABEL : Font.NOTE;
      svg.text(centre, top + i * LINE, font, stage.lines().get(i));
    }
  }

  /** A volume with what is in it: a filter in its upper corner, or what has been computed. */
  private void volume(int index, double left, double top) {
    Stage volume = stages.get(index);
    if (progress.isEmpty(index)) {
      faces(volume, left, top, new String[] {"none", "none", "none"});
      if (progress.isComputing(index)) {
        part(volume, left, top, volume.tint(), progress.rowsDone(volume));
        part(volume, left, top, volume.tint(), progress.rowBegun());
        part(volume, left, top, stages.get(index - 1).tint(), progress.place());
        edges(volume, left, top);
      }
      return;
    }
    solid(volume, left, top);
    if (progress.isReading(index)) {
      Stage filter = stages.get(index + 1);
      part(filter, left, top, filter.tint(), progress.window(volume));
      edges(volume, left, top);
    } else if (progress.equals(Progress.NONE) && index + 1 < stages.size()) {
      filterWithin(volume, stages.get(index + 1), left, top);
    }
  }

  /** A piece of a volume, as deep as the given stage. */
  private void part(Stage stage, double left, double top, Palette tint, Progress.Part part) {
    if (part.height() > 0 && part.width() > 0) {
      Point corner = scale.corner(left, top, part.row(), part.column());
      solid(stage.cut(part.height(), part.width(), tint), corner.x(), corner.y());
    }
  }

  /** The front edges once more, so that what was drawn since lies inside. */
  private void edges(Stage stage, double left, double top) {
    double right = left + scale.length(stage.depth());
    double bottom = top + scale.length(stage.height());
    double backX = scale.backX(stage.width());
    double backY = scale.backY(stage.width());
    String ink = edge(stage);
    Point corner = new Point(right, top);
    svg.hairline(ink, new Point(left, top), corner);
    svg.hairline(ink, corner, new Point(right, bottom));
    svg.hairline(ink, corner, new Point(right + backX, top - backY));
  }

  /** A filter that fits inside of the volume, in its upper front corner. */
  private void filterWithin(Stage volume, Stage filter, double left, double top) {
    if (filter.height() <= volume.height() && filter.width() <= volume.width()) {
      solid(filter, left, top);
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
    String[] fills = new String[3];
    for (int i = 0; i < fills.length; i++) {
      fills[i] = stage.tint().mixed(LIGHT[i], 0xFFFFFF);
    }
    faces(stage, left, top, fills);
  }

  private void faces(Stage stage, double left, double top, String[] fills) {
    double right = left + scale.length(stage.depth());
    double bottom = top + scale.length(stage.height());
    double dx = scale.backX(stage.width());
    double dy = -scale.backY(stage.width());
    Point frontLeft = new Point(left, top);
    Point frontRight = new Point(right, top);
    Point backRight = new Point(right + dx, top + dy);
    Point below = new Point(right, bottom);
    String edge = edge(stage);
    svg.polygon(fills[0], edge, frontLeft, frontRight, below, new Point(left, bottom));
    svg.polygon(fills[1], edge, frontLeft, new Point(left + dx, top + dy), backRight, frontRight);
    svg.polygon(fills[2], edge, frontRight, backRight, new Point(right + dx, bottom + dy), below);
  }

  private static String edge(Stage stage) {
    return stage.tint().mixed(0.25, 0x000000);
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
