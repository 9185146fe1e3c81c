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
  private final Map<String, Map<String, ?>> afterReload = new ConcurrentHashMap<>();

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
    afterReload.put(comm.id(), again);
    return comm.id();
  }

  private Map<String, ?> states() {
    Map<String, Object> states = new LinkedHashMap<>();
    afterReload.forEach(
        (id, state) ->
            states.put(
                id,
                Map.of(
                    "model_name", state.get("_model_name"),
                    "model_module", state.get("_model_module"),
                    "model_module_version", state.get("_model_module_version"),
                    "state", state)));
    return Map.of("method", "update_states", "states", states, "buffer_paths", List.of());
  }
}
