package pointwise.view.diagram;

import java.util.List;
import java.util.stream.IntStream;
import pointwise.view.Svg;
import pointwise.view.Svg.Point;
import pointwise.view.diagram.Volumes.Stage;

/**
 * How large the solids of a drawing are: all to one scale, but for edges too short to be seen.
 *
 * @param pixels for a cell
 */
record Scale(double pixels) {
  /** From one solid to the next, with an arrow between. */
  static final double GAP = 34;

  static final double MARGIN = 20;

  /** Filters drawn of a large stack; dots stand for the others. */
  static final int DRAWN = 3;

  static final double BETWEEN_FILTERS = 7;

  /** Room for the dots. */
  static final double DOTS = 24;

  /** How far a cell to the back leads to the right and up. */
  private static final double BACK_X = 0.42;

  private static final double BACK_Y = 0.35;

  private static final double SHORTEST = 3;
  private static final double LARGEST = 16;

  /** What a notebook shows in a narrow window with hardly any shrinking. */
  private static final double PAGE = 670;

  private static final double HIGHEST = 240;

  /** What the rows of a drawing may be high together, where there are several. */
  private static final double HIGHEST_ROWS = 320;

  /** The largest scale at which the stages fit, each row side by side. */
  static Scale fitting(List<List<Stage>> rows) {
    double highest = Math.min(HIGHEST, HIGHEST_ROWS / rows.size());
    Scale scale = new Scale(LARGEST);
    while (!scale.fits(rows, highest) && scale.pixels > 1e-5) {
      scale = new Scale(scale.pixels * 0.98);
    }
    return scale;
  }

  private boolean fits(List<List<Stage>> rows, double highest) {
    return rows.stream()
        .allMatch(
            row ->
                row.stream().mapToDouble(this::slot).sum() <= room(row)
                    && row.stream().allMatch(stage -> height(stage) <= highest));
  }

  /** What the stages of a row share, once the arrows before them have theirs. */
  private static double room(List<Stage> row) {
    double text = row.stream().mapToDouble(Scale::textWidth).sum();
    int arrows = row.get(0).isFilters() ? row.size() : row.size() - 1;
    return Math.max(PAGE - 2 * MARGIN - GAP * arrows, 1.05 * text);
  }

  /** Whether every edge is long enough to be drawn at its length. */
  boolean holdsFor(List<Stage> stages) {
    return stages.stream()
        .flatMapToInt(stage -> IntStream.of(stage.height(), stage.width(), stage.depth()))
        .allMatch(cells -> cells * pixels >= SHORTEST);
  }

  static double textWidth(Stage stage) {
    double notes = stage.lines().stream().skip(1).mapToDouble(Svg.Font.NOTE::width).max().orElse(0);
    return Math.max(Svg.Font.LABEL.width(stage.lines().get(0)), notes);
  }

  /** The width of a stage with its text. */
  double slot(Stage stage) {
    return Math.max(textWidth(stage), width(stage));
  }

  double length(int cells) {
    return Math.max(SHORTEST, cells * pixels);
  }

  /** Where the front upper left corner of a cell is, from that of its volume. */
  Point corner(double left, double top, int row, int column) {
    return new Point(
        left + BACK_X * pixels * column, top + pixels * row - BACK_Y * pixels * column);
  }

  double backX(int cells) {
    return BACK_X * length(cells);
  }

  double backY(int cells) {
    return BACK_Y * length(cells);
  }

  /** The width of a solid with its side face. */
  double width(Stage stage) {
    return length(stage.depth()) + backX(stage.width());
  }

  /** The height of a volume, or of the stack of filters that is drawn. */
  double height(Stage stage) {
    int solids = Math.max(1, Math.min(DRAWN, stage.count()));
    double gaps = (solids - 1) * BETWEEN_FILTERS + (hasDots(stage) ? DOTS - BETWEEN_FILTERS : 0);
    return solids * solidHeight(stage) + gaps;
  }

  /** The height of one solid with its upper face. */
  double solidHeight(Stage stage) {
    return length(stage.height()) + backY(stage.width());
  }

  static boolean hasDots(Stage stage) {
    return stage.count() > DRAWN;
  }
}
