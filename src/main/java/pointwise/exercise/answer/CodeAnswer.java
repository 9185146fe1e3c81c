package pointwise.exercise.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Internal: a function, compared with the right one on many cases, the small ones first.
 *
 * @param right the function to be written
 * @param names of its arguments
 * @param cases what it is tried on
 */
public record CodeAnswer(Code right, List<String> names, List<Object[]> cases) implements Answer {
  private static final int CASES = 200;

  /** Draws the cases, always the same ones, so that a verdict can be had again. */
  public static CodeAnswer of(Code right, String names, Function<Random, Object[]> draw) {
    Random random = new Random(CASES);
    List<Object[]> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(draw.apply(random));
    }
    cases.sort(Comparator.comparingLong(CodeAnswer::size));
    return new CodeAnswer(right, List.of(names.split(",\\s*")), List.copyOf(cases));
  }

  private static long size(Object[] arguments) {
    return Arrays.stream(arguments)
        .flatMapToInt(CodeAnswer::numbers)
        .mapToLong(number -> 1L + Math.abs((long) number))
        .sum();
  }

  private static IntStream numbers(Object argument) {
    return argument instanceof int[] list ? Arrays.stream(list) : IntStream.of((int) argument);
  }

  @Override
  public String wanted() {
    return Texts.say("a function: check((%s) -> …)", String.join(", ", names));
  }

  @Override
  public Trial read(Object given) throws Unreadable {
    if (!(given instanceof Code code)) {
      throw new Unreadable("The answer is %s; you gave %s.", wanted(), Given.describe(given));
    }
    if (kind(code) != kind(right)) {
      throw new Unreadable("The answer is %s; your function takes other arguments.", wanted());
    }
    return Trial.of(code, cases);
  }

  private static Class<?> kind(Code code) {
    if (code instanceof Code.OfOne) {
      return Code.OfOne.class;
    }
    if (code instanceof Code.OfThree) {
      return Code.OfThree.class;
    }
    return code instanceof Code.OfFour ? Code.OfFour.class : Code.OfLists.class;
  }

  @Override
  public boolean matches(Object read) {
    return ((Trial) read).results().equals(value().results());
  }

  @Override
  public Trial value() {
    return new Trial(cases.stream().map(right::run).toList(), "");
  }

  @Override
  public Code written() {
    return right;
  }

  @Override
  public String remark(Object read) {
    Trial trial = (Trial) read;
    List<Long> expected = value().results();
    int tried = trial.results().size();
    for (int i = 0; i < tried; i++) {
      if (!trial.results().get(i).equals(expected.get(i))) {
        return Texts.say(
            "For %s your function gives %,d; it should give %,d.",
            show(i), trial.results().get(i), expected.get(i));
      }
    }
    return Texts.say("For %s your function %s.", show(tried), trial.failure());
  }

  private String show(int index) {
    Object[] arguments = cases.get(index);
    return IntStream.range(0, arguments.length)
        .mapToObj(i -> names.get(i) + " = " + show(arguments[i]))
        .collect(Collectors.joining(", "));
  }

  private static String show(Object argument) {
    return argument instanceof int[] list ? Arrays.toString(list) : argument.toString();
  }

  @Override
  public String degenerate() {
    return value().results().stream().distinct().count() < 2 ? "the function is constant" : "";
  }

  @Override
  public String toString() {
    return Texts.say("a function of %s", String.join(", ", names));
  }
}
