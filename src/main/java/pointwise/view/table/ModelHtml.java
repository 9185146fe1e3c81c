package pointwise.view.table;

import java.util.List;
import pointwise.cost.Columns;
import pointwise.model.Model;
import pointwise.tensor.Tensor;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A model as the table of its weights. */
final class ModelHtml {
  private ModelHtml() {}

  static String of(Model model) {
    List<Tensor> weights = List.copyOf(model.weights().values());
    Table table =
        Table.create(
            "Weights of a model, %s → %s"
                .formatted(model.graph().input().shape(), model.graph().output().shape()),
            StringColumn.create("weights", model.weights().keySet()),
            Columns.text("shape", weights, tensor -> tensor.shape().toString()),
            Columns.count("numbers", weights, tensor -> tensor.shape().size()));
    return HtmlTable.of(table).html();
  }
}
