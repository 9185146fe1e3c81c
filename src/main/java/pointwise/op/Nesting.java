package pointwise.op;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * How deep operations stand in each other, and how many they are in all. Both are bounded, so that
 * what follows the nesting neither runs out of stack nor, where the same operation stands twice in
 * each level, doubles for ever.
 *
 * @param depth 0 for a layer
 * @param operations itself and all within, as often as they stand there
 */
record Nesting(int depth, long operations) {
  private static final int DEEPEST = 500;
  private static final long MOST = 1_000_000;

  private static final Nesting LAYER = new Nesting(0, 1);

  /**
   * Checks an operation made of the given ones.
   *
   * @throws IllegalArgumentException if it is nested too deep or too large
   */
  static void check(List<Op> parts) {
    Nesting whole = around(parts, new IdentityHashMap<>());
    if (whole.depth > DEEPEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Operations can stand %,d deep in each other, but these are %,d deep: put what comes one after another into one sequence",
              DEEPEST,
              whole.depth));
    }
    if (whole.operations > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "An operation can be made of %,d operations, but this one would be of %,d",
              MOST,
              whole.operations));
    }
  }

  /** The parts were checked when they were made: they are neither too deep nor too many. */
  private static Nesting around(List<Op> parts, IdentityHashMap<Op, Nesting> known) {
    int depth = 0;
    long operations = 1;
    for (Op part : parts) {
      Nesting nesting = of(part, known);
      depth = Math.max(depth, nesting.depth);
      operations += nesting.operations;
    }
    return new Nesting(depth + 1, operations);
  }

  private static Nesting of(Op op, IdentityHashMap<Op, Nesting> known) {
    if (op instanceof Layer) {
      return LAYER;
    }
    Nesting nesting = known.get(op);
    if (nesting == null) {
      nesting = around(op.parts(), known);
      known.put(op, nesting);
    }
    return nesting;
  }
}
