package pointwise.view.table;

import pointwise.cost.Audit;
import pointwise.cost.Comparison;
import pointwise.cost.ConventionReport;
import pointwise.cost.CostReport;
import pointwise.cost.Memory;
import pointwise.cost.Parting;
import pointwise.cost.ReceptiveFields;
import pointwise.cost.Summary;
import pointwise.cost.Tally;
import pointwise.model.Model;
import pointwise.model.TimingReport;
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

  /** One line a design. */
  public static String html(Comparison comparison) {
    return HtmlTable.of(comparison.table()).dashForZero().html();
  }

  /** The layers in which two networks differ. */
  public static String html(Parting parting) {
    return HtmlTable.of(parting.table()).dashForZero().html();
  }

  /** One line a design with its milliseconds. */
  public static String html(TimingReport report) {
    return HtmlTable.of(report.table()).html();
  }

  /** One line a convention. */
  public static String html(ConventionReport report) {
    return HtmlTable.of(report.table()).html();
  }

  /** The count in words. */
  public static String html(Tally tally) {
    return ReportHtml.of(tally);
  }

  /** One line a layer, behind what the largest sees. */
  public static String html(ReceptiveFields fields) {
    return ReportHtml.of(fields);
  }

  /** One line a layer, behind the whole. */
  public static String html(Memory memory) {
    return ReportHtml.of(memory);
  }

  /** One line a published number, the deviations in bold. */
  public static String html(Audit audit) {
    return ReportHtml.of(audit);
  }

  /** A line a module, which opens to its layers. */
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
