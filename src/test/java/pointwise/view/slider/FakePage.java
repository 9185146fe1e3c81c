package pointwise.view.slider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** A page that answers as JupyterLab does if it has widgets; without it says nothing. */
final class FakePage implements FrontEnd {
  enum Kind {
    WITH_WIDGETS,
    WITHOUT_WIDGETS
  }

  /** What the kernel opened; {@code received} is how the page speaks to it. */
  record Opened(
      String id,
      String target,
      Map<String, ?> metadata,
      Map<String, ?> data,
      BiConsumer<Map<String, ?>, Comm> received,
      List<Map<String, ?>> sent,
      AtomicBoolean closed)
      implements Comm {
    @Override
    public void close() {
      if (closed.getAndSet(true)) {
        throw new IllegalStateException("closed twice");
      }
    }

    @Override
    public void send(Map<String, ?> message) {
      sent.add(message);
    }

    Object state(String key) {
      return ((Map<?, ?>) data.get("state")).get(key);
    }

    /** What a page sends when somebody moves the slider: numbers are doubles, as in JSON. */
    void move(int value) {
      set("value", (double) value);
    }

    void say(Map<String, ?> message) {
      received.accept(message, this);
    }

    /** A page says that a state has changed. */
    void set(String key, Object value) {
      say(Map.of("method", "update", "state", Map.of(key, value), "buffer_paths", List.of()));
    }
  }

  final Map<String, Object> places = new LinkedHashMap<>();
  final List<Opened> comms = new ArrayList<>();
  final List<Object> rendered = new ArrayList<>();
  private final Map<String, BiConsumer<Map<String, ?>, Comm>> accepted = new LinkedHashMap<>();
  boolean slow;
  Cell cell = new Cell("first", "1");
  Class<?> cannotDraw = Void.class;
  private final Kind kind;

  FakePage(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Comm open(
      String target,
      Map<String, ?> metadata,
      Map<String, ?> data,
      BiConsumer<Map<String, ?>, Comm> received) {
    Opened comm =
        new Opened(
            "c" + comms.size(),
            target,
            metadata,
            data,
            received,
            new ArrayList<>(),
            new AtomicBoolean());
    comms.add(comm);
    return comm;
  }

  /** A page with widgets has read what was opened, and does as each link says. */
  void answer() {
    if (kind == Kind.WITH_WIDGETS) {
      comms.stream()
          .filter(comm -> "DirectionalLinkModel".equals(comm.state("_model_name")))
          .forEach(this::follow);
    }
  }

  private void follow(Opened link) {
    List<?> source = (List<?>) link.state("source");
    List<?> target = (List<?>) link.state("target");
    model(target).set((String) target.get(1), model(source).state((String) source.get(1)));
  }

  private Opened model(List<?> end) {
    return comms.stream()
        .filter(comm -> end.get(0).equals("IPY_MODEL_" + comm.id()))
        .findFirst()
        .orElseThrow();
  }

  List<Opened> open() {
    return comms.stream().filter(comm -> !comm.closed().get()).toList();
  }

  List<Opened> sliders() {
    return comms.stream()
        .filter(comm -> "IntSliderModel".equals(comm.state("_model_name")))
        .toList();
  }

  @Override
  public Cell cell() {
    return cell;
  }

  @Override
  public void accept(String target, BiConsumer<Map<String, ?>, Comm> received) {
    accepted.put(target, received);
  }

  /** What a page that was loaded again is told when it asks for all widgets. */
  Map<String, ?> askAgain() {
    Opened comm =
        new Opened(
            "again",
            Widgets.CONTROL,
            Map.of(),
            Map.of(),
            accepted.get(Widgets.CONTROL),
            new ArrayList<>(),
            new AtomicBoolean());
    comm.say(Map.of("method", "request_states"));
    return comm.sent().get(0);
  }

  @Override
  public void render(Object value) {
    rendered.add(value);
    if (slow) {
      // A thread that was unparked before is not parked at once.
      long end = System.nanoTime() + 25_000_000;
      while (System.nanoTime() - end < 0) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    }
  }

  @Override
  public String display(Object value) {
    String place = "p" + places.size();
    places.put(place, value);
    return place;
  }

  @Override
  public String reserve() {
    return display(Map.of());
  }

  @Override
  public void show(String place, Object value) {
    if (cannotDraw.isInstance(value)) {
      throw new IllegalStateException("no picture of " + value);
    }
    places.put(place, value);
  }

  @Override
  public void showForms(String place, Map<String, ?> forms) {
    places.put(place, forms);
  }
}
