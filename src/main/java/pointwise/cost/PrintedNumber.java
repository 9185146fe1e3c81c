package pointwise.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internal: a number as a paper prints it: {@code 159K}, {@code 2.7M}, {@code 1,024} or {@code
 * 1.19%}.
 *
 * @param text how it is printed
 * @param number its digits as a number, without the unit
 * @param resolution what one in its last digit is worth
 * @param unit K, M, G, % or nothing
 */
public record PrintedNumber(String text, double number, double resolution, String unit) {
  private static final Pattern PRINTED =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.(\\d+))?)\\s*([KMG%]?)");

  /**
   * Reads a printed number.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PrintedNumber of(String text) {
    Matcher printed = PRINTED.matcher(text.strip());
    if (!printed.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no number such as 159K, 2.7M, 1,024 or 1.19%%".formatted(text));
    }
    int decimals = printed.group(2) == null ? 0 : printed.group(2).length();
    double number = Double.parseDouble(printed.group(1).replace(",", ""));
    return new PrintedNumber(text.strip(), number, Math.pow(10, -decimals), printed.group(3));
  }

  /** Whether it is a share of the whole. */
  boolean isShare() {
    return unit.equals("%");
  }

  /** Whether a value, rounded up or down to as many digits, is this number. */
  boolean is(double value, int kilo) {
    return Math.abs(value / scale(kilo) - number) < resolution;
  }

  /** What it stands for, with K as 1000 or 1024. */
  double value(int kilo) {
    return number * scale(kilo);
  }

  /** A computed value in full, and in the unit that is printed. */
  String likewise(double value, int kilo) {
    return switch (unit) {
      case "" -> String.format(Locale.ROOT, "%,.0f", value);
      case "%" -> String.format(Locale.ROOT, "%.2f%%", value);
      default -> String.format(Locale.ROOT, "%,.0f (%.2f%s)", value, value / scale(kilo), unit);
    };
  }

  /** The same with two neighbouring digits swapped, every way there is. */
  List<PrintedNumber> swapped() {
    List<PrintedNumber> swapped = new ArrayList<>();
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.add(i);
      }
    }
    for (int i = 1; i < digits.size(); i++) {
      StringBuilder changed = new StringBuilder(text);
      changed.setCharAt(digits.get(i), text.charAt(digits.get(i - 1)));
      changed.setCharAt(digits.get(i - 1), text.charAt(digits.get(i)));
      if (!changed.toString().equals(text)) {
        swapped.add(of(changed.toString()));
      }
    }
    return swapped;
  }

  private double scale(int kilo) {
    return switch (unit) {
      case "K" -> kilo;
      case "M" -> 1e6;
      case "G" -> 1e9;
      default -> 1;
    };
  }
}
