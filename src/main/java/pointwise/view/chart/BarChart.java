package pointwise.view.chart;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.CategoryStyler;
import pointwise.tensor.Require;
import pointwise.view.Picture;
import pointwise.view.Svg;

/**
 * Bars side by side, each with its value above.
 *
 * @param title what the chart says
 * @param quantity what the bars measure
 * @param categories what stands under the groups of bars
 * @param series the heights, one per category, under the name of the colour
 */
record BarChart(
    String title,
    String quantity,
    List<String> categories,
    Map<String, ? extends List<? extends Number>> series) {

  private static final int HEIGHT = 380;

  /** A pixel is the least that a bar can be wide. */
  private static final int MOST = 1000;

  private static final int NARROWEST = 560;
  private static final int WIDEST = 720;

  /** The largest share of its slot that a group of bars fills. */
  private static final double FILL = 0.72;

  private static final double WIDEST_BAR = 130;
  private static final double NARROWEST_LABELLED = 20;
  private static final int MOST_NUMBERED = 6;
  private static final int LEGEND_LINE = 26;

  /** Room for the axis and its title. */
  private static final int AXIS = 110;

  BarChart {
    Require.given(quantity, "what the bars measure");
    Require.all(categories, "the name of a group of bars");
    Require.given(series, "series of bars");
    series.forEach(
        (name, values) -> {
          if (values.size() != categories.size()) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "The series %s has %d values for %d categories",
                    name,
                    values.size(),
                    categories.size()));
          }
        });
    if (categories.isEmpty() || series.isEmpty()) {
      throw new IllegalArgumentException("A bar chart needs at least one bar");
    }
    if (categories.size() > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A bar chart can have %,d bars side by side, but these are %,d",
              MOST,
              categories.size()));
    }
  }

  Picture picture() {
    return ChartStyle.picture(chart(), alt());
  }

  private CategoryChart chart() {
    AxisUnit amount = AxisUnit.upTo(largest());
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(width())
            .height(HEIGHT + (numbered() ? LEGEND_LINE * categories.size() : 0))
            .title(title)
            .yAxisTitle(amount.title(quantity))
            .build();
    CategoryStyler styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setAvailableSpaceFill(fill()).setLegendVisible(series.size() > 1 || numbered());
    styler.setYAxisMin(0.0).setYAxisMax(Math.max(1e-9, amount.scaled(largest()) * 1.12));
    // The values stand above the bars, and a line through them would not help.
    styler.setPlotGridLinesVisible(false);
    if (numbered()) {
      styler.setOverlapped(true);
      ChartStyle.listLegend(styler);
      series.values().forEach(values -> numberedBars(chart, values, amount));
    } else {
      if (slot() < widestName()) {
        styler.setXAxisLabelRotation(45).setXAxisLabelAlignment(TextAlignment.Right);
      }
      groupedBars(chart, amount);
    }
    int index = 0;
    for (List<? extends Number> values : series.values()) {
      label(chart, index++, values, amount);
    }
    return chart;
  }

  /** Whether a few names are too long to stand under the bars: then the legend has them. */
  private boolean numbered() {
    return series.size() == 1 && categories.size() <= MOST_NUMBERED && slot() < widestName();
  }

  private void groupedBars(CategoryChart chart, AxisUnit amount) {
    int index = 0;
    for (Map.Entry<String, ? extends List<? extends Number>> one : series.entrySet()) {
      List<Double> heights =
          one.getValue().stream().map(value -> amount.scaled(value.doubleValue())).toList();
      chart.addSeries(one.getKey(), categories, heights).setFillColor(ChartStyle.color(index++));
    }
  }

  /** One series per bar, so that each has its colour and its line in the legend. */
  private void numberedBars(CategoryChart chart, List<? extends Number> values, AxisUnit amount) {
    List<String> numbers =
        IntStream.rangeClosed(1, values.size()).mapToObj(String::valueOf).toList();
    for (int bar = 0; bar < values.size(); bar++) {
      List<Double> heights = new ArrayList<>(Collections.nCopies(values.size(), 0.0));
      heights.set(bar, amount.scaled(values.get(bar).doubleValue()));
      chart
          .addSeries(numbers.get(bar) + "  " + categories.get(bar), numbers, heights)
          .setFillColor(ChartStyle.color(bar));
    }
  }

  /** Writes the values above the bars, smaller where the bars are narrow, unless they are too. */
  private void label(
      CategoryChart chart, int index, List<? extends Number> values, AxisUnit amount) {
    double bar = slot() * fill() / series.size();
    boolean narrow = bar < 72;
    if (bar < NARROWEST_LABELLED) {
      return;
    }
    chart.getStyler().setAnnotationTextFont(ChartStyle.font(Font.BOLD, narrow ? 11 : 13));
    double above = amount.scaled(largest()) * 0.045;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i).doubleValue();
      double x = i + (1 - fill()) / 2 + fill() * (index + 0.5) / series.size();
      String text = narrow ? amount.brief(value) : amount.print(value);
      chart.addAnnotation(new AnnotationText(text, x, amount.scaled(value) + above, false));
    }
  }

  private double largest() {
    return series.values().stream()
        .flatMap(Collection::stream)
        .mapToDouble(Number::doubleValue)
        .max()
        .orElse(0);
  }

  private int width() {
    double wanted = AXIS + categories.size() * Math.max(widestName() + 20, 62.0 * series.size());
    return (int) Math.max(NARROWEST, Math.min(WIDEST, wanted));
  }

  private double slot() {
    return (double) (width() - AXIS) / categories.size();
  }

  private double fill() {
    return Math.min(FILL, WIDEST_BAR * series.size() / slot());
  }

  private double widestName() {
    return categories.stream().mapToDouble(Svg.Font.LABEL::width).max().orElse(0);
  }

  private String alt() {
    List<String> sentences = new ArrayList<>();
    series.forEach(
        (name, values) ->
            sentences.add(
                (series.size() > 1 ? quantity + " " + name : quantity)
                    + ": "
                    + IntStream.range(0, categories.size())
                        .mapToObj(
                            i ->
                                categories.get(i)
                                    + " = "
                                    + AxisUnit.full(values.get(i).doubleValue()))
                        .collect(Collectors.joining("; "))));
    return "Bar chart. " + title + ". " + String.join(". ", sentences);
  }
}
