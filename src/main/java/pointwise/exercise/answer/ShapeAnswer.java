package pointwise.exercise.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Internal: the shape of a volume.
 *
 * @param shape the answer
 */
public record ShapeAnswer(Shape shape) implements Answer {
  /** Sizes as somebody gave them: they need not be possible. */
  record Sizes(List<Long> sizes) {
    static Sizes of(Shape shape) {
      return new Sizes(Arrays.stream(shape.toArray()).mapToObj(Long::valueOf).toList());
    }

    @Override
    public String toString() {
      return sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
  }

  @Override
  public String wanted() {
    return Texts.say("a shape, such as \"28x28x192\"");
  }

  @Override
  public Sizes read(Object given) throws Unreadable {
    if (given instanceof Shape other) {
      return Sizes.of(other);
    }
    List<Object> parts = parts(given);
    if (parts.isEmpty()) {
      throw new Unreadable("The answer is %s; you gave %s.", wanted(), Given.describe(given));
    }
    List<Long> sizes = new ArrayList<>();
    for (Object part : parts) {
      try {
        sizes.add(Figure.read(part, wanted()).value().longValueExact());
      } catch (ArithmeticException fraction) {
        throw new Unreadable("The sizes of a shape are whole numbers; %s is none.", part);
      }
    }
    return new Sizes(List.copyOf(sizes));
  }

  private static List<Object> parts(Object given) {
    if (given instanceof CharSequence text) {
      String inside = text.toString().replaceAll("Shape\\.of|[\\[\\](){}]", " ").strip();
      return inside.isEmpty()
          ? List.of()
          : List.of((Object[]) inside.split("\\s*[x×X*·,;\\s]\\s*"));
    }
    if (given instanceof Number) {
      return List.of(given);
    }
    if (given instanceof Tensor tensor && tensor.shape().rank() == 1) {
      return Given.elements(tensor.toArray());
    }
    return Given.elements(given);
  }

  @Override
  public boolean matches(Object read) {
    return value().equals(read);
  }

  @Override
  public Sizes value() {
    return Sizes.of(shape);
  }

  @Override
  public String written() {
    return toString().replace('×', 'x');
  }

  @Override
  public String remark(Object read) {
    List<Long> given = ((Sizes) read).sizes();
    List<Long> right = value().sizes();
    if (given.size() != right.size()) {
      return Texts.say("The answer has %d sizes, yours has %d.", right.size(), given.size());
    }
    if (given.stream().sorted().toList().equals(right.stream().sorted().toList())) {
      return Texts.say("The sizes are right, their order is not: rows × columns × channels.");
    }
    long equal = 0;
    for (int axis = 0; axis < right.size(); axis++) {
      equal += given.get(axis).equals(right.get(axis)) ? 1 : 0;
    }
    return Texts.say(
        "%d of the %d sizes are right, and no usual mistake leads there. Ask for a hint().",
        equal, right.size());
  }

  @Override
  public String toString() {
    return shape.toString();
  }
}
