package pointwise.view.motion;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pointwise.view.Palette;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;
import pointwise.view.diagram.Figures;
import pointwise.view.diagram.Grid;
import pointwise.view.diagram.Grid.Cell;
import pointwise.view.motion.Sliding.Stop;
import pointwise.window.Axis;

/**
 * One layer at work, in figures: each channel of the input with its filter and its sum in a line of
 * its own, at the right what comes out. Where channels are added up, a bracket gathers the lines.
 */
final class FigurePanel {
  private static final double TITLE = 30;
  private static final double HEADS = 22;
  private static final double GAP = 30;
  private static final double LINE = 18;
  private static final double CHANNEL = 74;
  private static final String PADDING = "#d5d5cf";
  private static final String EMPTY = "#dfdfd9";

  private final Sliding sliding;
  private final Sums sums;
  private final List<Stop> stops;
  private final Palette tint;
  private final Grid input;
  private final Grid filter;
  private final Grid output;
  private final int rowsBefore;
  private final int columnsBefore;
  private final double sumWidth;
  private final double totalWidth;
  private final double lane;

  FigurePanel(Sliding sliding, List<Stop> stops) {
    this.sliding = sliding;
    this.stops = stops;
    this.sums = new Sums(sliding);
    this.tint = Palette.of(sliding.layer());
    this.rowsBefore = sliding.rows().before();
    this.columnsBefore = sliding.columns().before();
    int height = Math.max(sliding.rows().in(), reach(sliding.rows())) + rowsBefore;
    int width = Math.max(sliding.columns().in(), reach(sliding.columns())) + columnsBefore;
    this.input = new Grid(height, width, cellWidth(sliding.x().toArray()));
    float[] weights = sliding.weights() == null ? new float[0] : sliding.weights().toArray();
    this.filter = new Grid(sliding.rows().kernel(), sliding.columns().kernel(), cellWidth(weights));
    this.output =
        new Grid(sliding.rows().out(), sliding.columns().out(), cellWidth(sliding.y().toArray()));
    this.sumWidth =
        stops.stream()
            .flatMap(stop -> channels().boxed().flatMap(c -> sums.lines(stop, c).stream()))
            .mapToDouble(Font.SHAPE::width)
            .reduce(Font.NOTE.width(sumHead()), Math::max);
    this.totalWidth =
        stops.stream().map(sums::total).mapToDouble(Font.LABEL::width).max().orElse(0);
    double text = LINE * (sliding.rows().kernel() + 2);
    double own = sliding.keepsChannelsApart() ? output.height() : 0;
    this.lane = Math.max(Math.max(input.height(), text), own) + 16;
  }

  /** The input's cells up to the last that a window reads, trailing padding included. */
  private static int reach(Axis axis) {
    return axis.start(axis.out() - 1) + axis.span(1);
  }

  private static double cellWidth(float[] values) {
    Stream<String> texts = IntStream.range(0, values.length).mapToObj(i -> Figures.text(values[i]));
    return Grid.cellWidth(texts::iterator);
  }

  private IntStream channels() {
    return IntStream.range(0, sliding.channels());
  }

  int stops() {
    return stops.size();
  }

  private double filterLeft() {
    return CHANNEL + input.width() + GAP;
  }

  private double sumLeft() {
    return sliding.weights() == null ? filterLeft() : filterLeft() + filterWidth() + GAP;
  }

  private double filterWidth() {
    return Math.max(filter.width(), Font.NOTE.width(filterHead(stops.get(0))));
  }

  private double outputLeft() {
    double gathered = sliding.keepsChannelsApart() ? 0 : totalWidth + 24;
    return sumLeft() + sumWidth + gathered + GAP;
  }

  private double outputSlot() {
    return Math.max(output.width(), Font.NOTE.width("channel 00")) + 16;
  }

  double width() {
    int across = sliding.keepsChannelsApart() ? sliding.filters() : 1;
    double body = outputLeft() + across * outputSlot();
    return Math.max(body, Font.LABEL.width(title()));
  }

  double height() {
    double stacked = sliding.keepsChannelsApart() ? 0 : sliding.outputs() * stackedHeight();
    return TITLE + HEADS + Math.max(sliding.channels() * lane, stacked);
  }

  private double stackedHeight() {
    return output.height() + 26;
  }

  String title() {
    return sliding.name()
        + (sliding.keepsChannelsApart()
            ? ": each channel on its own"
            : ": the channels are added up");
  }

  private String sumHead() {
    return sliding.weights() == null ? "of the window" : "pixel · weight, added up";
  }

  private String filterHead(Stop stop) {
    return sliding.filters() == 1
        ? "filter"
        : String.format(Locale.ROOT, "filter %d of %d", stop.filter() + 1, sliding.filters());
  }

