package pointwise.cost;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import pointwise.window.Axis;

/**
 * What the units of a layer see of one axis of the image: of {@code period} units side by side each
 * sees a reach of its own, and the next as many see the same, {@code jump} pixels further on.
 *
 * <p>The period is 1 up to the first transposed convolution. Behind one with stride s, s units
 * share a pixel's step and differ in the taps that reach them.
 *
 * @param reaches what the first units see, one a unit of the period
 * @param jump pixels from one unit to the next or, with a longer period, to the one a period on
 */
public record Span(List<Reach> reaches, long jump) {
  static final Span PIXEL = new Span(1, 1, 0);

  /**
   * The pixels from the first to the last that a unit sees, both included; negative in the padding.
   * Where the last is before the first, it sees nothing.
   */
  public record Reach(long first, long last) {
    static final Reach NOTHING = new Reach(0, -1);

    long size() {
      return last - first + 1;
    }

    private Reach moved(long pixels) {
      return size() == 0 ? this : new Reach(first + pixels, last + pixels);
    }

    private Reach and(Reach other) {
      if (size() == 0 || other.size() == 0) {
        return size() == 0 ? other : this;
      }
      return new Reach(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  public Span {
    reaches = List.copyOf(reaches);
  }

  /** The span of units that all see as much: {@code size} pixels, unit 0 from {@code start} on. */
  public Span(long size, long jump, long start) {
    this(List.of(new Reach(start, start + size - 1)), jump);
  }

  /**
   * The span of a window over units with this span. With a period of 1 it is {@code r + (k − 1) · d
   * · j} and {@code j · s}.
   */
  Span through(Axis axis) {
    int period = 1;
    while ((long) period * axis.stride() % period() != 0) {
      period++;
    }
    return new Span(
            IntStream.range(0, period)
                .mapToObj(
                    unit ->
                        IntStream.range(0, axis.kernel())
                            .mapToObj(tap -> reach(axis.start(unit) + (long) tap * axis.dilation()))
                            .reduce(Reach.NOTHING, Reach::and))
                .toList(),
            jump * ((long) period * axis.stride() / period()))
        .shortened();
  }

  /**
   * The span of a transposed convolution's outputs over units with this span: output o sees the
   * unit that painted it with tap t, {@code (o + before − t · d) / s} where that is a whole number.
   *
   * @param axis that of the convolution that is turned round
   */
  Span throughTransposed(Axis axis) {
    return new Span(
            IntStream.range(0, Math.multiplyExact(period(), axis.stride()))
                .mapToObj(
                    unit ->
                        IntStream.range(0, axis.kernel())
                            .mapToLong(tap -> unit + axis.before() - (long) tap * axis.dilation())
                            .filter(cell -> cell % axis.stride() == 0)
                            .mapToObj(cell -> reach(cell / axis.stride()))
                            .reduce(Reach.NOTHING, Reach::and))
                .toList(),
            jump)
        .shortened();
  }

  /** The span of a unit that sees all of so many units. */
  Span whole(int units) {
    Reach all = IntStream.range(0, units).mapToObj(this::reach).reduce(Reach.NOTHING, Reach::and);
    return new Span(List.of(all), jump);
  }

  /** The same with the shortest period that tells it. */
  private Span shortened() {
    for (int period = 1; period < period(); period++) {
      if (period() % period == 0 && jump * period % period() == 0) {
        Span shorter = new Span(reaches.subList(0, period), jump * period / period());
        if (IntStream.range(0, period()).allMatch(i -> shorter.reach(i).equals(reaches.get(i)))) {
          return shorter;
        }
      }
    }
    return this;
  }

  /** After how many units the reaches come again. */
  public int period() {
    return reaches.size();
  }

  /** The most pixels that one unit sees, those of the padding among them. */
  public long size() {
    return reaches.stream().mapToLong(Reach::size).max().orElseThrow();
  }

  /** The first pixel that unit 0 sees; negative in the padding. */
  public long start() {
    return first(0);
  }

  /** Pixels from one unit to the next, a fraction behind transposed convolutions. */
  public double pixelsPerUnit() {
    return (double) jump / period();
  }

  /** The same as text: {@code 2}, {@code 1/2}. */
  public String jumpText() {
    long common = BigInteger.valueOf(jump).gcd(BigInteger.valueOf(period())).longValueExact();
    long units = period() / common;
    return jump / common + (units == 1 ? "" : "/" + units);
  }

  /** What one unit sees. */
  public Reach reach(long unit) {
    int place = (int) Math.floorMod(unit, (long) period());
    return reaches.get(place).moved(Math.floorDiv(unit, (long) period()) * jump);
  }

  /** The first pixel that a unit sees. */
  public long first(long unit) {
    return reach(unit).first();
  }

  /** The last pixel that a unit sees; before the first if it sees nothing. */
  public long last(long unit) {
    return reach(unit).last();
  }

  /** The pixel, or the border between two, in the middle of what unit 0 sees. */
  public double center() {
    return (first(0) + last(0)) / 2.0;
  }
}
