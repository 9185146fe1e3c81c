package pointwise.view.diagram;

import java.util.Locale;

/** Numbers as one writes them on a whiteboard. */
public final class Figures {
  private Figures() {}

  /** A whole number as it is, any other to two decimals. */
  public static String text(double value) {
    String digits =
        value == Math.rint(value) && Math.abs(value) < 1e6
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.2f", value);
    return digits.equals("-0") ? "0" : digits.replace('-', '−');
  }

  /** A sum or a product whose first number needs no brackets. */
  public static String leading(String sum) {
    return sum.startsWith("(") ? sum.substring(1).replaceFirst("\\)", "") : sum;
  }

  /** The same within a product or a sum: a negative number in brackets. */
  public static String factor(double value) {
    String text = text(value);
    return text.startsWith("−") ? "(" + text + ")" : text;
  }
}
