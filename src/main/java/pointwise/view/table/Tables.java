package pointwise.view.table;

import pointwise.cost.Audit;
import pointwise.cost.CostReport;
import pointwise.cost.Memory;
import pointwise.cost.ReceptiveFields;
import pointwise.cost.Report;
import pointwise.cost.Summary;
import pointwise.cost.Tally;
import pointwise.model.Model;
import pointwise.tensor.Tensor;
import tech.tablesaw.api.Table;

/** Reports, models, tensors and tables as HTML that needs no script and no style sheet. */
public final class Tables {
  private Tables() {}

  /** The layers and their total; a long report by module. */
  public static String html(CostReport report) {
    return report.isLong()
        ? SummaryHtml.of(report.summary())
        : HtmlTable.of(report.table()).dashForZero().totalRow().html();
  }

  /** Any report as its table; a dash stands where there is nothing to count. */
  public static String html(Report report) {
    return HtmlTable.of(report.table()).dashForZero().html();
  }

  /** The count in words. */
  public static String html(Tally tally) {
    return ReportHtml.of(tally);
  }

  /** One line per layer, behind what the largest sees. */
  public static String html(ReceptiveFields fields) {
    return ReportHtml.of(fields);
  }

  /** One line per layer, behind the whole. */
  public static String html(Memory memory) {
    return ReportHtml.of(memory);
  }

  /** One line per published number, the deviations in bold. */
  public static String html(Audit audit) {
    return ReportHtml.of(audit);
  }

  /** A line per module, which opens to its layers. */
  public static String html(Summary summary) {
    return SummaryHtml.of(summary);
  }

  /** The shapes of a model's weights. */
  public static String html(Model model) {
    return ModelHtml.of(model);
  }

  /** A small tensor as grids of numbers, a larger one as its text. */
  public static String html(Tensor tensor) {
    return TensorHtml.of(tensor);
  }

  /** The first rows of a table, and how many there are. */
  public static String html(Table table) {
    return HtmlTable.beginning(table).html();
  }
}
