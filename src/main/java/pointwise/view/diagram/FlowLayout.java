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
  static final double MARGIN = 20;

  /** From a column to the vertical piece of the edges behind it. */
  static final double TRUNK = 10;

  /** The height of a box with its label and one line below it, and what a further one adds. */
  private static final double TWO_LINES = 42;

  private static final double FURTHER_LINE = 15;
  private static final double BETWEEN_LANES = 24;

  /** What a notebook shows in a narrow window with hardly any shrinking. */
  private static final double PAGE = 680;

  /** A line may be that much longer, so that the output does not stand alone on the next. */
  private static final double OVERHANG = 1.05;

  private static final double BETWEEN_LINES = 30;

  /** From a column to the next: the edges turn, and end in an arrowhead. */
  private static final double GAP = TRUNK + 20;

  /** From a box to the baseline of the shape below it. */
  private static final double TO_SHAPE = 15;

  /** The room of that shape. */
  private static final double SHAPE = 20;

  private final List<Box> boxes;
  private final Lanes lanes;
  private final boolean scarce;
  private final double boxHeight;
  private final double[] lefts;
  private final double[] columnWidths;

  /** The line that each column stands in. */
  private final Line[] lineOf;

  private final List<Line> lines = new ArrayList<>();

  /**
   * Some columns side by side.
   *
   * @param y the middle of the upper lane
   * @param bottom where its boxes end, with the shapes below them
   */
  private record Line(int first, int last, double y, double bottom) {}

  private FlowLayout(Flow flow, boolean scarce) {
    this.scarce = scarce;
    boxes = flow.boxes();
    lanes = new Lanes(flow);
    boxHeight = TWO_LINES + (scarce ? FURTHER_LINE : 0);
    int columns = lanes.lastColumn() + 1;
    lefts = new double[columns];
    columnWidths = new double[columns];
    lineOf = new Line[columns];
    measureColumns();
    double top = MARGIN;
    for (int first = 0; first <= lanes.lastColumn(); ) {
      int last = placeLine(first);
      double y = top + boxHeight / 2;
      double bottom =
          y + lanes.lowest(first, last) * (boxHeight + BETWEEN_LANES) + boxHeight / 2 + SHAPE;
      Line line = new Line(first, last, y, bottom);
      lines.add(line);
      Arrays.fill(lineOf, first, last + 1, line);
      top = bottom + BETWEEN_LINES;
      first = last + 1;
    }
  }

  /** Boxes with their notes in one line or, where that is too wide for the page, in two. */
  static FlowLayout of(Flow flow) {
    FlowLayout layout = new FlowLayout(flow, false);
    return layout.drawnWidth() > OVERHANG * PAGE ? new FlowLayout(flow, true) : layout;
  }

  /** Gives a line's columns their x and answers with the last that fits before a good break. */
  private int placeLine(int first) {
    int end = -1;
    double x = first == 0 ? MARGIN : MARGIN + GAP;
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
      x += GAP;
    }
    return lanes.lastColumn();
  }

  private void measureColumns() {
    for (int box = 0; box < boxes.size(); box++) {
      int column = lanes.column(box);
      double needed = Math.max(width(box), Font.SHAPE.width(boxes.get(box).output().toString()));
      columnWidths[column] = Math.max(columnWidths[column], needed);
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

  /** The baseline of the shape below a box. */
  double shapeY(int box) {
    return top(box) + height(box) + TO_SHAPE;
  }

  /** The left side of a box, which stands in the middle of its column. */
  double left(int box) {
    int column = lanes.column(box);
    return lefts[column] + (columnWidths[column] - width(box)) / 2;
  }

  List<String> notes(int box) {
    return boxes.get(box).notes(scarce);
  }

  double width(int box) {
    Box text = boxes.get(box);
    return 16
        + notes(box).stream()
            .mapToDouble(Font.NOTE::width)
            .reduce(Font.LABEL.width(text.label()), Math::max);
  }

  double top(int box) {
    return laneY(box, lanes.top(box)) - boxHeight / 2;
  }

  /** As high as one lane, or as all the lanes that a join brings together. */
  double height(int box) {
    return boxHeight + (lanes.bottom(box) - lanes.top(box)) * (boxHeight + BETWEEN_LANES);
  }

  /** The middle of a lane in the line of a box. */
  double laneY(int box, int lane) {
    return line(box).y + lane * (boxHeight + BETWEEN_LANES);
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
