package pointwise.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import pointwise.tensor.Shape;

/**
 * An array of bytes in the IDX format, which LeCun, Cortes and Burges made for MNIST: two zeros,
 * the type, the number of axes, their sizes in 32 bits, big-endian, and the values.
 *
 * @param shape the sizes
 * @param values unsigned bytes, row-major
 */
record Idx(Shape shape, byte[] values) {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int GZIP = 0x1f8b;
  private static final int PIECE = 1 << 20;

  /**
   * Reads an array, which may be gzipped.
   *
   * @param name what the messages call it
   * @param rank the axes it must have
   * @throws IOException in one sentence, if it is none or ends too early
   */
  static Idx read(String name, InputStream in, int rank) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(in);
    raw.mark(2);
    int magic = raw.read() << 8 | raw.read();
    raw.reset();
    DataInputStream data = new DataInputStream(magic == GZIP ? new GZIPInputStream(raw) : raw);
    try {
      int found = data.readInt();
      int expected = UNSIGNED_BYTE << 8 | rank;
      if (found != expected) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s is no IDX file of unsigned bytes with %d axes: it begins with 0x%08x, not 0x%08x",
                name,
                rank,
                found,
                expected));
      }
      int[] sizes = new int[rank];
      for (int i = 0; i < rank; i++) {
        sizes[i] = data.readInt();
      }
      return new Idx(shape(name, sizes), values(name, data, sizes));
    } catch (EOFException end) {
      throw new IOException(name + " ends within its header", end);
    }
  }

  private static Shape shape(String name, int[] sizes) throws IOException {
    try {
      return Shape.of(sizes);
    } catch (IllegalArgumentException problem) {
      throw new IOException(
          String.format(Locale.ROOT, "%s says its sizes are %s", name, Arrays.toString(sizes)),
          problem);
    }
  }

  /** The memory grows with what is there, not with what the header says. */
  private static byte[] values(String name, InputStream in, int[] sizes) throws IOException {
    long size = Shape.of(sizes).size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s says it holds %,d values, more than one Java array can",
              name,
              size));
    }
    byte[] values = new byte[(int) Math.min(size, PIECE)];
    int length = 0;
    while (length < size) {
      int count = in.read(values, length, values.length - length);
      if (count < 0) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s is cut off: its header says %,d values, but %,d are there",
                name,
                size,
                length));
      }
      length += count;
      if (length == values.length && length < size) {
        values = Arrays.copyOf(values, (int) Math.min(size, 2L * length));
      }
    }
    if (in.read() >= 0) {
      throw new IOException(
          String.format(
              Locale.ROOT, "%s goes on after the %,d values that its header says", name, size));
    }
    return values;
  }
}
