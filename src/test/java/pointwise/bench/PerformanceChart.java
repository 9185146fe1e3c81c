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
 * Only engines that computed every workload are in it.
 */
final class PerformanceChart {
  private PerformanceChart() {}

  static Picture of(Measurements measured) {
    int threads = measured.threads().get(0);
    Map<String, List<Double>> series = new LinkedHashMap<>();
    for (String engine : measured.engines()) {
      List<Double> gmacs =
          measured.workloads().stream()
              .map(workload -> measured.find(workload, engine, threads))
              .flatMap(Optional::stream)
              .map(Measurement::gmacs)
              .toList();
      if (gmacs.size() == measured.workloads().size()) {
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
        measured.workloads(),
        series);
  }
}
