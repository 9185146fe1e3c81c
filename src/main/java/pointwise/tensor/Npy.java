package pointwise.tensor;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tensors as .npy files, the format of {@code numpy.save} and {@code numpy.load}. */
public final class Npy {
  private static final int PIECE = 1 << 16;

  private Npy() {}

  /**
   * Reads an array. float64 becomes float32, big-endian and Fortran order what they are here, and a
   * number without axes a tensor of one.
   *
   * @throws UncheckedIOException in one sentence, if the file cannot be read, is none, is cut off
   *     or goes on, holds no floats or a value that is beyond float32
   */
  public static Tensor read(Path file) {
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(Require.given(file, "a file")))) {
      return read(file.toString(), in, Memory.ofThisMachine(file.toString()));
    } catch (IOException problem) {
      throw WholeFile.unreadable(file, problem);
    }
  }

  /**
   * Writes a tensor as float32. The file is replaced in one go: where writing fails, what was there
   * before stays.
   *
   * @return the file
   * @throws UncheckedIOException in one sentence, if it cannot be written
   */
  public static Path write(Path file, Tensor tensor) {
    Require.given(tensor, "a tensor");
    return WholeFile.write(file, out -> write(out, tensor));
  }

  static Tensor read(String name, InputStream in, Memory memory) throws IOException {
    NpyHeader header;
    try {
      header = NpyHeader.read(name, new DataInputStream(in));
    } catch (EOFException end) {
      throw new IOException(name + " ends within its header", end);
    }
    memory.take(header.shape());
    float[] values = values(name, in, header);
    return header.fortran()
        ? fromFortran(header.shape(), values)
        : Tensor.wrap(header.shape(), values);
  }

  static void write(OutputStream out, Tensor tensor) throws IOException {
    out.write(NpyHeader.of(tensor.shape()));
    ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : tensor.data()) {
      if (!piece.hasRemaining()) {
        out.write(piece.array());
        piece.clear();
      }
      piece.putFloat(value);
    }
    out.write(piece.array(), 0, piece.position());
  }

  /** The memory grows with what is there, not with what the header says. */
  private static float[] values(String name, InputStream in, NpyHeader header) throws IOException {
    int size = Tensor.arrayLength(header.shape());
    float[] values = new float[Math.min(size, PIECE)];
    byte[] piece = new byte[PIECE];
    int count = 0;
    while (count < size) {
      int wanted = (int) Math.min(PIECE, (long) (size - count) * header.bytes());
      int read = in.readNBytes(piece, 0, wanted);
      int whole = read / header.bytes();
      if (count + whole > values.length) {
        values = Arrays.copyOf(values, (int) Math.min(size, 2L * values.length));
      }
      ByteBuffer buffer = ByteBuffer.wrap(piece).order(header.order());
      for (int i = 0; i < whole; i++, count++) {
        values[count] =
            header.bytes() == Float.BYTES
                ? buffer.getFloat()
                : narrowed(name, count, buffer.getDouble());
      }
      if (read < wanted) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s is cut off: its header says %,d values, but %,d are there",
                name,
                size,
                count));
      }
    }
    if (in.read() >= 0) {
      throw new IOException(
          String.format(
              Locale.ROOT, "%s goes on after the %,d values that its header says", name, size));
    }
    return values;
  }

  private static float narrowed(String name, int index, double value) throws IOException {
    float narrow = (float) value;
    if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "Value %,d of %s is %s, beyond what float32 can hold",
              index,
              name,
              value));
    }
    return narrow;
  }

  /** Values whose first axis changes fastest are those of the reversed shape, transposed. */
  private static Tensor fromFortran(Shape shape, float[] values) {
    int rank = shape.rank();
    int[] reversed = IntStream.range(0, rank).map(axis -> shape.dim(rank - 1 - axis)).toArray();
    int[] axes = IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
    return Tensor.wrap(Shape.of(reversed), values).transpose(axes);
  }

  /** What the arrays of one file may take together, so that no file fills the memory. */
  static final class Memory {
    private final String name;
    private final long most;
    private long taken;

    Memory(String name, long most) {
      this.name = name;
      this.most = most;
    }

    static Memory ofThisMachine(String name) {
      return new Memory(name, Runtime.getRuntime().maxMemory() / 2);
    }

    void take(Shape shape) throws IOException {
      taken += shape.size() * Float.BYTES;
      if (taken > most) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "The arrays of %s take %,d bytes or more, above half of this Java's memory (%,d"
                    + " bytes): start Java with a larger -Xmx if that is right",
                name,
                taken,
                most));
      }
    }
  }
}
