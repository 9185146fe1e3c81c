package pointwise.view.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import pointwise.cost.Comparison;
import pointwise.cost.CostReport;
import pointwise.learn.History;
import pointwise.op.Named;
import pointwise.op.Op;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.timing.TimingReport;
import pointwise.view.Picture;
import pointwise.view.chart.TimeChart.Dot;

/** Charts of what operations cost. */
public final class Charts {
  /** More bars than that are too many: then those of a module become one. */
  private static final int MANY = 30;

  private Charts() {}

  /** The designs of a comparison by their multiplications. */
  public static Picture multiplications(Comparison comparison) {
    return designs(comparison, "multiplications", CostReport::multiplications);
  }

  /** The designs of a comparison by their weights. */
  public static Picture weights(Comparison comparison) {
    return designs(comparison, "weights", CostReport::weights);
  }

  /** The layers of a network, or the modules of a large one, by their multiplications. */
  public static Picture multiplications(CostReport report) {
    return layers(report, "multiplications", CostReport.Row::multiplications);
  }

  /** The layers of a network, or the modules of a large one, by their weights. */
  public static Picture weights(CostReport report) {
    return layers(report, "weights", CostReport.Row::weights);
  }

  /**
   * Where a network's parameters and where its multiplications sit: two bars, cut by module.
   *
   * @param title what the network is called
   * @throws IllegalArgumentException if there are neither
   */
  public static Picture shares(String title, CostReport report) {
    return SharePicture.of(title, Shares.of(Require.given(report, "a report").summary()));
  }

  /**
   * Several comparisons of the same designs side by side, such as a network's modules with and
   * without their reductions.
   *
   * @param comparisons by what stands under each group; in the map's order
   * @throws IllegalArgumentException if a comparison has other designs than the first
   */
  public static Picture multiplications(String title, Map<String, Comparison> comparisons) {
    Require.given(comparisons, "comparisons");
    Map<String, List<Long>> series = new LinkedHashMap<>();
    for (Comparison comparison : comparisons.values()) {
      for (CostReport report : comparison.reports()) {
        series
            .computeIfAbsent(name(report), design -> new ArrayList<>())
            .add(report.multiplications());
      }
    }
    return bars(title, "multiplications", List.copyOf(comparisons.keySet()), series);
  }

  /**
   * Groups of bars side by side.
   *
   * @param quantity what the bars measure, such as {@code multiplications}
   * @param categories what stands under each group
   * @param series heights, one per category, by the name of the colour; in the map's order
   */
  public static Picture bars(
      String title,
      String quantity,
      List<String> categories,
      Map<String, ? extends List<? extends Number>> series) {
    return new BarChart(title, quantity, categories, series).picture();
  }

  /**
   * Up to which width a reduction costs less than the direct design.
   *
   * @param direct the design without a reduction
   * @param reduced the design with a reduction of a given width
   * @param from the smallest width drawn
   * @param to the largest width drawn
   */
  public static Picture breakEven(
      Shape input, Op direct, IntFunction<? extends Op> reduced, int from, int to) {
    Require.given(reduced, "the design of a given width");
    return new BreakEvenChart(
            "Break-even of a reduction on " + input,
            "width of the reduction",
            from,
            to,
            (double) CostReport.of(direct, input).multiplications(),
            width -> (double) CostReport.of(reduced.apply(width), input).multiplications())
        .picture();
  }

  /** The designs of a timing by multiplications and median milliseconds. */
  public static Picture times(TimingReport report) {
    return new TimeChart(
            Require.given(report, "a timing").rows().stream()
                .map(row -> new Dot(row.name(), row.multiplications(), row.medianMillis()))
                .toList())
        .picture();
  }

  /**
   * How right a training was, epoch by epoch: on what it learned from, and on what was held back.
   */
  public static Picture learning(History history) {
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    curves.put(
        "learned from", percents(Require.given(history, "a history"), History.Epoch::accuracy));
    curves.put("held back", percents(history, History.Epoch::testAccuracy));
    return curves(
        String.format(
            Locale.ROOT,
            "%,d items learned from, %,d held back",
            history.trained(),
            history.tested()),
        "right, in per cent",
        curves);
  }

  private static List<Double> percents(History history, ToDoubleFunction<History.Epoch> share) {
    return history.epochs().stream().map(epoch -> 100 * share.applyAsDouble(epoch)).toList();
  }

  /**
   * Numbers that change from epoch to epoch.
   *
   * @param quantity what they measure
   * @param curves one number per epoch by the name of the curve, in the map's order
   */
  public static Picture curves(String title, String quantity, Map<String, List<Double>> curves) {
    return new CurveChart(title, quantity, curves).picture();
  }

  private static Picture designs(
      Comparison comparison, String quantity, ToLongFunction<CostReport> value) {
    List<String> names =
        Require.given(comparison, "a comparison").reports().stream().map(Charts::name).toList();
    List<Long> values = comparison.reports().stream().mapToLong(value).boxed().toList();
    return bars(
        capital(quantity) + " on " + comparison.input(), quantity, names, Map.of(quantity, values));
  }

  private static Picture layers(
      CostReport report, String quantity, ToLongFunction<CostReport.Row> value) {
    long counted =
        Require.given(report, "a report").rows().stream()
            .filter(row -> value.applyAsLong(row) > 0)
            .count();
    if (counted == 0) {
      throw new IllegalArgumentException("No layer of %s has %s".formatted(report.op(), quantity));
    }
    Map<String, Long> values = new LinkedHashMap<>();
    for (CostReport.Row row : report.rows()) {
      String module = report.graph().module(row.node());
      String bar = counted > MANY && !module.isEmpty() ? module : row.name();
      values.merge(bar, value.applyAsLong(row), Long::sum);
    }
    values.values().removeIf(count -> count == 0);
    return bars(
        "%s by %s on %s"
            .formatted(capital(quantity), counted > MANY ? "module" : "layer", report.input()),
        quantity,
        List.copyOf(values.keySet()),
        Map.of(quantity, List.copyOf(values.values())));
  }

  /** The name it was given or, shorter than its code, the layers that multiply, if any does. */
  private static String name(CostReport report) {
    if (report.op() instanceof Named || report.multiplications() == 0) {
      return report.op().title();
    }
    return report.rows().stream()
        .filter(row -> row.multiplications() > 0)
        .map(CostReport.Row::layer)
        .collect(Collectors.joining(" → "));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
