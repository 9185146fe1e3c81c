package pointwise.view;

import pointwise.cost.Comparison;
import pointwise.cost.CostReport;

/** Counts as tables; a dash stands where a layer has nothing to count. */
final class CostHtml {
  private CostHtml() {}

  static String of(CostReport report) {
    return report.isLong()
        ? SummaryHtml.of(report.summary())
        : HtmlTable.of(report.table()).dashForZero().totalRow().html();
  }

  static String of(Comparison comparison) {
    return HtmlTable.of(comparison.table()).dashForZero().html();
  }
}
