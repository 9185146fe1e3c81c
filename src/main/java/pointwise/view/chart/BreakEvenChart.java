package pointwise.view.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import pointwise.view.Picture;

/**
 * How far a reduction pays: multiplications over the width of the reduction, against those of the
 * direct design.
 *
 * @param title what the chart says
 * @param axis what is varied
 * @param from the smallest width
 * @param to the largest width
 * @param direct multiplications of the direct design
 * @param reduced multiplications at a width
 */
record BreakEvenChart(
    String title, String axis, int from, int to, double direct, IntToDoubleFunction reduced) {

  BreakEvenChart {
    if (from < 1 || to <= from) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A curve needs widths from 1 on, the last beyond the first, but got %d to %d",
              from,
              to));
    }
  }

  Picture picture() {
    double[] widths = IntStream.rangeClosed(from, to).asDoubleStream().toArray();
    double[] counts =
        IntStream.rangeClosed(from, to)
            .mapToDouble(width -> reduced.applyAsDouble(width))
            .toArray();
    AxisUnit amount = AxisUnit.upTo(Math.max(direct, counts[counts.length - 1]));
    for (int i = 0; i < counts.length; i++) {
      counts[i] = amount.scaled(counts[i]);
    }
    double level = amount.scaled(direct);
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(420)
            .title(title)
            .xAxisTitle(axis)
            .yAxisTitle(amount.title("multiplications"))
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setYAxisMin(0.0);
    line(chart, "with the reduction", widths, counts, 0);
    line(
            chart,
            "direct: " + amount.print(direct),
            new double[] {from, to},
            new double[] {level, level},
            1)
        .setLineStyle(
            new BasicStroke(
                2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {8, 5}, 0));
    int last = lastThatPays();
    if (last >= from && last < to) {
      mark(chart, last, level);
    }
    return ChartStyle.picture(chart, alt(last));
  }

  private static XYSeries line(XYChart chart, String name, double[] x, double[] y, int color) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE).setLineColor(ChartStyle.color(color));
    series.setLineStyle(new BasicStroke(2.5f));
    return series;
  }

  /** A dot where the lines cross, between two whole widths. */
  private void mark(XYChart chart, int last, double level) {
    double below = reduced.applyAsDouble(last);
    double above = reduced.applyAsDouble(last + 1);
    double x = last + (direct - below) / (above - below);
    XYSeries dot = chart.addSeries("break-even", new double[] {x}, new double[] {level});
    dot.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Color.BLACK);
    dot.setShowInLegend(false);
    String text = "pays up to " + last;
    chart.addAnnotation(new AnnotationText(text, x - (to - from) * 0.13, level * 1.07, false));
  }

  /** The largest width that costs no more than the direct design; below the first if none does. */
  private int lastThatPays() {
    int last = from - 1;
    while (last < to && reduced.applyAsDouble(last + 1) <= direct) {
      last++;
    }
    return last;
  }

  private String alt(int last) {
    String curve =
        String.format(
            Locale.ROOT,
            "Line chart. %s. Multiplications over %s: %s at %d, %s at %d; direct %s. ",
            title,
            axis,
            full(from),
            from,
            full(to),
            to,
            AxisUnit.full(direct));
    if (last < from) {
      return curve + "The reduction never pays.";
    }
    if (last == to) {
      return curve + "The reduction always pays.";
    }
    return curve
        + String.format(
            Locale.ROOT,
            "The lines cross between %d (%s) and %d (%s).",
            last,
            full(last),
            last + 1,
            full(last + 1));
  }

  private String full(int width) {
    return AxisUnit.full(reduced.applyAsDouble(width));
  }
}
