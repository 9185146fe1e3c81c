package pointwise.tensor;

/**
 * Internal: seeds of parts from the seed of a whole: the same everywhere, and what is drawn from
 * one shares nothing with what is drawn from another, however close the two wholes' seeds are.
 */
public final class Seeds {
  private Seeds() {}

  /** Mixes two numbers (the finaliser of MurmurHash3, by A. Appleby, in 64 bits). */
  public static long mix(long seed, long part) {
    long z = seed * 31 + part + 1;
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }

  /** The seed of the part of that name. */
  public static long of(long seed, String part) {
    long mixed = mix(seed, part.length());
    for (int i = 0; i < part.length(); i++) {
      mixed = mix(mixed, part.charAt(i));
    }
    return mixed;
  }
}
