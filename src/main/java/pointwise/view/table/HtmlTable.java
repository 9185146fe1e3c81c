package pointwise.view.table;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table as HTML: numbers to the right, text to the left, its name as the caption.
 *
 * <p>Tablesaw writes the cells; this class adds the styles to each cell, because notebooks that are
 * not trusted drop style sheets. GitHub drops styles too: there the {@code align} attributes and
 * the bold elements are what remains.
 */
final class HtmlTable {
  /** Greys that read on white and on black. */
  private static final String FAINT = "color:#8a8a8a";

  private static final String RULE = "1px solid #8a8a8a";

  private static final int MOST_ROWS = 100;

  private final Table table;
  private final Document document;

  private HtmlTable(Table table) {
    this.table = table;
    this.document = Jsoup.parseBodyFragment(withPrintedNumbers(table).write().toString("html"));
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
    for (Element row : rows()) {
      for (int i = 0; i < row.childrenSize(); i++) {
        if (isNumeric(table.column(i)) && row.child(i).text().equals("0")) {
          row.child(i).html("<span style=\"" + FAINT + "\">–</span>");
        }
      }
    }
    return this;
  }

  /** Prints a row in bold. */
  HtmlTable bold(int row) {
    rows().get(row).children().forEach(cell -> cell.html("<b>" + cell.html() + "</b>"));
    return this;
  }

  /** Sets the last row off as the sum of those above. */
  HtmlTable totalRow() {
    Element last = rows().get(rows().size() - 1);
    for (Element cell : last.children()) {
      cell.html("<b>" + cell.html() + "</b>").attr("style", "border-top:" + RULE);
    }
    return this;
  }

  String html() {
    Element root = document.body().child(0);
    root.attr("style", "border-collapse:collapse;font-variant-numeric:tabular-nums");
    if (table.name() != null) {
      root.prependElement("caption")
          .attr(
              "style",
              "text-align:left;font-weight:bold;padding:4px 8px;color:inherit;white-space:nowrap")
          .text(table.name());
    }
    for (Element row : root.select("tr")) {
      for (int i = 0; i < row.childrenSize(); i++) {
        align(row.child(i), isNumeric(table.column(i)) ? "right" : "left");
      }
    }
    root.select("th").forEach(cell -> style(cell, "border-bottom:" + RULE));
    document.outputSettings().prettyPrint(false);
    return root.outerHtml();
  }

  private List<Element> rows() {
    return document.select("tbody tr");
  }

  private static void align(Element cell, String side) {
    cell.attr("align", side);
    style(cell, "text-align:%s;padding:3px 8px;vertical-align:top".formatted(side));
    if (side.equals("right")) {
      style(cell, "white-space:nowrap");
    }
  }

  private static void style(Element cell, String more) {
    String style = cell.attr("style");
    cell.attr("style", style.isEmpty() ? more : style + ";" + more);
  }

  /** Tablesaw's HTML ignores the print formats of the columns, so the cells are printed first. */
  private static Table withPrintedNumbers(Table table) {
    Table printed = Table.create(table.name());
    for (Column<?> column : table.columns()) {
      String[] cells = new String[column.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = column.getString(i);
      }
      printed.addColumns(StringColumn.create(column.name(), cells));
    }
    return printed;
  }

  private static boolean isNumeric(Column<?> column) {
    return column instanceof NumericColumn;
  }
}
