package pointwise.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Multiplications against milliseconds, one dot a design.
 *
 * <p>A line leads from zero through the first design: a dot above it takes longer for each
 * multiplication than the first design does.
 *
 * @param names the designs
 * @param multiplications what they cost
 * @param milliseconds what they take
 */
record TimeChart(List<String> names, long[] multiplications, double[] milliseconds) {
  private static final int PLOT_HEIGHT = 340;
  private static final int LEGEND_LINE = 26;

  /** Longer names do not fit into the legend with their numbers. */
  private static final int LONGEST_NAME = 56;

  TimeChart {
    if (names.isEmpty()
        || names.size() != multiplications.length
        || names.size() != milliseconds.length) {
      throw new IllegalArgumentException(
          "Each design needs a name, its multiplications and its milliseconds, but got %d, %d and %d"
              .formatted(names.size(), multiplications.length, milliseconds.length));
    }
  }

  Picture picture() {
    Amount amount = Amount.upTo(most());
    XYChart chart =
        new XYChartBuilder()
            .width(width())
            .height(PLOT_HEIGHT + LEGEND_LINE * (names.size() + 1))
            .title("Fewer multiplications, less time?")
            .xAxisTitle(amount.title("multiplications"))
            .yAxisTitle("milliseconds")
            .build();
    double right = Math.max(1, amount.scaled(most()) * 1.08);
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setLegendLayout(LegendLayout.Vertical).setMarkerSize(14);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(right).setYAxisMin(0.0);
    if (multiplications[0] > 0) {
      line(chart, right, milliseconds[0] / amount.scaled(multiplications[0]));
    }
    for (int i = 0; i < names.size(); i++) {
      // Two designs of one name with the same numbers would be one series.
      String series = i + 1 + ". " + words(i);
      XYSeries dot =
          chart.addSeries(
              series,
              new double[] {amount.scaled(multiplications[i])},
              new double[] {milliseconds[i]});
      dot.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(ChartStyle.color(i));
      dot.setLineStyle(SeriesLines.NONE);
    }
    return ChartStyle.picture(chart, alt());
  }

  private static void line(XYChart chart, double right, double slope) {
    XYSeries same =
        chart.addSeries(
            "the first design's time for each multiplication",
            new double[] {0, right},
            new double[] {0, slope * right});
    same.setMarker(SeriesMarkers.NONE).setLineColor(Color.GRAY);
    same.setLineStyle(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 5}, 0));
  }

  private long most() {
    return LongStream.of(multiplications).max().orElse(0);
  }

  private int width() {
    double legend =
        IntStream.range(0, names.size())
            .mapToDouble(i -> Svg.Font.LABEL.width(words(i)))
            .max()
            .orElse(0);
    return (int) Math.max(720, 100 + legend);
  }

  private String words(int design) {
    return String.format(
        Locale.ROOT,
        "%s: %,d multiplications, %.3g ms",
        shortened(names.get(design)),
        multiplications[design],
        milliseconds[design]);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private String alt() {
    return "Scatter chart of multiplications against milliseconds. "
        + IntStream.range(0, names.size()).mapToObj(this::words).collect(Collectors.joining("; "));
  }
}
