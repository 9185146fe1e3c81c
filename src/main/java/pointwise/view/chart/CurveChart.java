package pointwise.view.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import pointwise.tensor.Require;
import pointwise.view.Picture;

/**
 * What changes from epoch to epoch, one curve each.
 *
 * @param curves one number per epoch by the name of the curve, in the map's order; where it is no
 *     number the curve ends
 */
record CurveChart(String title, String quantity, Map<String, List<Double>> curves) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 380;
  private static final int LEGEND_LINE = 26;

  /** More names do not fit side by side. */
  private static final int MOST_IN_A_ROW = 3;

  CurveChart {
    Require.given(curves, "curves");
    if (curves.isEmpty() || curves.values().stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("A curve needs at least one epoch");
    }
  }

  Picture picture() {
    boolean list = curves.size() > MOST_IN_A_ROW;
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(list ? HEIGHT + LEGEND_LINE * curves.size() : HEIGHT)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle(quantity)
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setMarkerSize(7);
    if (list) {
      ChartStyle.listLegend(chart.getStyler());
    }
    int longest = curves.values().stream().mapToInt(List::size).max().orElse(1);
    chart.getStyler().setXAxisMin(1.0).setXAxisMax(Math.max(2.0, longest));
    int index = 0;
    for (Map.Entry<String, List<Double>> curve : curves.entrySet()) {
      List<Double> values =
          curve.getValue().stream().takeWhile(value -> Double.isFinite(value)).toList();
      if (!values.isEmpty()) {
        List<Integer> epochs = IntStream.rangeClosed(1, values.size()).boxed().toList();
        XYSeries series = chart.addSeries(curve.getKey(), epochs, values);
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(ChartStyle.color(index));
        series.setLineColor(ChartStyle.color(index)).setLineStyle(SeriesLines.SOLID);
      }
      index++;
    }
    return ChartStyle.picture(chart, alt());
  }

  private String alt() {
    return title
        + ", "
        + quantity
        + " by epoch. "
        + curves.entrySet().stream()
            .map(
                curve ->
                    String.format(
                        Locale.ROOT,
                        "%s: %s",
                        curve.getKey(),
                        curve.getValue().stream()
                            .map(value -> String.format(Locale.ROOT, "%.3g", value))
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("; "));
  }
}
