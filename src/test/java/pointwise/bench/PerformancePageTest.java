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
            "| W3a: 28×28×192 → 64, 1×1 | – | 0.26 / 0.18 | – | 74 % / 54 % | – | – |",
            "| VGG-16: as published | 370 / – | 200 / – | 0.54 / – | 155 % / – | 1,040 / – | – |");
  }

  @Test
  void itsCaptionTellsTheMachineAndTheSpread() throws IOException {
    assertThat(PerformanceTable.markdown(measured()))
        .startsWith(
            "JDK 25, 1 / 2 threads; the peak of the multiply-add units is 50 / 100 GMAC/s."
                + " Milliseconds from an array of floats to a new one, the median of 3 rounds;")
        .contains(
            "1 % longer than its fastest in the middle of all rows, and 25 % at worst"
                + " (W1, vector engine, 2 threads).");
    assertThat(PerformanceTable.markdown(rows("VGG-16"))).contains("JDK 25, 1 thread;");
  }

  @Test
  void theChartHasWhoComputedEveryWorkload() throws IOException {
    assertThat(PerformanceChart.of(measured()).alt())
        .isEqualTo(
            "Bar chart. Billions of multiplications a second with 1 thread (peak 50)."
                + " GMAC/s: W1 = 44; W3a = 37.06; VGG-16 = 77.35");
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
    assertThat(folder.resolve("performance-a-processor-with-2-processors.png"))
        .hasBinaryContent(PerformanceChart.of(measured()).bytes());
  }

  /** Two kinds of processor stand beside each other, and a run replaces what it has measured. */
  @Test
  void publishingReplacesItsOwnKindAndWorkloadsOnly(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("performance.md");
    Files.copy(DOCS.resolve("performance.md"), page);
    PerformancePage.publish(measured(), folder);
    Measurements other = changed("W1", "Another, faster one", 1, measured());
    PerformancePage.publish(other, folder);
    Path own = folder.resolve(PerformancePage.chartName(measured()));
    Files.delete(own);
    Measurements again = changed("W1", "Another, faster one", 2, measured());
    PerformancePage.publish(again, folder);
    assertThat(own).as("the chart of a kind that was not measured").doesNotExist();
    Measurements all = Measurements.read(folder.resolve("performance.csv"));
    assertThat(all.kinds()).containsExactly(measured(), again);
    assertThat(Files.readString(page))
        .contains("### A Processor with 2 processors\n", "### Another  faster one\n")
        .contains(PerformanceTable.markdown(measured()), PerformanceTable.markdown(again))
        .doesNotContain(PerformanceTable.markdown(other));
    PerformancePage.publish(changed("W1", "A Processor with 2 processors", 3, measured()), folder);
    Measurements partly = Measurements.read(folder.resolve("performance.csv")).kinds().get(0);
    assertThat(partly.workloads()).isEqualTo(measured().workloads());
    assertThat(partly.find("W1", "vector", 1).orElseThrow().rounds()).isEqualTo(3);
    assertThat(partly.find("VGG-16", "vector", 1))
        .isEqualTo(measured().find("VGG-16", "vector", 1));
  }

  /** One workload's rows as another processor measured them, with so many rounds. */
  private static Measurements changed(
      String workload, String processor, int rounds, Measurements from) {
    return new Measurements(
        from.rows().stream()
            .filter(row -> row.workload().equals(workload))
            .map(row -> row.toString().split(","))
            .peek(cells -> cells[10] = String.valueOf(rounds))
            .peek(cells -> cells[12] = processor.replace(',', ' '))
            .map(cells -> Measurement.parse(String.join(",", cells)))
            .toList());
  }

  @Test
  void aTrainingStandsBesidePyTorch() {
    String row = "LeNet-training,%s,1,25,%s,3.40,0.068,%s,20.0000,24.0000,4,50.00,A Processor";
    Measurements measured =
        new Measurements(
            List.of(
                Measurement.parse(row.formatted("pytorch", "24.0000", "1.000")),
                Measurement.parse(row.formatted("vector", "21.3000", "0.880"))));
    assertThat(PerformancePage.section(measured))
        .contains(
            "or of a step of training",
            "(in training PyTorch's)",
            "| LeNet-training: LeNet, a step on 64 digits | 21.3 | 0.88 | 7 % | 24.0 |")
        .doesNotContain("![");
    // 2.72 times 416,520 for each of 64 digits.
    assertThat(Workload.named("LeNet-training").multiplications()).isEqualTo(64L * 1_131_960);
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
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(() -> Measurements.read(none))
        .hasMessage("There is no " + none + " yet: measure first, without -Dbench=report");
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
