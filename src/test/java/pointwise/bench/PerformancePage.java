package pointwise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what was measured as Markdown with a chart, into a file of its own or into a page. */
final class PerformancePage {
  static final String BEGIN =
      "<!-- Written by mvn -Pbench verify -Dbench.publish=true, from performance.csv: begin -->";
  static final String END = "<!-- end -->";

  private static final String CHART = "performance.png";

  private PerformancePage() {}

  /** The table and, as an image with its text alternative, the chart. */
  static String section(Measurements measured) {
    return "%s\n\n![%s](%s)\n"
        .formatted(PerformanceTable.markdown(measured), PerformanceChart.of(measured).alt(), CHART);
  }

  /** Writes {@code performance.md} and {@code performance.png} into a folder. */
  static void write(Measurements measured, Path folder) throws IOException {
    Files.writeString(folder.resolve("performance.md"), section(measured));
    PerformanceChart.of(measured).save(folder.resolve(CHART));
  }

  /**
   * Replaces what stands between the markers of a folder's {@code performance.md}, and writes the
   * chart and the measurements next to it.
   *
   * @throws IllegalArgumentException if the page lacks the markers
   */
  static void publish(Measurements measured, Path folder) throws IOException {
    Path page = folder.resolve("performance.md");
    Files.writeString(page, splice(Files.readString(page), section(measured)));
    PerformanceChart.of(measured).save(folder.resolve(CHART));
    measured.write(folder.resolve("performance.csv"));
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
