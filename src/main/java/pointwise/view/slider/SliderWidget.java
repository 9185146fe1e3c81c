package pointwise.view.slider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A slider as Jupyter's widgets know it: controls 2.0. */
final class SliderWidget {
  static final String VIEW = "application/vnd.jupyter.widget-view+json";

  /** What a page sets on a slider as soon as it has it, which tells that there is a page. */
  private static final String SET_BY_PAGE = "tooltip";

  private static final String CONTROLS = "@jupyter-widgets/controls";
  private static final String BASE = "@jupyter-widgets/base";

  private final Widgets widgets;
  private final Slider slider;
  private final Runnable answered;
  private final IntConsumer moved;
  private final Map<String, Object> afterReload;
  private final List<String> models = new ArrayList<>();
  private final String id;
  private boolean shown;

  /**
   * Opens the models of a slider.
   *
   * @param answered is called once a page has the slider
   * @param moved takes each value that the slider is moved to
   */
  SliderWidget(Widgets widgets, Slider slider, Runnable answered, IntConsumer moved) {
    this.widgets = widgets;
    this.slider = slider;
    this.answered = answered;
    this.moved = moved;
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
    state.put("layout", reference(open(layout, layout, change -> {})));
    state.put("style", reference(open(style, style, change -> {})));
    afterReload = afterReload(state);
    id = open(state, afterReload, this::change);
    Map<String, Object> link = state(CONTROLS, "DirectionalLinkModel", CONTROLS, "");
    link.put("source", List.of(reference(id), "description"));
    link.put("target", List.of(reference(id), SET_BY_PAGE));
    open(link, link, change -> {});
  }

  private String open(Map<String, ?> state, Map<String, ?> again, Consumer<Map<?, ?>> changed) {
    String model = widgets.open(state, again, changed);
    models.add(model);
    return model;
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

  private static String reference(String id) {
    return "IPY_MODEL_" + id;
  }

  /**
   * A page that was loaded again has the slider, but no longer knows the places of the values: the
   * slider says what helps.
   */
  private static Map<String, Object> afterReload(Map<String, Object> state) {
    Map<String, Object> changed = new LinkedHashMap<>(state);
    changed.put("description", state.get("description") + " (run the cell again)");
    changed.put("disabled", true);
    return changed;
  }

  private void change(Map<?, ?> change) {
    if (change.containsKey(SET_BY_PAGE) && !shown) {
      shown = true;
      answered.run();
    }
    if (change.get("value") instanceof Number value && slider.reaches(value.intValue())) {
      afterReload.put("value", value.intValue());
      moved.accept(value.intValue());
    }
  }

  /** Closes its models, what refers to others first. */
  void close() {
    for (int i = models.size() - 1; i >= 0; i--) {
      widgets.close(models.get(i));
    }
  }

  /** What shows the slider, by media type. */
  Map<String, ?> forms() {
    Map<String, ?> view = Map.of("version_major", 2, "version_minor", 0, "model_id", id);
    return Map.of(VIEW, view, "text/plain", slider.toString());
  }
}
