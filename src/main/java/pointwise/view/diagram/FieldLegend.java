package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pointwise.view.Palette;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;
import pointwise.view.diagram.NestedFields.Ring;

/** The table beside a drawing of receptive fields: size, jump and start, a line per colour. */
final class FieldLegend {
  private static final double SWATCH = 14;
  private static final double LINE = 24;
  private static final double GAP = 14;
  private static final List<String> TITLES = List.of("", "sees", "jump", "start");

  private final List<Line> lines = new ArrayList<>();
  private final int fields;

  private record Line(String fill, String stroke, List<String> cells) {}

  FieldLegend(NestedFields nested, FieldWords words) {
    fields = nested.rings().size();
    for (int i = 0; i < nested.rings().size(); i++) {
      Ring ring = nested.rings().get(i);
      Palette tint = FieldPicture.tint(i);
      lines.add(new Line(tint.mixed(0.35, 0xFFFFFF), tint.mixed(0.2, 0), FieldWords.cells(ring)));
    }
    lines.add(
        new Line(
            "#ffffff", FieldPicture.BORDER, List.of("image", FieldWords.size(nested.image()))));
    if (words.padding() > 0) {
      lines.add(new Line(FieldPicture.PADDING, FieldPicture.PADDING, List.of("padding")));
    }
  }

  double width() {
    double columns = IntStream.range(0, TITLES.size()).mapToDouble(this::width).sum();
    return SWATCH + 8 + columns + GAP * (TITLES.size() - 1);
  }

  double height() {
    return LINE * (lines.size() + 1);
  }

  private double width(int column) {
    return lines.stream()
        .filter(line -> column < line.cells.size())
        .mapToDouble(line -> font(column).width(line.cells.get(column)))
        .reduce(Font.NOTE.width(TITLES.get(column)), Math::max);
  }

  private static Font font(int column) {
    return column == 0 ? Font.LABEL : Font.SHAPE;
  }

  /**
   * Draws the table.
   *
   * @param rings how many of the fields have a line so far; the others' lines stay empty
   */
  void draw(Svg svg, double left, double top, int rings) {
    for (int column = 1; column < TITLES.size(); column++) {
      svg.text(middle(left, column), top + 11, Font.NOTE, TITLES.get(column));
    }
    double y = top + LINE;
    for (Line line : lines) {
      if (lines.indexOf(line) < fields && lines.indexOf(line) >= rings) {
        y += LINE;
        continue;
      }
      svg.polygon(
          line.fill,
          line.stroke,
          new Point(left, y),
          new Point(left + SWATCH, y),
          new Point(left + SWATCH, y + SWATCH),
          new Point(left, y + SWATCH));
      svg.textFrom(left + SWATCH + 8, y + 11.5, Font.LABEL, line.cells.get(0));
      for (int column = 1; column < line.cells.size(); column++) {
        svg.text(middle(left, column), y + 11.5, Font.SHAPE, line.cells.get(column));
      }
      y += LINE;
    }
  }

  private double middle(double left, int column) {
    double before = IntStream.range(0, column).mapToDouble(i -> width(i) + GAP).sum();
    return left + SWATCH + 8 + before + width(column) / 2;
  }
}