  /**
   * Draws a stop.
   *
   * @param at which of the stops that are shown
   * @param finished whether all of the output stands there, or what has been computed so far
   */
  void draw(Svg svg, double left, double top, int at, boolean finished) {
    Stop stop = stops.get(at);
    svg.textFrom(left, top + 13, Font.LABEL, title());
    double heads = top + TITLE + 8;
    svg.textFrom(left + CHANNEL, heads, Font.NOTE, "input");
    if (sliding.weights() != null) {
      svg.textFrom(left + filterLeft(), heads, Font.NOTE, filterHead(stop));
    }
    svg.textFrom(left + sumLeft(), heads, Font.NOTE, sumHead());
    svg.textFrom(left + outputLeft(), heads, Font.NOTE, "output");
    double lanes = top + TITLE + HEADS;
    channels().forEach(c -> channel(svg, left, lanes + c * lane, stop, c));
    if (sliding.keepsChannelsApart()) {
      channels().forEach(c -> outputsOf(svg, left, lanes + c * lane, at, c, finished));
    } else {
      gathered(svg, left, lanes, stop);
      for (int f = 0; f < sliding.outputs(); f++) {
        output(svg, left + outputLeft(), lanes + f * stackedHeight(), at, f, finished);
      }
    }
  }

  private void channel(Svg svg, double left, double top, Stop stop, int channel) {
    svg.textFrom(left, top + 16, Font.NOTE, "channel " + channel);
    boolean seen = sliding.sees(stop, channel);
    int[] rows = sliding.tapRows(stop);
    int[] columns = sliding.tapColumns(stop);
    double gridLeft = left + CHANNEL;
    input.draw(svg, gridLeft, top, (r, c) -> inputCell(r, c, channel, seen, rows, columns));
    if (!seen) {
      return;
    }
    input.frame(
        svg,
        gridLeft,
        top,
        rows[0] + rowsBefore,
        columns[0] + columnsBefore,
        sliding.rows().span(1),
        sliding.columns().span(1));
    if (sliding.weights() != null) {
      filter.draw(
          svg,
          left + filterLeft(),
          top,
          (r, c) -> new Cell(Figures.text(sliding.weight(stop, channel, r, c)), pale()));
    }
    double y = top + 16;
    for (String line : sums.lines(stop, channel)) {
      svg.textFrom(left + sumLeft(), y, Font.SHAPE, line);
      y += LINE;
    }
  }

  private Cell inputCell(
      int gridRow, int gridColumn, int channel, boolean seen, int[] rows, int[] columns) {
    int row = gridRow - rowsBefore;
    int column = gridColumn - columnsBefore;
    boolean tapped =
        seen
            && IntStream.of(rows).anyMatch(r -> r == row)
            && IntStream.of(columns).anyMatch(c -> c == column);
    if (!sliding.isReal(row, column)) {
      return new Cell(sliding.weights() == null ? "" : "0", tapped ? shadowed() : PADDING);
    }
    String text = Figures.text(sliding.pixel(row, column, channel));
    return new Cell(text, tapped ? pale() : "#ffffff");
  }

  private String pale() {
    return tint.mixed(0.6, 0xFFFFFF);
  }

  private String shadowed() {
    return tint.mixed(0.7, 0xD5D5CF);
  }

  private void gathered(Svg svg, double left, double lanes, Stop stop) {
    int[] seen = channels().filter(c -> sliding.sees(stop, c)).toArray();
    double x = left + sumLeft() + sumWidth + 8;
    double top = lanes + seen[0] * lane;
    double bottom = lanes + seen[seen.length - 1] * lane + LINE * (sliding.rows().kernel() + 1);
    double middle = (top + bottom) / 2;
    svg.line(
        Palette.SOFT_INK,
        new Point(x, top),
        new Point(x + 6, top),
        new Point(x + 6, bottom),
        new Point(x, bottom));
    svg.textFrom(x + 16, middle + 4.5, Font.LABEL, sums.total(stop));
  }

  private void outputsOf(Svg svg, double left, double top, int at, int channel, boolean finished) {
    for (int f = 0; f < sliding.filters(); f++) {
      int number = channel * sliding.filters() + f;
      output(svg, left + outputLeft() + f * outputSlot(), top, at, number, finished);
    }
  }

  private void output(Svg svg, double left, double top, int at, int number, boolean finished) {
    Stop now = stops.get(at);
    boolean current = isOf(now, number);
    output.draw(
        svg,
        left,
        top,
        (row, column) -> {
          boolean here = current && row == now.row() && column == now.column();
          boolean there = finished || isComputed(at, row, column, number);
          String text = there ? Figures.text(sliding.result(row, column, number)) : "";
          return new Cell(text, here ? tint.mixed(0.3, 0xFFFFFF) : there ? "#ffffff" : EMPTY);
        });
    if (sliding.outputs() > 1) {
      svg.textFrom(left, top + output.height() + 14, Font.NOTE, "channel " + number);
    }
  }

  /** Whether a stop computes a number of that output channel. */
  private boolean isOf(Stop stop, int number) {
    int filter = sliding.keepsChannelsApart() ? number % sliding.filters() : number;
    return stop.filter() == filter;
  }

  /** Whether a number has been computed by then, be it at a stop that is not shown. */
  private boolean isComputed(int at, int row, int column, int number) {
    Stop now = stops.get(at);
    int filter = sliding.keepsChannelsApart() ? number % sliding.filters() : number;
    return sliding.index(new Stop(row, column, filter)) <= sliding.index(now);
  }

  /** What a reader hears instead: the first stop in full, then all that comes out. */
  String spoken() {
    return "%s on %s. At the first place: %s. Output %s: %s"
        .formatted(
            title(),
            sliding.x().shape(),
            sums.spoken(stops.get(0)),
            sliding.y().shape(),
            sliding.y().toLiteral());
  }
}
