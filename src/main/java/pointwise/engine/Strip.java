package pointwise.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of output pixels side by side that see the same taps of the kernel's rows.
 *
 * @param column the first one
 * @param columns how many
 * @param from the first float that they see of a row of the kernel; what is before is padding
 * @param to the float after the last one
 */
record Strip(int column, int columns, int from, int to) {
  /** Cuts some columns of the output into strips; a tap has so many floats. */
  static List<Strip> of(Axis columns, int tap, int begin, int end) {
    List<Strip> strips = new ArrayList<>();
    for (int column = begin, next; column < end; column = next) {
      int first = columns.firstInside(column);
      int taps = columns.insideTaps(column);
      next = column + 1;
      while (next < end && columns.firstInside(next) == first && columns.insideTaps(next) == taps) {
        next++;
      }
      strips.add(new Strip(column, next - column, first * tap, (first + taps) * tap));
    }
    return strips;
  }
}
