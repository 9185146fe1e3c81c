package pointwise.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pointwise.cost.Comparison;
import pointwise.cost.CostReport;
import pointwise.model.Model;
import pointwise.model.TimingReport;
import pointwise.net.Network;
import pointwise.tensor.Tensor;
import tech.tablesaw.api.Table;

/** What can be shown in a notebook: as HTML, and as plain text by {@code toString()}. */
public interface Display {
  /** Self-contained HTML that needs no script and no style sheet. */
  String html();

  /**
   * How a value of the library or of Tablesaw is shown; anything else shows its text.
   *
   * @param value a {@code Display}, or a value of one of the {@link #types()}
   */
  static Display of(Object value) {
    if (value instanceof Display display) {
      return display;
    }
    return () ->
        Registry.VIEWS.entrySet().stream()
            .filter(view -> view.getKey().isInstance(value))
            .findFirst()
            .map(view -> view.getValue().apply(value))
            .orElseGet(() -> Html.plain(String.valueOf(value)));
  }

  /** The types that {@link #of} shows as more than text: what a notebook registers. */
  static List<Class<?>> types() {
    return List.copyOf(Registry.VIEWS.keySet());
  }

  /** The types and their views, in one place. */
  final class Registry {
    private static final Map<Class<?>, Function<Object, String>> VIEWS = new LinkedHashMap<>();

    static {
      register(Display.class, Display::html);
      register(CostReport.class, CostHtml::of);
      register(Comparison.class, CostHtml::of);
      register(Network.class, network -> Drawing.of(network).html());
      register(TimingReport.class, report -> HtmlTable.of(report.table()).html());
      register(Model.class, ModelHtml::of);
      register(Tensor.class, TensorHtml::of);
      register(Table.class, table -> HtmlTable.beginning(table).html());
    }

    private Registry() {}

    private static <T> void register(Class<T> type, Function<T, String> view) {
      VIEWS.put(type, value -> view.apply(type.cast(value)));
    }
  }
}
