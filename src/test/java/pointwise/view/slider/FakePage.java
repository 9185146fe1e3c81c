package pointwise.view.slider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A page that answers as JupyterLab does, with widgets or without, or not at all. */
final class FakePage implements FrontEnd {
  enum Kind {
    WITH_WIDGETS,
    WITHOUT_WIDGETS,
    NOBODY
  }

  /** What the kernel opened; {@code received} is how the page speaks to it. */
  record Opened(
      String id,
      String target,
      Map<String, ?> metadata,
      Map<String, ?> data,
      Consumer<Map<String, ?>> received,
      Runnable closed,
      List<Map<String, ?>> sent)
      implements Comm {
    @Override
    public void send(Map<String, ?> message) {
      sent.add(message);
    }

    Object state(String key) {
      return ((Map<?, ?>) data.get("state")).get(key);
    }

    /** What a page sends when somebody moves the slider: numbers are doubles, as in JSON. */
    void move(int value) {
      received.accept(
          Map.of(
              "method",
              "update",
              "state",
              Map.of("value", (double) value),
              "buffer_paths",
              List.of()));
    }
  }

  final Map<String, Object> places = new LinkedHashMap<>();
  final List<Opened> comms = new ArrayList<>();
  private final List<Opened> unanswered = new ArrayList<>();
  private final Kind kind;

  FakePage(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Comm open(
      String target,
      Map<String, ?> metadata,
      Map<String, ?> data,
      Consumer<Map<String, ?>> received,
      Runnable closed) {
    Opened comm =
        new Opened("c" + comms.size(), target, metadata, data, received, closed, new ArrayList<>());
    comms.add(comm);
    unanswered.add(comm);
    return comm;
  }

  /** The cell has ended, and what the page has sent meanwhile is read, in order. */
  void answer() {
    while (kind != Kind.NOBODY && !unanswered.isEmpty()) {
      Opened comm = unanswered.remove(0);
      boolean known = comm.target().equals("jupyter.widget") && kind == Kind.WITH_WIDGETS;
      if (!known) {
        comm.closed().run();
      }
    }
  }

  List<Opened> sliders() {
    return comms.stream()
        .filter(comm -> comm.target().equals("jupyter.widget"))
        .filter(comm -> "IntSliderModel".equals(comm.state("_model_name")))
        .toList();
  }

  @Override
  public String display(Object value) {
    String place = "p" + places.size();
    places.put(place, value);
    return place;
  }

  @Override
  public void show(String place, Object value) {
    places.put(place, value);
  }

  @Override
  public void showForms(String place, Map<String, ?> forms) {
    places.put(place, forms);
  }
}
