package pointwise.exercise.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Internal: what somebody gave for an answer, whatever its type. */
public final class Given {
  /** Longer answers are not repeated in full. */
  private static final int SHOWN = 60;

  private Given() {}

  /** What kind of thing that is: {@code a text}. */
  static String describe(Object given) {
    if (given == null) {
      return Texts.say("nothing (null)");
    }
    if (given instanceof Number || given instanceof Figure) {
      return Texts.say("a number");
    }
    if (given instanceof CharSequence || given instanceof Character) {
      return Texts.say("a text");
    }
    if (given instanceof Tensor tensor) {
      return Texts.say("a tensor of shape %s", tensor.shape());
    }
    if (given instanceof Shape || given instanceof ShapeAnswer.Sizes) {
      return Texts.say("a shape");
    }
    if (given.getClass().isArray()) {
      return Texts.say("an array");
    }
    if (given instanceof List) {
      return Texts.say("a list");
    }
    if (given instanceof Code || given.getClass().isSynthetic() || given.getClass().isHidden()) {
      return Texts.say("a function");
    }
    String type = given.getClass().getSimpleName();
    return Texts.say("an object of type %s", type.isEmpty() ? "?" : type);
  }

  /** The answer itself, short enough to be repeated in a verdict. */
  public static String show(Object given) {
    if (given == null) {
      return Texts.say("nothing");
    }
    String text;
    try {
      text = text(given);
    } catch (RuntimeException broken) {
      return describe(given);
    }
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }

  private static String text(Object given) {
    if (given instanceof Number number && !(given instanceof Double || given instanceof Float)) {
      return Figure.exactly(number.longValue()).toString();
    }
    if (given instanceof Tensor tensor) {
      return tensor.shape().size() > SHOWN ? describe(tensor) : tensor.toLiteral();
    }
    if (given instanceof Code || given.getClass().isSynthetic()) {
      return describe(given);
    }
    if (given.getClass().isArray()) {
      return elements(given).stream().map(Given::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(given);
  }

  /** The elements of an array or a list; nothing if it is neither. */
  static List<Object> elements(Object given) {
    if (given instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (given instanceof Object[] array) {
      return Arrays.asList(array);
    }
    if (given != null && given.getClass().isArray()) {
      return IntStream.range(0, java.lang.reflect.Array.getLength(given))
          .mapToObj(i -> java.lang.reflect.Array.get(given, i))
          .toList();
    }
    return List.of();
  }
}
