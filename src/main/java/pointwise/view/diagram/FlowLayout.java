package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pointwise.view.Svg.Font;
import pointwise.view.diagram.Flow.Box;
import pointwise.view.diagram.Lanes.Edge;

/**
 * Turns columns and lanes into pixels, and breaks what is too wide for the page into lines, as text
 * is broken.
 */
final class FlowLayout {
  static final double BOX_HEIGHT = 42;
  static final double MARGIN = 20;

  /** From a column to the vertical piece of the edges behind it. */
  static final double TRUNK = 10;

  private static final double LANE = 66;

  /** What a notebook shows without shrinking. */
  private static final double PAGE = 1000;

  /** A line may be that much longer, so that the output does not stand alone on the next. */
  private static final double OVERHANG = 1.1;

  private static final double BETWEEN_LINES = 40;
  private static final double ARROW_AND_AIR = 16;

  private final List<Box> boxes;
  private final Lanes lanes;
  private final double[] lefts;
  private final double[] columnWidths;

  /** The room behind each column: wide enough for the shapes on the edges that leave it. */
  private final double[] gaps;

  /** The line that each column stands in. */
  private final Line[] lineOf;

  private final List<Line> lines = new ArrayList<>();

  /**
   * Some columns side by side.
   *
   * @param y the middle of the upper lane
   * @param bottom where its boxes end
   */
  private record Line(int first, int last, double y, double bottom) {}

  FlowLayout(Flow flow) {
    boxes = flow.boxes();
    lanes = new Lanes(flow);
    int columns = lanes.lastColumn() + 1;
    lefts = new double[columns];
    columnWidths = new double[columns];
    gaps = new double[columns];
    lineOf = new Line[columns];
    measureColumns();
    double top = MARGIN;
    for (int first = 0; first <= lanes.lastColumn(); ) {
      int last = placeLine(first);
      double y = top + BOX_HEIGHT / 2;
      double bottom = y + lanes.lowest(first, last) * LANE + BOX_HEIGHT / 2;
      Line line = new Line(first, last, y, bottom);
      lines.add(line);
      Arrays.fill(lineOf, first, last + 1, line);
      top = bottom + BETWEEN_LINES;
      first = last + 1;
    }
  }

  /** Gives a line's columns their x and answers with the last that fits before a good break. */
  private int placeLine(int first) {
    int end = -1;
    double x = first == 0 ? MARGIN : MARGIN + gaps[first - 1];
    for (int column = first; column <= lanes.lastColumn(); column++) {
      lefts[column] = x;
      x += columnWidths[column];
      boolean onlyOutputLeft = column == lanes.lastColumn() && end == column - 1;
      double page = onlyOutputLeft ? PAGE * OVERHANG : PAGE;
      if (end >= 0 && x + TRUNK + MARGIN > page) {
        return end;
      }
      if (lanes.singleValueAfter(column)) {
        end = column;
      }
      x += gaps[column];
    }
    return lanes.lastColumn();
  }

  private void measureColumns() {
    Arrays.fill(gaps, TRUNK + ARROW_AND_AIR);
    for (int box = 0; box < boxes.size(); box++) {
      int column = lanes.column(box);
      columnWidths[column] = Math.max(columnWidths[column], width(box));
      for (Edge edge : lanes.leaving(box)) {
        double label = TRUNK + ARROW_AND_AIR + Font.SHAPE.width(label(edge));
        gaps[column] = Math.max(gaps[column], label);
      }
    }
  }

  private Line line(int box) {
    return lineOf[lanes.column(box)];
  }

  List<Edge> edges() {
    return lanes.edges();
  }

  List<Edge> leaving(int box) {
    return lanes.leaving(box);
  }

  String label(Edge edge) {
    return boxes.get(edge.from()).output().toString();
  }

  /** The left side of a box, which stands in the middle of its column. */
  double left(int box) {
    int column = lanes.column(box);
    return lefts[column] + (columnWidths[column] - width(box)) / 2;
  }

  double width(int box) {
    Box text = boxes.get(box);
    return 16 + Math.max(Font.LABEL.width(text.label()), Font.NOTE.width(text.note()));
  }

  double top(int box) {
    return laneY(box, lanes.top(box)) - BOX_HEIGHT / 2;
  }

  /** As high as one lane, or as all the lanes that a join brings together. */
  double height(int box) {
    return BOX_HEIGHT + (lanes.bottom(box) - lanes.top(box)) * LANE;
  }

  /** The middle of a lane in the line of a box. */
  double laneY(int box, int lane) {
    return line(box).y + lane * LANE;
  }

  /** Where the result of a box leaves. */
  double outY(int box) {
    return laneY(box, lanes.top(box));
  }

  /** Where the edges behind a box turn up and down. */
  double trunk(int box) {
    int column = lanes.column(box);
    return lefts[column] + columnWidths[column] + TRUNK;
  }

  /** Whether an edge leads to another line. */
  boolean breaks(Edge edge) {
    return !line(edge.from()).equals(line(edge.to()));
  }

  /** The middle between the line of a box and the next. */
  double gutter(int box) {
    return line(box).bottom + BETWEEN_LINES / 2;
  }

  /** How far to the right anything reaches. */
  double drawnWidth() {
    double right = IntStream.range(0, boxes.size()).mapToDouble(this::trunk).max().orElse(0);
    return right - TRUNK + (lines.size() > 1 ? TRUNK : 0) + MARGIN;
  }

  double drawnHeight() {
    return lines.get(lines.size() - 1).bottom + MARGIN;
  }
}
