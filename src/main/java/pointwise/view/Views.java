package pointwise.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import pointwise.net.Network;
import pointwise.tensor.Tensor;
import tech.tablesaw.api.Table;

/** Which type is shown how: the one list to add to. */
final class Views {
  private static final Map<Class<?>, Function<Object, String>> HTML = new LinkedHashMap<>();

  static {
    register(Display.class, Display::html);
    register(CostReport.class, CostHtml::of);
    register(Comparison.class, CostHtml::of);
    register(TimingReport.class, report -> HtmlTable.of(report.table()).html());
    register(Tally.class, ReportHtml::of);
    register(ConventionReport.class, report -> HtmlTable.of(report.table()).html());
    register(ReceptiveFields.class, ReportHtml::of);
    register(Memory.class, ReportHtml::of);
    register(Audit.class, ReportHtml::of);
    register(Parting.class, parting -> HtmlTable.of(parting.table()).dashForZero().html());
    register(Summary.class, SummaryHtml::of);
    register(Network.class, network -> Drawing.of(network).html());
    register(Model.class, ModelHtml::of);
    register(Tensor.class, TensorHtml::of);
    register(Table.class, table -> HtmlTable.beginning(table).html());
  }

  private Views() {}

  private static <T> void register(Class<T> type, Function<T, String> view) {
    HTML.put(type, value -> view.apply(type.cast(value)));
  }

  static List<Class<?>> types() {
    return List.copyOf(HTML.keySet());
  }

  /** The value's view; its text if it has none. */
  static String html(Object value) {
    return HTML.entrySet().stream()
        .filter(view -> view.getKey().isInstance(value))
        .findFirst()
        .map(view -> view.getValue().apply(value))
        .orElseGet(() -> Html.plain(String.valueOf(value)));
  }
}
