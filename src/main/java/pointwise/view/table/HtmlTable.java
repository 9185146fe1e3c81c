package pointwise.view.table;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import pointwise.view.Html;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table as HTML: numbers to the right, text to the left, its name as the caption.
 *
 * <p>Each cell carries its style, because notebooks that are not trusted drop style sheets. GitHub
 * drops styles too: there the {@code align} attributes and the bold elements are what remains.
 */
final class HtmlTable {
  /** Greys that read on white and on black. */
  private static final String DASH = "<span style=\"color:#8a8a8a\">–</span>";

  private static final String RULE = "1px solid #8a8a8a";
  private static final String CAPTION =
      "text-align:left;font-weight:bold;padding:4px 8px;color:inherit;white-space:nowrap";

  private static final int MOST_ROWS = 100;

  private final Table table;
  private final Set<Integer> bold = new HashSet<>();
  private boolean dashForZero;
  private int totalRow = -1;

  private HtmlTable(Table table) {
    this.table = table;
  }

  static HtmlTable of(Table table) {
    return new HtmlTable(table);
  }

  /** A table that may be long: its first rows, and how many there are. */
  static HtmlTable beginning(Table table) {
    if (table.rowCount() <= MOST_ROWS) {
      return of(table);
    }
    String name =
        String.format(
            Locale.ROOT,
            "%s (the first %d of %,d rows)",
            table.name(),
            MOST_ROWS,
            table.rowCount());
    return of(table.first(MOST_ROWS).setName(name));
  }

  /** Shows the zeros of the numeric columns as a faint dash: what a layer does not have. */
  HtmlTable dashForZero() {
    dashForZero = true;
    return this;
  }

  /** Prints a row in bold. */
  HtmlTable bold(int row) {
    bold.add(row);
    return this;
  }

  /** Sets the last row off as the sum of those above. */
  HtmlTable totalRow() {
    totalRow = table.rowCount() - 1;
    return bold(totalRow);
  }

  String html() {
    StringBuilder html =
        new StringBuilder(
            "<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">");
    if (table.name() != null) {
      html.append(
          "<caption style=\"%s\">%s</caption>".formatted(CAPTION, Html.escape(table.name())));
    }
    html.append("\n <thead>\n  <tr>\n");
    for (Column<?> column : table.columns()) {
      html.append(cell("th", column, ";border-bottom:" + RULE, Html.escape(column.name())));
    }
    html.append("  </tr>\n </thead>\n <tbody>\n");
    for (int row = 0; row < table.rowCount(); row++) {
      html.append("  <tr>\n");
      for (Column<?> column : table.columns()) {
        html.append(
            cell("td", column, row == totalRow ? ";border-top:" + RULE : "", text(column, row)));
      }
      html.append("  </tr>\n");
    }
    return html.append(" </tbody>\n</table>").toString();
  }

  private static String cell(String tag, Column<?> column, String rule, String html) {
    String side = isNumeric(column) ? "right" : "left";
    return "   <%s align=\"%s\" style=\"text-align:%s;padding:3px 8px;vertical-align:top%s%s\">%s</%s>\n"
        .formatted(
            tag, side, side, isNumeric(column) ? ";white-space:nowrap" : "", rule, html, tag);
  }

  /** A cell by the print format of its column; a number that is not there is a dash. */
  private String text(Column<?> column, int row) {
    String text = column.getString(row);
    boolean nothing = text.isEmpty() || (dashForZero && text.equals("0"));
    String html = isNumeric(column) && nothing ? DASH : Html.escape(text);
    return bold.contains(row) ? "<b>" + html + "</b>" : html;
  }

  private static boolean isNumeric(Column<?> column) {
    return column instanceof NumericColumn;
  }
}
