package pointwise.exercise.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a person writes it: {@code 120,422,400}, {@code 120M}, {@code 1.2e8}, {@code 11.5 %}.
 *
 * @param value the number
 * @param slack half of its last digit where it was written rounded, with a suffix or an exponent
 * @param digits how many digits were written
 * @param percent whether a per cent sign followed it
 */
record Figure(BigDecimal value, BigDecimal slack, int digits, boolean percent) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)?(\\.\\d*)?(e[+-]?\\d{1,3})?"
              + "(k|thousand|m|million|g|b|bn|billion|t|trillion)?(%|percent)?");

  private static final Map<Character, Integer> POWERS =
      Map.of('k', 3, 'm', 6, 'g', 9, 'b', 9, 't', 12);

  static Figure exactly(BigDecimal value) {
    return new Figure(value, BigDecimal.ZERO, value.precision(), false);
  }

  static Figure exactly(long value) {
    return exactly(BigDecimal.valueOf(value));
  }

  /**
   * Reads a number or a text.
   *
   * @param wanted what the answer has to be, for the message
   * @throws Unreadable if it is no number
   */
  static Figure read(Object given, String wanted) throws Unreadable {
    if (given instanceof Double || given instanceof Float) {
      double value = ((Number) given).doubleValue();
      if (!Double.isFinite(value)) {
        throw new Unreadable("The answer is %s; %s is none.", wanted, given);
      }
      return exactly(new BigDecimal(given.toString()));
    }
    if (given instanceof BigDecimal value) {
      return exactly(value);
    }
    if (given instanceof BigInteger value) {
      return exactly(new BigDecimal(value));
    }
    if (given instanceof Number number) {
      return exactly(number.longValue());
    }
    if (given instanceof CharSequence text) {
      return parse(text.toString(), wanted);
    }
    throw new Unreadable("The answer is %s; you gave %s.", wanted, Given.describe(given));
  }

  private static Figure parse(String text, String wanted) throws Unreadable {
    String compact =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replace('−', '-')
            .replace("per cent", "percent")
            .replaceAll("(?<=\\d)[_'\u202f\u00a0 ](?=\\d{3})", "")
            .replaceAll("[\\s\u00a0]+", "");
    Matcher matcher = WRITTEN.matcher(compact);
    if (compact.matches("[+-]?\\d+,\\d+") && !matcher.matches()) {
      throw new Unreadable("Write decimals with a point: %s.", compact.replace(',', '.'));
    }
    if (!matcher.matches() || (matcher.group(2) == null && !hasDigits(matcher.group(3)))) {
      throw new Unreadable("The answer is %s; you gave a text.", wanted);
    }
    String whole = matcher.group(2) == null ? "" : matcher.group(2).replace(",", "");
    String fraction = matcher.group(3) == null ? "" : matcher.group(3).substring(1);
    BigDecimal written = new BigDecimal(matcher.group(1) + whole + "." + fraction + "0");
    int exponent = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4).substring(1));
    if (matcher.group(5) != null) {
      exponent += POWERS.get(matcher.group(5).charAt(0));
    }
    boolean rounded = matcher.group(4) != null || matcher.group(5) != null;
    BigDecimal half = BigDecimal.valueOf(5, fraction.length() + 1).scaleByPowerOfTen(exponent);
    int digits = (whole + fraction).replaceFirst("^0+", "").length();
    return new Figure(
        written.scaleByPowerOfTen(exponent),
        rounded ? half : BigDecimal.ZERO,
        digits,
        matcher.group(6) != null);
  }

  private static boolean hasDigits(String fraction) {
    return fraction != null && fraction.length() > 1;
  }

  /** Whether it is that number, within its own rounding or a tolerance. */
  boolean is(BigDecimal number, BigDecimal tolerance) {
    return value.subtract(number).abs().compareTo(slack.max(tolerance)) <= 0;
  }

  boolean isRounded() {
    return slack.signum() > 0;
  }

  /** A rounded number with so few digits tells too little. */
  boolean isTooCoarse() {
    return isRounded() && digits < 2;
  }

  @Override
  public String toString() {
    String text =
        value.stripTrailingZeros().scale() <= 0
            ? String.format(Locale.ROOT, "%,d", value.toBigInteger())
            : value.stripTrailingZeros().toPlainString();
    return percent ? text + " %" : text;
  }
}
