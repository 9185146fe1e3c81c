package pointwise.learn;

/** Seeds of parts from the seed of a whole: different, and the same everywhere. */
final class Seeds {
  private Seeds() {}

  /** Mixes two numbers (the finaliser of MurmurHash3, by A. Appleby, in 64 bits). */
  static long mix(long seed, long part) {
    long z = seed * 31 + part + 1;
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
