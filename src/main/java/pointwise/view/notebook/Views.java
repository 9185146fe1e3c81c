package pointwise.view.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pointwise.cost.Audit;
import pointwise.cost.CostReport;
import pointwise.cost.Memory;
import pointwise.cost.ReceptiveFields;
import pointwise.cost.Report;
import pointwise.cost.Summary;
import pointwise.cost.Tally;
import pointwise.model.Model;
import pointwise.op.Network;
import pointwise.tensor.Tensor;
import pointwise.view.Display;
import pointwise.view.Html;
import pointwise.view.Picture;
import pointwise.view.diagram.Diagrams;
import pointwise.view.table.Tables;
import tech.tablesaw.api.Table;

/** Which type is shown how: the one list to add to. */
public final class Views {
  /** What is more special comes first. */
  private static final Map<Class<?>, Function<Object, String>> HTML = new LinkedHashMap<>();

  static {
    register(Picture.class, Picture::html);
    register(Display.class, Display::html);
    register(CostReport.class, Tables::html);
    register(Tally.class, Tables::html);
    register(ReceptiveFields.class, Tables::html);
    register(Memory.class, Tables::html);
    register(Audit.class, Tables::html);
    register(Summary.class, Tables::html);
    register(Report.class, Tables::html);
    register(Network.class, network -> Diagrams.of(network).html());
    register(Model.class, Tables::html);
    register(Tensor.class, Tables::html);
    register(Table.class, Tables::html);
  }

  private Views() {}

  private static <T> void register(Class<T> type, Function<T, String> view) {
    HTML.put(type, value -> view.apply(type.cast(value)));
  }

  /** The types that are shown as more than text: what a notebook registers. */
  public static List<Class<?>> types() {
    return List.copyOf(HTML.keySet());
  }

  /** The media type that a notebook shows values of a type as: a picture or HTML. */
  public static String mediaType(Class<?> type) {
    return Picture.class.isAssignableFrom(type) || type == Network.class
        ? "image/png"
        : "text/html";
  }

  /**
   * The picture that a notebook shows instead of HTML, since a viewer that cleans HTML drops the
   * images in it; empty for what is no picture.
   */
  public static Optional<Picture> picture(Object value) {
    if (value instanceof Network network) {
      return Optional.of(Diagrams.of(network));
    }
    return value instanceof Picture picture ? Optional.of(picture) : Optional.empty();
  }

  /** The pictures that a notebook shows before a value's HTML. */
  public static List<Picture> beside(Object value) {
    return value instanceof Display display ? display.pictures() : List.of();
  }

  /** The value's view; its text if it has none. */
  public static String html(Object value) {
    return HTML.entrySet().stream()
        .filter(view -> view.getKey().isInstance(value))
        .findFirst()
        .map(view -> view.getValue().apply(value))
        .orElseGet(() -> Html.plain(String.valueOf(value)));
  }
}
