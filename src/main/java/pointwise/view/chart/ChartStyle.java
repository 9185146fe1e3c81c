package pointwise.view.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import pointwise.view.Palette;
import pointwise.view.Picture;

/** The common look of the charts, and how they become pictures. */
final class ChartStyle {
  /** The order in which the series of a chart take their colours: far apart also in grey. */
  private static final Palette[] ORDER = {
    Palette.BLUE, Palette.ORANGE, Palette.GREEN, Palette.PURPLE, Palette.SKY, Palette.VERMILION
  };

  /** Pixels for each CSS pixel, so that text is sharp on a dense screen. */
  private static final int DENSITY = 2;

  /** The radius of the card's corners, as a drawing has them. */
  private static final int CORNER = 8;

  private static final Color INK = Color.decode(Palette.INK);

  private ChartStyle() {}

  static Color color(int series) {
    return new Color(ORDER[series % ORDER.length].rgb());
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  static void apply(AxesChartStyler styler) {
    Color paper = Color.decode(Palette.PAPER);
    Color grid = new Color(0xC8C8C4);
    styler
        .setChartBackgroundColor(paper)
        .setPlotBackgroundColor(paper)
        .setPlotBorderVisible(false)
        .setChartFontColor(INK)
        .setChartTitleFont(font(Font.BOLD, 15))
        .setChartTitlePadding(10)
        .setChartPadding(14)
        .setLegendFont(font(Font.PLAIN, 13))
        .setLegendBackgroundColor(paper)
        .setLegendBorderColor(paper)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendPadding(18)
        .setAnnotationTextFont(font(Font.BOLD, 13))
        .setAnnotationTextFontColor(INK)
        .setDecimalPattern("#,##0.###");
    styler
        .setLocale(Locale.ROOT)
        .setAxisTitleFont(font(Font.PLAIN, 13))
        .setAxisTickLabelsFont(font(Font.PLAIN, 13))
        .setAxisTickLabelsColor(INK)
        .setAxisTicksMarksVisible(false)
        .setAxisTickMarksColor(grid)
        .setPlotGridLinesColor(grid)
        .setPlotGridLinesStroke(new BasicStroke(1))
        .setPlotGridVerticalLinesVisible(false)
        .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right)
        .setPlotMargin(0);
  }

  /** The legend as a list, for names that are long or many. */
  static void listLegend(AxesChartStyler styler) {
    styler.setLegendLayout(LegendLayout.Vertical).setLegendPadding(10);
  }

  static Picture picture(Chart<?, ?> chart, String alt) {
    BufferedImage image =
        new BufferedImage(
            DENSITY * chart.getWidth(), DENSITY * chart.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(DENSITY, DENSITY);
    graphics.clip(
        new RoundRectangle2D.Double(
            0, 0, chart.getWidth(), chart.getHeight(), 2 * CORNER, 2 * CORNER));
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    return Picture.flat(image, DENSITY, alt);
  }
}
