package pointwise.engine;

/** The buffers a thread keeps between tasks; they grow to the largest that was ever asked for. */
final class Scratch {
  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

  private final float[][] floats = new float[4][0];
  private int[] at = new int[0];

  private Scratch() {}

  /** The calling thread's buffers. */
  static Scratch own() {
    return OWN.get();
  }

  /** One of four float buffers; what it holds is left over from earlier tasks. */
  float[] floats(int buffer, int length) {
    if (floats[buffer].length < length) {
      floats[buffer] = new float[length];
    }
    return floats[buffer];
  }

  int[] at(int length) {
    if (at.length < length) {
      at = new int[length];
    }
    return at;
  }
}
