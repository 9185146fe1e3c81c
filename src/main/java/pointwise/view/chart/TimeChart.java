package pointwise.view.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import pointwise.view.Picture;
import pointwise.view.Svg;

/**
 * Multiplications against milliseconds, one dot a design.
 *
 * <p>A line leads from zero through the first design: a dot above it takes longer for each
 * multiplication than the first design does. Where one design costs a small part of another, both
 * axes are logarithmic, so that its dot does not hide at zero.
 *
 * @param dots the designs
 */
record TimeChart(List<Dot> dots) {
  /** From that ratio on a dot near zero cannot be read. */
  private static final double WIDE = 50;

  private static final int PLOT_HEIGHT = 340;
  private static final int LEGEND_LINE = 26;

  /** Longer names do not fit into the legend with their numbers. */
  private static final int LONGEST_NAME = 56;

  /**
   * A design.
   *
   * @param name what it is called
   * @param multiplications what it costs
   * @param milliseconds what it takes
   */
  record Dot(String name, double multiplications, double milliseconds) {
    private String words() {
      String shortened =
          name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
      return String.format(
          Locale.ROOT,
          "%s: %,.0f multiplications, %.3g ms",
          shortened,
          multiplications,
          milliseconds);
    }
  }

  TimeChart {
    if (dots.isEmpty()) {
      throw new IllegalArgumentException("A chart of times needs at least one design");
    }
  }

  Picture picture() {
    double most = dots.stream().mapToDouble(Dot::multiplications).max().orElse(0);
    AxisUnit amount = AxisUnit.upTo(most);
    XYChart chart =
        new XYChartBuilder()
            .width(width())
            .height(PLOT_HEIGHT + LEGEND_LINE * (dots.size() + 1))
            .title("Fewer multiplications, less time?")
            .xAxisTitle(amount.title("multiplications"))
            .yAxisTitle("milliseconds")
            .build();
    double right = Math.max(1, amount.scaled(most) * 1.08);
    ChartStyle.apply(chart.getStyler());
    ChartStyle.listLegend(chart.getStyler());
    chart.getStyler().setMarkerSize(14);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(right).setYAxisMin(0.0);
    double left = isWide() ? amount.scaled(least()) / 2 : 0;
    if (isWide()) {
      chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
      chart.getStyler().setXAxisMin(left).setXAxisMax(2 * right).setYAxisMin(null);
    }
    Dot first = dots.get(0);
    if (first.multiplications > 0) {
      double slope = first.milliseconds / amount.scaled(first.multiplications);
      line(chart, left, isWide() ? 2 * right : right, slope);
    }
    for (int i = 0; i < dots.size(); i++) {
      dot(chart, i, amount);
    }
    return ChartStyle.picture(chart, alt());
  }

  /** Its number comes first, because two designs of one name may have the same numbers too. */
  private void dot(XYChart chart, int index, AxisUnit amount) {
    Dot design = dots.get(index);
    XYSeries dot =
        chart.addSeries(
            index + 1 + ". " + design.words(),
            new double[] {amount.scaled(design.multiplications)},
            new double[] {design.milliseconds});
    dot.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(ChartStyle.color(index));
    dot.setLineStyle(SeriesLines.NONE);
  }

  private double least() {
    return dots.stream().mapToDouble(Dot::multiplications).min().orElse(0);
  }

  private boolean isWide() {
    double most = dots.stream().mapToDouble(Dot::multiplications).max().orElse(0);
    return least() > 0
        && most / least() > WIDE
        && dots.stream().allMatch(dot -> dot.milliseconds > 0);
  }

  private static void line(XYChart chart, double left, double right, double slope) {
    XYSeries same =
        chart.addSeries(
            "the first design's time for each multiplication",
            new double[] {left, right},
            new double[] {slope * left, slope * right});
    same.setMarker(SeriesMarkers.NONE).setLineColor(Color.GRAY);
    same.setLineStyle(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 5}, 0));
  }

  private int width() {
    double legend =
        dots.stream().mapToDouble(dot -> Svg.Font.LABEL.width(dot.words())).max().orElse(0);
    return (int) Math.max(720, 100 + legend);
  }

  private String alt() {
    return "Scatter chart of multiplications against milliseconds. "
        + dots.stream().map(Dot::words).collect(Collectors.joining("; "));
  }
}
