package pointwise.cost;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import pointwise.tensor.Interrupts;
import pointwise.window.Axis;

/**
 * Internal: what the units of a layer see of one axis of the image: of {@code period} units side by
 * side each sees a reach of its own, and the next as many see the same, {@code jump} pixels further
 * on.
 *
 * <p>The period is 1 up to the first transposed convolution. Behind one with stride s, s units
 * share a pixel's step and differ in the taps that reach them.
 *
 * @param reaches what the first units see, one a unit of the period
 * @param jump pixels from one unit to the next or, with a longer period, to the one a period on
 */
public record Span(List<Reach> reaches, long jump) {
  /** More units than that are not told apart. */
  private static final int MOST_UNITS = 1 << 16;

  static final Span PIXEL = new Span(1, 1, 0);

  /**
   * The pixels from the first to the last that a unit sees, both included; negative in the padding.
   * Where the last is before the first, it sees nothing.
   */
  public record Reach(long first, long last) {
    static final Reach NOTHING = new Reach(0, -1);

    long size() {
      return Math.addExact(Math.subtractExact(last, first), 1);
    }

    private Reach moved(long pixels) {
      return size() == 0
          ? this
          : new Reach(Math.addExact(first, pixels), Math.addExact(last, pixels));
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
                        taps(axis.kernel())
                            .mapToObj(tap -> reach(axis.start(unit) + (long) tap * axis.dilation()))
                            .reduce(Reach.NOTHING, Reach::and))
                .toList(),
            Math.multiplyExact(jump, (long) period * axis.stride() / period()))
        .shortened();
  }

  /**
   * The span of a transposed convolution's outputs over units with this span: output o sees the
   * unit that painted it with tap t, {@code (o + before − t · d) / s} where that is a whole number.
   *
   * @param axis that of the convolution that is transposed
   */
  Span throughTransposed(Axis axis) {
    long units = (long) period() * axis.stride();
    if (units > MOST_UNITS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Behind it %,d units side by side see different pixels, and %,d can be told apart",
              units,
              MOST_UNITS));
    }
    int[] firstTap = new int[axis.stride()];
    Arrays.fill(firstTap, axis.kernel());
    for (int tap = axis.kernel() - 1; tap >= 0; tap--) {
      firstTap[(int) ((long) tap * axis.dilation() % axis.stride())] = tap;
    }
    int step = axis.stride() / gcd(axis.stride(), axis.dilation());
    return new Span(
            IntStream.range(0, (int) units)
                .mapToObj(
                    unit -> {
                      int first = firstTap[(unit + axis.before()) % axis.stride()];
                      return taps(Math.max(0, Axis.ceilDiv(axis.kernel() - first, step)))
                          .map(i -> first + i * step)
                          .mapToLong(tap -> unit + axis.before() - (long) tap * axis.dilation())
                          .mapToObj(cell -> reach(cell / axis.stride()))
                          .reduce(Reach.NOTHING, Reach::and);
                    })
                .toList(),
            jump)
        .shortened();
  }

  /**
   * Those of so many taps that may reach furthest: taps a period apart see the same, moved, so that
   * only the first and the last of each count.
   */
  private IntStream taps(int kernel) {
    Interrupts.check();
    return kernel <= 2 * period()
        ? IntStream.range(0, kernel)
        : IntStream.concat(
            IntStream.range(0, period()), IntStream.range(kernel - period(), kernel));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** The span of a unit that sees all of so many units. */
  Span whole(int units) {
    Reach all = taps(units).mapToObj(this::reach).reduce(Reach.NOTHING, Reach::and);
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
    return reaches.get(place).moved(Math.multiplyExact(Math.floorDiv(unit, (long) period()), jump));
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
