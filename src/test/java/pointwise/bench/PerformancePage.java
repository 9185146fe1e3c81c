package pointwise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what was measured as Markdown with a chart, into a file of its own or into a page. */
final class PerformancePage {
  static final String BEGIN =
      "<!-- Written by mvn -Pbench verify -Dbench.publish=true, from performance.csv: begin -->";
  static final String END = "<!-- end -->";

  private PerformancePage() {}

  /** Of each kind of processor the table and, as an image with its text alternative, the chart. */
  static String section(Measurements measured) {
    return measured.kinds().stream()
        .map(PerformancePage::sectionOfKind)
        .collect(Collectors.joining("\n"));
  }

  private static String sectionOfKind(Measurements kind) {
    String chart =
        hasChart(kind)
            ? "\n![%s](%s)\n".formatted(PerformanceChart.of(kind).alt(), chartName(kind))
            : "";
    return "### %s\n\n%s\n%s".formatted(kind.processor(), PerformanceTable.markdown(kind), chart);
  }

  /** Whether anything but trainings was measured. */
  private static boolean hasChart(Measurements kind) {
    return kind.workloads().stream()
        .anyMatch(workload -> Workload.named(workload).kind() != Workload.Kind.TRAINING);
  }

  /** The name of the file with a kind's chart. */
  static String chartName(Measurements kind) {
    String name = kind.processor().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "performance-" + name + ".png";
  }

  /** Writes {@code performance.md} and the charts into a folder. */
  static void write(Measurements measured, Path folder) throws IOException {
    Files.writeString(folder.resolve("performance.md"), section(measured));
    writeCharts(measured, folder);
  }

  private static void writeCharts(Measurements measured, Path folder) throws IOException {
    for (Measurements kind : measured.kinds()) {
      if (hasChart(kind)) {
        PerformanceChart.of(kind).save(folder.resolve(chartName(kind)));
      }
    }
  }

  /**
   * Puts measurements into a folder's {@code performance.csv}, where they replace those of the same
   * workloads on the same kind of processor, and writes all anew that is made of it: what stands
   * between the markers of {@code performance.md}, and the charts of the kinds that changed.
   *
   * @throws IllegalArgumentException if the page lacks the markers
   */
  static void publish(Measurements measured, Path folder) throws IOException {
    Path page = folder.resolve("performance.md");
    Path csv = folder.resolve("performance.csv");
    Measurements all = Files.exists(csv) ? measured.into(Measurements.read(csv)) : measured;
    Files.writeString(page, splice(Files.readString(page), section(all)));
    List<String> changed = measured.kinds().stream().map(Measurements::processor).toList();
    for (Measurements kind : all.kinds()) {
      if (changed.contains(kind.processor())) {
        writeCharts(kind, folder);
      }
    }
    all.write(csv);
  }

  /** A page with a new section between its markers. */
  static String splice(String page, String section) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException(
          "The page needs the lines %s and %s".formatted(BEGIN, END));
    }
    return page.substring(0, begin) + BEGIN + "\n\n" + section + "\n" + page.substring(end);
  }
}
