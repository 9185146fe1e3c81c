package pointwise.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import pointwise.model.Model;
import pointwise.tensor.Tensor;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** A model as the table of its weights. */
final class ModelHtml {
  private ModelHtml() {}

  static String of(Model model) {
    List<Tensor> weights = List.copyOf(model.weights().values());
    LongColumn numbers =
        LongColumn.create(
            "numbers", weights.stream().mapToLong(tensor -> tensor.shape().size()).toArray());
    numbers.setPrintFormatter(
        new NumberColumnFormatter(
            new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))));
    Table table =
        Table.create(
            "Weights of a model, %s → %s"
                .formatted(model.graph().input().shape(), model.graph().output().shape()),
            StringColumn.create("weights", model.weights().keySet()),
            StringColumn.create("shape", weights.stream().map(t -> t.shape().toString())),
            numbers);
    return HtmlTable.of(table).html();
  }
}
