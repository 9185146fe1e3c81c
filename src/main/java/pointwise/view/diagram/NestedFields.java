package pointwise.view.diagram;

import java.util.List;
import pointwise.cost.ReceptiveFields.Field;
import pointwise.cost.Span;
import pointwise.tensor.Shape;

/**
 * What one unit of a layer sees of the image and, within it, what a unit of each layer before it
 * sees: of each the one nearest to the middle.
 *
 * @param image the image
 * @param rings one per layer that widens the view, the smallest first; the last is the layer's own
 * @param paths the fields along all paths that lead to the layer
 */
record NestedFields(Shape image, List<Ring> rings, List<Field> paths) {

  /** A piece of an axis of the image, both ends included; negative in the padding. */
  record Pixels(long first, long last) {
    static Pixels seenBy(long unit, Span span) {
      return new Pixels(span.first(unit), span.last(unit));
    }

    long size() {
      return last - first + 1;
    }

    double middle() {
      return (first + last) / 2.0;
    }

    Pixels within(int length) {
      return new Pixels(Math.max(0, first), Math.min(length - 1L, last));
    }
  }

  /** A place in a layer's output. */
  record Unit(long row, long column) {}

  /**
   * What one unit sees.
   *
   * @param layer the layer's name
   * @param field size, jump and start of the layer's units
   * @param unit which of them
   */
  record Ring(String layer, Field field, Unit unit) {
    Pixels rows() {
      return Pixels.seenBy(unit.row(), field.vertical());
    }

    Pixels columns() {
      return Pixels.seenBy(unit.column(), field.horizontal());
    }
  }

  /** The layer's own. */
  Ring outermost() {
    return rings.get(rings.size() - 1);
  }
}
