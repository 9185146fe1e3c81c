package pointwise.view.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a chart prints them: whole ones below a million, millions with three digits above. */
enum AxisUnit {
  ONES(1, "", ""),
  MILLIONS(1e6, " M", " (millions)");

  private final double size;
  private final String mark;
  private final String title;

  AxisUnit(double size, String mark, String title) {
    this.size = size;
    this.mark = mark;
    this.title = title;
  }

  /** The unit for an axis that ends there. */
  static AxisUnit upTo(double largest) {
    return largest >= 1e6 ? MILLIONS : ONES;
  }

  /** A value as the axis counts it. */
  double scaled(double value) {
    return value / size;
  }

  /** What the axis is called, its unit behind it. */
  String title(String quantity) {
    return quantity + title;
  }

  /** Three digits that count, such as {@code 37.8 M}. */
  String print(double value) {
    return bare(value) + mark;
  }

  /** Two digits that count at least, and no unit: for a narrow bar. */
  String brief(double value) {
    return format(scaled(value) >= 10 || this == ONES ? "#,##0" : "#,##0.#", scaled(value));
  }

  private String bare(double value) {
    double scaled = scaled(value);
    String pattern =
        scaled >= 100 || this == ONES ? "#,##0" : scaled >= 10 ? "#,##0.#" : "#,##0.##";
    return format(pattern, scaled);
  }

  /** A count in full, with thousands separators. */
  static String full(double value) {
    return format("#,##0.###", value);
  }

  private static String format(String pattern, double value) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
