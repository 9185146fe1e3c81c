package pointwise.view.diagram;

import java.util.function.BiFunction;
import pointwise.view.Palette;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;

/**
 * Numbers in rows and columns.
 *
 * @param rows how many rows
 * @param columns how many columns
 * @param cellWidth how wide each cell is
 */
public record Grid(int rows, int columns, double cellWidth) {
  public static final double CELL_HEIGHT = 23;
  private static final String EDGE = "#8c8c8c";

  /** What a cell looks like. */
  public record Cell(String text, String fill) {}

  /** Wide enough for each of the numbers. */
  public static double cellWidth(Iterable<String> texts) {
    double widest = 20;
    for (String text : texts) {
      widest = Math.max(widest, Font.SHAPE.width(text));
    }
    return widest + 8;
  }

  /** In pixels. */
  public double width() {
    return columns * cellWidth;
  }

  /** In pixels. */
  public double height() {
    return rows * CELL_HEIGHT;
  }

  /** Draws the cells; left and top are the upper left corner. */
  public void draw(Svg svg, double left, double top, BiFunction<Integer, Integer, Cell> cells) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Cell cell = cells.apply(row, column);
        double x = left + column * cellWidth;
        double y = top + row * CELL_HEIGHT;
        area(svg, x, y, x + cellWidth, y + CELL_HEIGHT, cell.fill(), EDGE);
        if (!cell.text().isEmpty()) {
          svg.text(x + cellWidth / 2, y + CELL_HEIGHT / 2 + 4.5, Font.SHAPE, cell.text());
        }
      }
    }
  }

  /** A strong line around some cells. */
  public void frame(Svg svg, double left, double top, int row, int column, int height, int width) {
    double x = left + column * cellWidth;
    double y = top + row * CELL_HEIGHT;
    double right = x + width * cellWidth;
    double bottom = y + height * CELL_HEIGHT;
    svg.line(
        Palette.INK,
        new Point(x, y),
        new Point(right, y),
        new Point(right, bottom),
        new Point(x, bottom),
        new Point(x, y));
  }

  private static void area(
      Svg svg, double left, double top, double right, double bottom, String fill, String edge) {
    svg.polygon(
        fill,
        edge,
        new Point(left, top),
        new Point(right, top),
        new Point(right, bottom),
        new Point(left, bottom));
  }
}
