package pointwise.view.slider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A slider as Jupyter's widgets know it: protocol 2.1, controls 2.0. */
final class SliderWidget {
  static final String TARGET = "jupyter.widget";
  static final String VIEW = "application/vnd.jupyter.widget-view+json";

  /** What a page sets on a slider as soon as it has it, which tells that there is a page. */
  private static final String SET_BY_PAGE = "tooltip";

  private static final Map<String, ?> PROTOCOL = Map.of("version", "2.1.0");
  private static final String CONTROLS = "@jupyter-widgets/controls";
  private static final String BASE = "@jupyter-widgets/base";

  private final FrontEnd frontEnd;
  private final Slider slider;
  private final Consumer<Map<String, ?>> answered;
  private final IntConsumer moved;
  private boolean shown;

  private SliderWidget(
      FrontEnd frontEnd, Slider slider, Consumer<Map<String, ?>> answered, IntConsumer moved) {
    this.frontEnd = frontEnd;
    this.slider = slider;
    this.answered = answered;
    this.moved = moved;
  }

  /**
   * Opens the comms of a slider.
   *
   * @param answered takes, once a page has the slider, what shows it, by media type
   * @param moved takes each value that the slider is moved to
   */
  static void open(
      FrontEnd frontEnd, Slider slider, Consumer<Map<String, ?>> answered, IntConsumer moved) {
    new SliderWidget(frontEnd, slider, answered, moved).open();
  }

  private void open() {
    Map<String, Object> layout = state(BASE, "LayoutModel", BASE, "LayoutView");
    layout.put("width", "100%");
    layout.put("max_width", "500px");
    Map<String, Object> style = state(CONTROLS, "SliderStyleModel", BASE, "StyleView");
    style.put("description_width", "initial"); // as wide as the name is
    Map<String, Object> state = state(CONTROLS, "IntSliderModel", CONTROLS, "IntSliderView");
    state.put("description", slider.name());
    state.put("min", slider.least());
    state.put("max", slider.greatest());
    state.put("step", 1);
    state.put("value", slider.start());
    state.put("continuous_update", true);
    state.put("readout", true);
    state.put("readout_format", "d");
    state.put("layout", reference(open(layout)));
    state.put("style", reference(open(style)));
    String itself = reference(open(state));
    Map<String, Object> link = state(CONTROLS, "DirectionalLinkModel", CONTROLS, "");
    link.put("source", List.of(itself, "description"));
    link.put("target", List.of(itself, SET_BY_PAGE));
    open(link);
  }

  private static Map<String, Object> state(
      String module, String model, String viewModule, String view) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("_model_module", module);
    state.put("_model_module_version", "2.0.0");
    state.put("_model_name", model);
    state.put("_view_module", viewModule);
    state.put("_view_module_version", "2.0.0");
    state.put("_view_name", view);
    return state;
  }

  private static String reference(FrontEnd.Comm comm) {
    return "IPY_MODEL_" + comm.id();
  }

  private FrontEnd.Comm open(Map<String, Object> state) {
    FrontEnd.Comm[] opened = new FrontEnd.Comm[1]; // known only after its listener
    opened[0] =
        frontEnd.open(
            TARGET,
            PROTOCOL,
            Map.of("state", state, "buffer_paths", List.of()),
            message -> receive(message, state, opened[0]));
    return opened[0];
  }

  private void receive(Map<String, ?> message, Map<String, Object> state, FrontEnd.Comm from) {
    if ("request_state".equals(message.get("method"))) {
      from.send(update(afterReload(state)));
    } else if (message.get("state") instanceof Map<?, ?> change) {
      if (change.containsKey(SET_BY_PAGE) && !shown) {
        shown = true;
        answered.accept(view(from));
      }
      if (change.get("value") instanceof Number value && slider.reaches(value.intValue())) {
        moved.accept(value.intValue());
      }
    }
  }

  private Map<String, ?> view(FrontEnd.Comm comm) {
    Map<String, ?> view = Map.of("version_major", 2, "version_minor", 0, "model_id", comm.id());
    return Map.of(VIEW, view, "text/plain", slider.toString());
  }

  /**
   * A page that was loaded again asks for the slider it has saved, but no longer knows the places
   * of the values: the slider says what helps.
   */
  private static Map<String, Object> afterReload(Map<String, Object> state) {
    Map<String, Object> changed = new LinkedHashMap<>(state);
    if (state.containsKey("description")) {
      changed.put("description", state.get("description") + " (run the cell again)");
      changed.put("disabled", true);
    }
    return changed;
  }

  private static Map<String, ?> update(Map<String, Object> state) {
    return Map.of("method", "update", "state", state, "buffer_paths", List.of());
  }
}
