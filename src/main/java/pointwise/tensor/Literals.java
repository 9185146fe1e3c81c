package pointwise.tensor;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads and prints tensors as nested brackets. */
final class Literals {
  /** A printed axis longer than this shows only its {@link #EDGE} first and last entries. */
  private static final int LONGEST_AXIS = 12;

  private static final int EDGE = 3;

  /** The most axes of a literal: what reads it follows the brackets down. */
  private static final int DEEPEST = 100;

  /** A tensor of up to this many elements is printed whole. */
  private static final int PRINTED_WHOLE = 200;

  private Literals() {}

  static Tensor fromArrays(Object nested) {
    return new Reader().read(nested);
  }

  static Tensor parse(String literal) {
    return new Reader().read(new Parser(literal).value());
  }

  /** Flattens nested arrays or lists, and sees that they are not ragged. */
  private static final class Reader {
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();

    Tensor read(Object nested) {
      if (nested == null || nested instanceof Number || !isNest(nested)) {
        throw new IllegalArgumentException(
            "A tensor literal is nested arrays of numbers, but got %s"
                .formatted(
                    nested == null
                        ? "null"
                        : nested.getClass().getName().replaceFirst(".*\\.", "")));
      }
      add(nested, 0);
      float[] data = new float[values.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = values.get(i);
      }
      return Tensor.wrap(Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray()), data);
    }

    private void add(Object value, int depth) {
      if (depth > DEEPEST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "A tensor literal can have %d axes, but a bracket stands deeper",
                DEEPEST));
      }
      if (value instanceof Number number) {
        if (depth != sizes.size()) {
          throw ragged("a number at depth %d, where others are at depth %d", depth, sizes.size());
        }
        values.add(number.floatValue());
        return;
      }
      if (value == null || !isNest(value)) {
        throw new IllegalArgumentException("A tensor literal holds numbers, but found " + value);
      }
      int length = value instanceof List<?> list ? list.size() : Array.getLength(value);
      if (length == 0) {
        throw new IllegalArgumentException("A tensor literal has an empty bracket");
      }
      if (depth == sizes.size()) {
        if (!values.isEmpty()) {
          throw ragged("a bracket at depth %d, where others have numbers", depth);
        }
        sizes.add(length);
      } else if (sizes.get(depth) != length) {
        throw ragged(
            "%d entries at depth %d, where the first bracket has %d",
            length, depth, sizes.get(depth));
      }
      for (int i = 0; i < length; i++) {
        add(value instanceof List<?> list ? list.get(i) : Array.get(value, i), depth + 1);
      }
    }

    private static boolean isNest(Object value) {
      return value instanceof List || value.getClass().isArray();
    }

    private static IllegalArgumentException ragged(String what, Object... values) {
      return new IllegalArgumentException(
          "Ragged literal: " + String.format(Locale.ROOT, what, values));
    }
  }

  /** Turns bracket notation into lists of numbers. */
  private static final class Parser {
    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    List<Object> value() {
      List<Object> value = list();
      skipSpace();
      if (at < text.length()) {
        throw wrong("the end");
      }
      return value;
    }

    private List<Object> list() {
      expect('[');
      if (++depth > DEEPEST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "A tensor literal can have %d axes, but at position %,d a bracket stands deeper",
                DEEPEST,
                at - 1));
      }
      List<Object> entries = new ArrayList<>();
      while (true) {
        Interrupts.check();
        skipSpace();
        if (peek() == ']') {
          break;
        }
        entries.add(peek() == '[' ? list() : number());
        skipSpace();
        if (peek() != ',') {
          break;
        }
        at++;
      }
      expect(']');
      depth--;
      return entries;
    }

    private Float number() {
      int start = at;
      while (at < text.length() && ",[] \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      try {
        return Float.valueOf(text.substring(start, at));
      } catch (NumberFormatException e) {
        at = start;
        throw wrong("a number");
      }
    }

    private void expect(char wanted) {
      skipSpace();
      if (peek() != wanted) {
        throw wrong("'" + wanted + "'");
      }
      at++;
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : '\0';
    }

    private IllegalArgumentException wrong(String wanted) {
      String found =
          at < text.length()
              ? "'" + text.substring(at, Math.min(at + 12, text.length())) + "'"
              : "the end";
      return new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Expected %s at position %d of the tensor literal, but found %s",
              wanted,
              at,
              found));
    }
  }

  static String print(Tensor tensor) {
    StringBuilder out = new StringBuilder("Tensor ").append(tensor.shape()).append('\n');
    print(tensor, new int[tensor.shape().rank()], 0, out);
    return out.toString();
  }

  private static void print(Tensor tensor, int[] index, int axis, StringBuilder out) {
    Shape shape = tensor.shape();
    int length = shape.dim(axis);
    boolean innermost = axis == shape.rank() - 1;
    boolean whole = shape.size() <= PRINTED_WHOLE || (innermost && length <= LONGEST_AXIS);
    int edge = innermost ? EDGE : 1;
    String gap = innermost ? ", " : ",\n" + " ".repeat(axis + 1);
    out.append('[');
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        out.append(gap);
      }
      if (!whole && length > 2 * edge + 1 && i == edge) {
        out.append('…');
        i = length - edge - 1;
        continue;
      }
      index[axis] = i;
      if (innermost) {
        out.append(number(tensor.get(index)));
      } else {
        print(tensor, index, axis + 1, out);
      }
    }
    out.append(']');
    Arrays.fill(index, axis, index.length, 0);
  }

  static String line(Tensor tensor) {
    StringBuilder out = new StringBuilder();
    line(tensor, new int[tensor.shape().rank()], 0, out);
    return out.toString();
  }

  private static void line(Tensor tensor, int[] index, int axis, StringBuilder out) {
    Shape shape = tensor.shape();
    out.append('[');
    for (int i = 0; i < shape.dim(axis); i++) {
      out.append(i == 0 ? "" : ", ");
      index[axis] = i;
      if (axis == shape.rank() - 1) {
        float value = tensor.get(index);
        out.append(isWhole(value) ? number(value) : String.valueOf(value));
      } else {
        line(tensor, index, axis + 1, out);
      }
    }
    out.append(']');
  }

  /** Whole numbers as such, others with four decimals. */
  private static String number(float value) {
    return isWhole(value)
        ? String.valueOf((long) value)
        : Math.abs(value) >= 1e7 || Math.abs(value) < 1e-3 || Float.isNaN(value)
            ? String.valueOf(value)
            : String.format(Locale.ROOT, "%.4f", value);
  }

  private static boolean isWhole(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e7;
  }
}
