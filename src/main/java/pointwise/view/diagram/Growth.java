package pointwise.view.diagram;

import java.util.List;
import java.util.Optional;
import pointwise.view.diagram.NestedFields.Pixels;

/**
 * How far nested fields have grown.
 *
 * @param rings fields that are complete, from the smallest on
 * @param swept where the next layer's window has been so far: at each of its taps it sees what one
 *     unit of the layer before it sees
 */
record Growth(int rings, List<Place> swept) {

  /** A piece of the image. */
  record Place(Pixels rows, Pixels columns) {}

  Growth {
    swept = List.copyOf(swept);
  }

  /** Where the window's tap is now. */
  Optional<Place> last() {
    return swept.isEmpty() ? Optional.empty() : Optional.of(swept.get(swept.size() - 1));
  }
}
