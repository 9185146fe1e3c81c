package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import pointwise.cost.Span;
import pointwise.view.Animation;
import pointwise.view.Animation.Frame;
import pointwise.view.Picture;
import pointwise.view.diagram.Growth.Place;
import pointwise.view.diagram.NestedFields.Pixels;
import pointwise.view.diagram.NestedFields.Ring;

/**
 * A receptive field that grows layer by layer: the window of each layer goes over what the units of
 * the layer before it see, and all of that together is what its own unit sees.
 */
final class FieldMotion {
  private static final int POSTER = 4000;
  private static final int COMPLETE = 1600;
  private static final int TAP = 180;

  private final NestedFields nested;
  private final List<Frame> frames = new ArrayList<>();

  private FieldMotion(NestedFields nested) {
    this.nested = nested;
  }

  static Animation of(NestedFields nested) {
    FieldMotion motion = new FieldMotion(nested);
    motion.play();
    return new Animation(motion.frames);
  }

  private void play() {
    Picture all = FieldPicture.of(nested);
    frames.add(new Frame(all.withAlt("Animation, layer by layer. " + all.alt()), POSTER));
    for (int ring = 0; ring < nested.rings().size(); ring++) {
      List<Place> places = places(ring);
      for (int i = 1; i <= places.size(); i++) {
        frames.add(frame(new Growth(ring, places.subList(0, i)), TAP));
      }
      frames.add(frame(new Growth(ring + 1, List.of()), COMPLETE));
    }
  }

  private Frame frame(Growth growth, int millis) {
    return new Frame(FieldPicture.of(nested, growth), millis);
  }

  /** What the units see that a layer's window goes over, one after another. */
  private List<Place> places(int ring) {
    Ring whole = nested.rings().get(ring);
    List<Place> places = new ArrayList<>();
    for (Pixels rows : steps(whole.rows(), before(ring, true))) {
      for (Pixels columns : steps(whole.columns(), before(ring, false))) {
        places.add(new Place(rows, columns));
      }
    }
    return places;
  }

  /** The span of the layer before: that of the single pixels before the first. */
  private Span before(int ring, boolean vertical) {
    if (ring == 0) {
      return new Span(1, 1, 0);
    }
    Ring smaller = nested.rings().get(ring - 1);
    return vertical ? smaller.field().vertical() : smaller.field().horizontal();
  }

  /**
   * The first, the middle and the last piece; of three, all. None where the pieces do not lie
   * evenly, as behind a transposed convolution.
   */
  private static List<Pixels> steps(Pixels whole, Span piece) {
    long size = piece.period() == 1 ? piece.size() : whole.size() + 1;
    long room = whole.size() - size;
    if (room < 0 || room % piece.jump() != 0) {
      return List.of();
    }
    long last = room / piece.jump();
    return LongStream.of(0, last / 2, last)
        .distinct()
        .map(step -> whole.first() + step * piece.jump())
        .mapToObj(first -> new Pixels(first, first + size - 1))
        .toList();
  }
}
