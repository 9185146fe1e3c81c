package pointwise.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.op.Graph;

class PerformancePageTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path CSV = Path.of("src/test/resources/bench/measured.csv");

  private static Measurements measured() throws IOException {
    return Measurements.read(CSV);
  }

  private static Measurements rows(String workload) throws IOException {
    return new Measurements(
        measured().rows().stream().filter(row -> row.workload().equals(workload)).toList());
  }

  @Test
  void theTableHoldsTheMeasurements() throws IOException {
    assertThat(PerformanceTable.markdown(measured()).lines().skip(2))
        .containsExactly(
            "| work | ONNX Runtime, ms | vector engine, ms | ratio | of peak | plain loops, ms |"
                + " naive engine, ms |",
            "|:--|--:|--:|--:|--:|--:|--:|",
            "| W1: 30×40×200 → 55, 5×5 | 8.00 / 5.00 | 7.50 / 4.00 | 0.94 / 0.80 | 88 % / 83 % |"
                + " 18.5 / – | 1,380 / – |",
            "| VGG-16: as published | 370 / – | 200 / – | 0.54 / – | 155 % / – | 1,040 / – | – |",
            "| W3a: 28×28×192 → 64, 1×1 | – | 0.26 / 0.18 | – | 74 % / 54 % | – | – |");
  }

  @Test
  void itsCaptionTellsTheMachineAndTheSpread() throws IOException {
    assertThat(PerformanceTable.markdown(measured()))
        .startsWith(
            "A Processor with 2 processors, JDK 25, 1 / 2 threads; the peak of the multiply-add"
                + " units is 50 / 100 GMAC/s.")
        .contains(
            "the median of 3 rounds",
            "1 % longer than its fastest in the middle of all rows, and 25 % at worst"
                + " (W1, vector engine, 2 threads).");
    assertThat(PerformanceTable.markdown(rows("VGG-16"))).contains("JDK 25, 1 thread;");
  }

  @Test
  void theChartHasWhoComputedEveryWorkload() throws IOException {
    assertThat(PerformanceChart.of(measured()).alt())
        .isEqualTo(
            "Bar chart. Billions of multiplications a second with 1 thread (peak 50)."
                + " GMAC/s: W1 = 44; VGG-16 = 77.35; W3a = 37.06");
    assertThat(PerformanceChart.of(rows("W1")).alt())
        .contains("GMAC/s ONNX Runtime: W1 = 41.25", "GMAC/s naive engine: W1 = 0.24");
  }

  @Test
  void publishesIntoThePage(@TempDir Path folder) throws IOException {
    String before = Files.readString(DOCS.resolve("performance.md"));
    Path page = Files.writeString(folder.resolve("performance.md"), before);
    PerformancePage.publish(measured(), folder);
    PerformancePage.publish(measured(), folder);
    assertThat(Files.readString(page))
        .startsWith(before.substring(0, before.indexOf(PerformancePage.BEGIN)))
        .endsWith(before.substring(before.indexOf(PerformancePage.END)))
        .containsOnlyOnce(PerformancePage.section(measured()));
    assertThat(folder.resolve("performance.csv")).hasSameTextualContentAs(CSV);
    assertThat(folder.resolve("performance.png"))
        .hasBinaryContent(PerformanceChart.of(measured()).bytes());
  }

  /** Whoever changes a published number has to measure it. */
  @Test
  void thePageShowsThePublishedMeasurements() throws IOException {
    Path csv = DOCS.resolve("performance.csv");
    assumeTrue(Files.exists(csv), "nothing was published by this bench yet");
    String page = Files.readString(DOCS.resolve("performance.md"));
    assertThat(PerformancePage.splice(page, PerformancePage.section(Measurements.read(csv))))
        .isEqualTo(page);
  }

  @Test
  void saysWhatItCannotUse(@TempDir Path folder) throws IOException {
    Path other = Files.write(folder.resolve("other.csv"), List.of("a,b"));
    assertThatThrownBy(() -> Measurements.read(other))
        .hasMessageContaining("other.csv must begin with the line workload,engine,threads");
    assertThatThrownBy(() -> Measurement.parse("W1,ort"))
        .hasMessage("A measurement has 13 columns, but here are 2: W1,ort");
    assertThatThrownBy(() -> PerformancePage.splice("no markers", ""))
        .hasMessageStartingWith("The page needs the lines <!--");
    assertThatThrownBy(() -> Workload.named("W9"))
        .hasMessageStartingWith("No workload is called 'W9'; there are [W1, W2");
  }

  @Test
  void googLeNetWithoutNormsLacksOnlyThem() {
    Workload with = Workload.named("GoogLeNet");
    Workload without = Workload.named("GoogLeNet-noLRN");
    assertThat(without.multiplications()).isEqualTo(with.multiplications());
    assertThat(steps(without)).isEqualTo(steps(with) - 2);
  }

  private static int steps(Workload workload) {
    return Graph.of(workload.op(), workload.input()).nodes().size();
  }
}
