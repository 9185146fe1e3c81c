package pointwise.view.slider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sliders that can be moved, cell by cell. A cell that runs again closes those of its last run;
 * where the page does not say which cell runs, only the newest runs stay open.
 */
final class OpenSliders {
  private static final int MOST_CELLS = 50;

  private final Map<String, Run> runs = new LinkedHashMap<>(); // the oldest first

  private record Run(String name, List<LiveSliders> sliders) {
    void close() {
      sliders.forEach(LiveSliders::close);
    }
  }

  /** Closes what the cell opened when it ran before. */
  void begin(FrontEnd.Cell cell) {
    Run last = runs.get(key(cell));
    if (last != null && !last.name().equals(cell.run())) {
      runs.remove(key(cell)).close();
    }
  }

  void add(FrontEnd.Cell cell, LiveSliders sliders) {
    runs.computeIfAbsent(key(cell), key -> new Run(cell.run(), new ArrayList<>()))
        .sliders()
        .add(sliders);
    if (runs.size() > MOST_CELLS) {
      runs.remove(runs.keySet().iterator().next()).close();
    }
  }

  private static String key(FrontEnd.Cell cell) {
    return cell.id().isEmpty() ? cell.run() : cell.id();
  }
}
