package pointwise.view.table;

import java.util.Comparator;
import java.util.Locale;
import pointwise.cost.Audit;
import pointwise.cost.Audit.Outcome;
import pointwise.cost.Memory;
import pointwise.cost.ReceptiveFields;
import pointwise.cost.Tally;
import pointwise.view.Html;
import pointwise.view.Palette;
import tech.tablesaw.api.Table;

/** Reports as a sentence and a table; a long table is folded behind the sentence. */
final class ReportHtml {
  /** More rows than that are opened only by who wants them. */
  private static final int MANY = 30;

  private ReportHtml() {}

  static String of(Memory memory) {
    return told(memory.toString(), HtmlTable.of(memory.table()).dashForZero(), memory.table());
  }

  static String of(ReceptiveFields fields) {
    String largest =
        fields.rows().stream()
            .max(Comparator.comparingLong(row -> row.vertical().size() * row.horizontal().size()))
            .map(
                row ->
                    String.format(
                        Locale.ROOT,
                        "%d layers; one unit of %s sees the most, %d×%d pixels",
                        fields.rows().size(),
                        row.name(),
                        row.vertical().size(),
                        row.horizontal().size()))
            .orElse("No layers");
    return told(largest, HtmlTable.of(fields.table()), fields.table());
  }

  /** The deviations are bold, and what K stands for is told where it is used. */
  static String of(Audit audit) {
    HtmlTable table = HtmlTable.of(audit.table());
    for (int row = 0; row < audit.findings().size(); row++) {
      if (audit.findings().get(row).outcome() != Outcome.AGREES) {
        table.bold(row);
      }
    }
    boolean kilos = audit.findings().stream().anyMatch(f -> f.published().endsWith("K"));
    String note = kilos ? Html.paragraph(Palette.GREY.stroke(), "K is " + audit.kilo() + ".") : "";
    return table.html() + note;
  }

  static String of(Tally tally) {
    return Html.paragraph(Palette.BLUE.stroke(), tally.toString());
  }

  private static String told(String sentence, HtmlTable table, Table rows) {
    return rows.rowCount() > MANY
        ? "<details><summary style=\"cursor:pointer\">%s</summary>%s</details>"
            .formatted(Html.escape(sentence), table.html())
        : Html.paragraph(Palette.BLUE.stroke(), sentence) + table.html();
  }
}
