package pointwise.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured as a Markdown table, under a sentence on the machine and on the spread. */
final class PerformanceTable {
  /** Engines by the names that a reader knows, in the order of the columns. */
  private static final List<Map.Entry<String, String>> ENGINES =
      List.of(
          Map.entry("ort", "ONNX Runtime"),
          Map.entry("vector", "vector engine"),
          Map.entry("direct", "without Winograd"),
          Map.entry("loops", "plain loops"),
          Map.entry("pytorch", "PyTorch"),
          Map.entry("naive", "naive engine"));

  /** Those whose share of the peak is shown. */
  private static final List<String> OURS = List.of("vector", "direct");

  private final Measurements measured;

  private PerformanceTable(Measurements measured) {
    this.measured = measured;
  }

  static String markdown(Measurements measured) {
    PerformanceTable table = new PerformanceTable(measured);
    return table.caption() + "\n\n" + table.table();
  }

  /** What a reader calls an engine. */
  static String title(String engine) {
    return ENGINES.stream()
        .filter(entry -> entry.getKey().equals(engine))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(engine);
  }

  static String plural(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private String caption() {
    Measurement any = measured.rows().get(0);
    List<Measurement> bySpread = measured.bySpread();
    Measurement middle = bySpread.get(bySpread.size() / 2);
    Measurement widest = bySpread.get(bySpread.size() - 1);
    boolean training =
        measured.workloads().stream()
            .anyMatch(workload -> Workload.named(workload).kind() == Workload.Kind.TRAINING);
    List<Integer> counts = measured.threads();
    int most = counts.get(counts.size() - 1);
    String fewer =
        counts.stream().limit(counts.size() - 1).map(n -> n + " / ").collect(Collectors.joining());
    String threads = fewer + plural(most, "thread");
    String peaks =
        joined(measured.threads().stream().map(n -> number("%.0f", measured.peak(n))).toList());
    return String.format(
        Locale.ROOT,
        "JDK %d, %s; the peak of the multiply-add units is %s GMAC/s. Milliseconds from an array of"
            + " floats to a new one%s, the median of %s; *ratio* is the vector engine's time over"
            + " ONNX Runtime's%s, the median of the rounds' ratios; *of peak* is the GMAC/s of the"
            + " engine before it over the peak. The slowest round of a contestant took %.0f %%"
            + " longer than its fastest in the middle of all rows, and %.0f %% at worst (%s, %s,"
            + " %s).",
        any.jdk(),
        threads,
        peaks,
        training ? ", or of a step of training" : "",
        rounds(),
        training ? " (in training PyTorch's)" : "",
        100 * (middle.spread() - 1),
        100 * (widest.spread() - 1),
        widest.workload(),
        title(widest.engine()),
        plural(widest.threads(), "thread"));
  }

  /** How often contestants were measured: {@code 3 rounds}, or {@code 2 to 5 rounds}. */
  private String rounds() {
    IntSummaryStatistics counts =
        measured.rows().stream().mapToInt(Measurement::rounds).summaryStatistics();
    String most = plural(counts.getMax(), "round");
    return counts.getMin() == counts.getMax() ? most : counts.getMin() + " to " + most;
  }

  private String table() {
    List<String> lines = new ArrayList<>();
    List<String> heads = new ArrayList<>(List.of("work"));
    for (String engine : columns()) {
      heads.add(title(engine) + ", ms");
      if (engine.equals("vector")) {
        heads.add("ratio");
      }
      if (OURS.contains(engine)) {
        heads.add("of peak");
      }
    }
    lines.add(line(heads));
    lines.add("|:--|" + String.join("|", Collections.nCopies(heads.size() - 1, "--:")) + "|");
    measured.workloads().forEach(workload -> lines.add(line(cells(workload))));
    return String.join("\n", lines);
  }

  private List<String> columns() {
    List<String> engines = measured.engines();
    return ENGINES.stream().map(Map.Entry::getKey).filter(engines::contains).toList();
  }

  private List<String> cells(String workload) {
    List<String> cells = new ArrayList<>();
    cells.add(workload + ": " + Workload.named(workload).description());
    for (String engine : columns()) {
      cells.add(cell(workload, engine, Measurement::medianMillis, null));
      if (engine.equals("vector")) {
        cells.add(cell(workload, engine, Measurement::ratioToPeer, "%.2f"));
      }
      if (OURS.contains(engine)) {
        cells.add(cell(workload, engine, row -> 100 * row.shareOfPeak(), "%.0f %%"));
      }
    }
    return cells;
  }

  /** The values for all numbers of threads; without a format, with three digits that count. */
  private String cell(
      String workload, String engine, ToDoubleFunction<Measurement> value, String format) {
    return joined(
        measured.threads().stream()
            .map(threads -> measured.find(workload, engine, threads))
            .map(row -> row.map(value::applyAsDouble).orElse(Double.NaN))
            .map(number -> number(format == null ? digits(number) : format, number))
            .toList());
  }

  private static String digits(double value) {
    return value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%,.0f";
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }

  /** A cell without any number is one dash. */
  private static String joined(List<String> numbers) {
    return numbers.stream().allMatch("–"::equals) ? "–" : String.join(" / ", numbers);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
