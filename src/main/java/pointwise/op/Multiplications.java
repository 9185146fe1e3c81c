package pointwise.op;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import pointwise.window.Axis;

/**
 * The multiplications (multiply-accumulates) of an operation.
 *
 * @param dense as papers and tools count: every tap of every window, the zeros of the padding too
 * @param inside those whose tap lies on real input: what a loop that skips the padding executes
 */
public record Multiplications(long dense, long inside) {
  public static final Multiplications NONE = new Multiplications(0, 0);

  public Multiplications {
    if (inside < 0 || inside > dense) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Of all multiplications those inside are a part, but got %,d of %,d",
              inside,
              dense));
    }
  }

  /** Those of a window's taps: over every output cell of both axes, times the other factors. */
  public static Multiplications ofWindow(Axis rows, Axis columns, long... factors) {
    long others = product(factors);
    return new Multiplications(
        product(rows.out(), rows.kernel(), columns.out(), columns.kernel(), others),
        product(rows.insideTaps(), columns.insideTaps(), others));
  }

  /**
   * The product of sizes in 64 bits.
   *
   * @throws IllegalArgumentException if it is more than a {@code long} can count
   */
  public static long product(long... factors) {
    long product = 1;
    for (long factor : factors) {
      try {
        product = Math.multiplyExact(product, factor);
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException(
            "The count %s is more than 2^63 - 1".formatted(spelled(factors)));
      }
    }
    return product;
  }

  /**
   * A number of channels or features as the size of an axis.
   *
   * @throws IllegalArgumentException if it is more than an {@code int} can count
   */
  static int size(String what, long... factors) {
    long size = product(factors);
    if (size > Integer.MAX_VALUE) {
      String product = factors.length == 1 ? "" : spelled(factors) + " = ";
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s%,d %s are more than 2^31 - 1", product, size, what));
    }
    return (int) size;
  }

  private static String spelled(long... factors) {
    return LongStream.of(factors)
        .mapToObj(factor -> String.format(Locale.ROOT, "%,d", factor))
        .collect(Collectors.joining(" × "));
  }
}
