package pointwise.cost;

import pointwise.engine.Axis;

/**
 * What the units of a layer see of one axis of the image: unit {@code i} sees the pixels from
 * {@code start + i · jump} on, {@code size} of them.
 *
 * @param size pixels that one unit sees, those of the padding among them
 * @param jump pixels from one unit to the next
 * @param start the first pixel that unit 0 sees; negative in the padding
 */
public record Span(long size, long jump, long start) {
  static final Span PIXEL = new Span(1, 1, 0);

  /**
   * The span of a window over units with this span: {@code r + (k − 1) · d · j} and {@code j · s}.
   */
  Span through(Axis axis) {
    return new Span(
        size + (axis.kernel() - 1L) * axis.dilation() * jump,
        jump * axis.stride(),
        start - axis.before() * jump);
  }

  /** The span of a unit that sees all of so many units. */
  Span whole(int units) {
    return new Span(size + (units - 1L) * jump, jump, start);
  }

  /** The first pixel that a unit sees. */
  public long first(long unit) {
    return start + unit * jump;
  }

  /** The last pixel that a unit sees. */
  public long last(long unit) {
    return first(unit) + size - 1;
  }

  /** The pixel, or the border between two, in the middle of what unit 0 sees. */
  public double center() {
    return start + (size - 1) / 2.0;
  }
}
