package pointwise.view.slider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The models of Jupyter's widgets that the kernel has opened (protocol 2.1), and what a page that
 * was loaded again is told of them when it asks (control protocol 1.0).
 */
final class Widgets {
  static final String TARGET = "jupyter.widget";
  static final String CONTROL = "jupyter.widget.control";

  private static final Map<String, ?> PROTOCOL = Map.of("version", "2.1.0");

  private final FrontEnd frontEnd;
  private final Map<String, Model> models = new ConcurrentHashMap<>();

  private record Model(FrontEnd.Comm comm, Map<String, ?> again) {}

  Widgets(FrontEnd frontEnd) {
    this.frontEnd = frontEnd;
    frontEnd.accept(CONTROL, (question, page) -> page.send(states()));
  }

  /**
   * Opens a model.
   *
   * @param again its state for a page that was loaded again
   * @param changed takes what a page changes in the state
   * @return its name
   */
  String open(Map<String, ?> state, Map<String, ?> again, Consumer<Map<?, ?>> changed) {
    FrontEnd.Comm comm =
        frontEnd.open(
            TARGET,
            PROTOCOL,
            Map.of("state", state, "buffer_paths", List.of()),
            (message, page) -> {
              if (message.get("state") instanceof Map<?, ?> change) {
                changed.accept(change);
              }
            });
    models.put(comm.id(), new Model(comm, again));
    return comm.id();
  }

  /** Closes a model, here and on the page; nothing if it is closed already. */
  void close(String id) {
    Model model = models.remove(id);
    if (model != null) {
      model.comm().close();
    }
  }

  private Map<String, ?> states() {
    Map<String, Object> states = new LinkedHashMap<>();
    models.forEach((id, model) -> states.put(id, state(model.again())));
    return Map.of("method", "update_states", "states", states, "buffer_paths", List.of());
  }

  private static Map<String, ?> state(Map<String, ?> again) {
    return Map.of(
        "model_name", again.get("_model_name"),
        "model_module", again.get("_model_module"),
        "model_module_version", again.get("_model_module_version"),
        "state", again);
  }
}
