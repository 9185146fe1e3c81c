package pointwise.engine.fast;

import java.util.Arrays;

/** The buffers a thread keeps between tasks; they grow to the largest that was ever asked for. */
final class Scratch {
  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

  private final float[][] floats = new float[7][0];
  private final float[][][] sets = new float[2][0][];
  private final int[][] ints = new int[3][0];

  private Scratch() {}

  /** The calling thread's buffers. */
  static Scratch own() {
    return OWN.get();
  }

  /** One of seven float buffers; what it holds is left over from earlier tasks. */
  float[] floats(int buffer, int length) {
    if (floats[buffer].length < length) {
      floats[buffer] = new float[length];
    }
    return floats[buffer];
  }

  /** A float buffer that begins with a copy of the given stretch. */
  float[] copy(int buffer, float[] x, int from, int length) {
    float[] copy = floats(buffer, length);
    System.arraycopy(x, from, copy, 0, length);
    return copy;
  }

  /** One of two sets of float buffers, each of them at least so long. */
  float[][] rows(int set, int count, int length) {
    float[][] rows = sets[set];
    if (rows.length < count) {
      rows = Arrays.copyOf(rows, count);
      sets[set] = rows;
    }
    for (int i = 0; i < count; i++) {
      if (rows[i] == null || rows[i].length < length) {
        rows[i] = new float[length];
      }
    }
    return rows;
  }

  /** One of three tables of indices. */
  int[] ints(int table, int length) {
    if (ints[table].length < length) {
      ints[table] = new int[length];
    }
    return ints[table];
  }
}
