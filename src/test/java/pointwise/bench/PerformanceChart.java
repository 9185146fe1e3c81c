package pointwise.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pointwise.view.Picture;
import pointwise.view.chart.Charts;

/**
 * How many multiplications a second each engine does, on the fewest threads that were measured.
 * Only engines that computed every workload are in it; trainings are not, since their peer is
 * another.
 */
final class PerformanceChart {
  private PerformanceChart() {}

  static Picture of(Measurements measured) {
    int threads = measured.threads().get(0);
    List<String> workloads =
        measured.workloads().stream()
            .filter(workload -> Workload.named(workload).kind() != Workload.Kind.TRAINING)
            .toList();
    Map<String, List<Double>> series = new LinkedHashMap<>();
    for (String engine : measured.engines()) {
      List<Double> gmacs =
          workloads.stream()
              .map(workload -> measured.find(workload, engine, threads))
              .flatMap(Optional::stream)
              .map(Measurement::gmacs)
              .toList();
      if (gmacs.size() == workloads.size()) {
        series.put(PerformanceTable.title(engine), gmacs);
      }
    }
    return Charts.bars(
        String.format(
            Locale.ROOT,
            "Billions of multiplications a second with %s (peak %.0f)",
            PerformanceTable.plural(threads, "thread"),
            measured.peak(threads)),
        "GMAC/s",
        workloads,
        series);
  }
}
