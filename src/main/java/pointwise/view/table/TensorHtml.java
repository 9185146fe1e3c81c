package pointwise.view.table;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Html;

/**
 * A small vector, matrix or image as grids of numbers, one grid a channel; whatever is larger as
 * its abbreviated text.
 */
final class TensorHtml {
  private static final int LARGEST_SIDE = 12;
  private static final int MOST_CHANNELS = 8;

  private TensorHtml() {}

  static String of(Tensor tensor) {
    Shape shape = tensor.shape();
    if (shape.rank() == 2 && fits(shape.dim(0), shape.dim(1))) {
      return grid(shape.toString(), shape.dim(0), shape.dim(1), tensor::get);
    }
    if (shape.rank() == 3
        && fits(shape.height(), shape.width())
        && shape.channels() <= MOST_CHANNELS) {
      return IntStream.range(0, shape.channels())
          .mapToObj(channel -> channel(tensor, channel))
          .collect(Collectors.joining("", "<div style=\"display:flex;flex-wrap:wrap\">", "</div>"));
    }
    return Html.plain(tensor.toString());
  }

  private static boolean fits(int rows, int columns) {
    return rows <= LARGEST_SIDE && columns <= LARGEST_SIDE;
  }

  private static String channel(Tensor image, int channel) {
    Shape shape = image.shape();
    String title = shape.channels() == 1 ? shape.toString() : shape + ", channel " + channel;
    return grid(
        title, shape.height(), shape.width(), (row, column) -> image.get(row, column, channel));
  }

  private interface Cell {
    float at(int row, int column);
  }

  private static String grid(String title, int rows, int columns, Cell cell) {
    StringBuilder html =
        new StringBuilder(
            "<table style=\"border-collapse:collapse;margin:4px 16px 4px 0;"
                + "font-variant-numeric:tabular-nums\">"
                + "<caption style=\"text-align:left;white-space:nowrap;padding:2px 0;"
                + "color:inherit\">"
                + Html.escape(title)
                + "</caption>");
    for (int row = 0; row < rows; row++) {
      html.append("<tr>");
      for (int column = 0; column < columns; column++) {
        html.append(
                "<td align=\"right\" style=\"text-align:right;padding:2px 8px;"
                    + "border:1px solid #8a8a8a\">")
            .append(number(cell.at(row, column)))
            .append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</table>").toString();
  }

  /** Whole numbers without a point, others with four digits that count. */
  private static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e7
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
