package pointwise.exercise.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Internal: one number that need not be whole.
 *
 * @param number the answer
 * @param tolerance by how much an answer may be off
 * @param percent whether it is asked for in per cent: then {@code 11.5} and {@code 11.5 %} are one
 */
public record DecimalAnswer(BigDecimal number, BigDecimal tolerance, boolean percent)
    implements Answer {
  private static final int PERCENT = 2;

  public static DecimalAnswer of(double number, double tolerance, boolean percent) {
    return new DecimalAnswer(
        BigDecimal.valueOf(number), BigDecimal.valueOf(tolerance).stripTrailingZeros(), percent);
  }

  /** Another number to be compared with the same tolerance. */
  public DecimalAnswer with(double other) {
    return new DecimalAnswer(BigDecimal.valueOf(other), tolerance, percent);
  }

  @Override
  public String wanted() {
    return percent ? Texts.say("one number in per cent") : Texts.say("one number");
  }

  @Override
  public Figure read(Object given) throws Unreadable {
    Figure figure = Figure.read(given, wanted());
    if (figure.isTooCoarse()) {
      throw new Unreadable("A rounded number needs two digits at least.");
    }
    if (figure.percent() && !percent) {
      return new Figure(
          figure.value().movePointLeft(PERCENT),
          figure.slack().movePointLeft(PERCENT),
          figure.digits(),
          false);
    }
    return figure;
  }

  @Override
  public boolean matches(Object read) {
    return ((Figure) read).is(number, tolerance);
  }

  @Override
  public Figure value() {
    return Figure.exactly(number);
  }

  @Override
  public String written() {
    return number.toPlainString();
  }

  @Override
  public String remark(Object read) {
    Figure figure = (Figure) read;
    if (percent && figure.is(number.movePointLeft(PERCENT), tolerance.movePointLeft(PERCENT))) {
      return Texts.say("The question asks for per cent: yours is a share of 1.");
    }
    return figure.value().compareTo(number) < 0
        ? Texts.say("That is too small, and no usual mistake leads there. Ask for a hint().")
        : Texts.say("That is too large, and no usual mistake leads there. Ask for a hint().");
  }

  @Override
  public String degenerate() {
    return number.abs().compareTo(tolerance) <= 0 ? "the answer is 0 within its tolerance" : "";
  }

  @Override
  public String toString() {
    String text =
        number.setScale(Math.max(0, tolerance.scale()), RoundingMode.HALF_UP).toPlainString();
    return percent ? text + " %" : text;
  }
}
