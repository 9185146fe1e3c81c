package pointwise.cost;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import pointwise.tensor.Interrupts;

/** Sums and products in exact arithmetic, of which a {@code long} may hold too little. */
final class Exact {
  private Exact() {}

  /**
   * What exact arithmetic gives.
   *
   * @param what it is: {@code The memory in bytes}
   * @throws IllegalArgumentException if it overflows
   */
  static <T> T of(String what, Supplier<T> count) {
    try {
      return count.get();
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(what + " is more than 2^63 - 1", overflow);
    }
  }

  /** A column added up. */
  static <R> long total(String what, List<R> rows, ToLongFunction<R> column) {
    return of(
        what,
        () -> {
          long total = 0;
          for (R row : rows) {
            Interrupts.check();
            total = Math.addExact(total, column.applyAsLong(row));
          }
          return total;
        });
  }
}
