package pointwise.exercise.answer;

import java.math.BigDecimal;

/**
 * Internal: one whole number.
 *
 * @param number the answer
 */
public record NumberAnswer(long number) implements Answer {
  @Override
  public String wanted() {
    return Texts.say("one number");
  }

  @Override
  public Figure read(Object given) throws Unreadable {
    Figure figure = Figure.read(given, wanted());
    if (figure.isTooCoarse()) {
      throw new Unreadable("A rounded number needs two digits at least.");
    }
    return figure;
  }

  @Override
  public boolean matches(Object read) {
    return ((Figure) read).is(BigDecimal.valueOf(number), BigDecimal.ZERO);
  }

  @Override
  public Figure value() {
    return Figure.exactly(number);
  }

  @Override
  public String written() {
    return toString();
  }

  @Override
  public String remark(Object read) {
    BigDecimal given = ((Figure) read).value();
    if (given.stripTrailingZeros().scale() > 0) {
      return Texts.say("The answer is a whole number.");
    }
    return given.compareTo(BigDecimal.valueOf(number)) < 0
        ? Texts.say("That is too small, and no usual mistake leads there. Ask for a hint().")
        : Texts.say("That is too large, and no usual mistake leads there. Ask for a hint().");
  }

  @Override
  public String degenerate() {
    return number == 0 ? "the answer is 0" : "";
  }

  @Override
  public String toString() {
    return value().toString();
  }
}
