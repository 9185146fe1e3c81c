package pointwise.tensor;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What stands before the values of an .npy file (NumPy Enhancement Proposal 1, and {@code
 * numpy.lib.format} for versions 2 and 3).
 *
 * @param shape in the order in which NumPy shows it
 * @param order of the bytes of a value
 * @param bytes 4 for float32, 8 for float64
 * @param fortran whether the first axis changes fastest
 */
record NpyHeader(Shape shape, ByteOrder order, int bytes, boolean fortran) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final int ALIGNMENT = 64;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");

  /**
   * Reads a header.
   *
   * @throws IOException in one sentence, if it is none, or tells of values that are no floats
   */
  static NpyHeader read(String name, DataInputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s is no .npy file: it begins with %s, not %s",
              name,
              hexadecimal(magic),
              hexadecimal(MAGIC)));
    }
    int version = in.readUnsignedByte();
    in.readUnsignedByte();
    if (version < 1 || version > 3) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s has version %d of the .npy format; 1 to 3 are known",
              name,
              version));
    }
    long length =
        version == 1
            ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    if (length > LONGEST) {
      throw new IOException(
          String.format(Locale.ROOT, "%s says its header has %,d bytes", name, length));
    }
    byte[] text = in.readNBytes((int) length);
    if (text.length < length) {
      throw new IOException(name + " ends within its header");
    }
    return parse(name, new String(text, StandardCharsets.UTF_8));
  }

  private static NpyHeader parse(String name, String text) throws IOException {
    String type = field(DESCR, name, text);
    if (!type.matches("[<>=]f[48]")) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s holds values of NumPy's type '%s', but a tensor holds floats: save"
                  + " array.astype('float32')",
              name,
              type));
    }
    ByteOrder order =
        switch (type.charAt(0)) {
          case '<' -> ByteOrder.LITTLE_ENDIAN;
          case '>' -> ByteOrder.BIG_ENDIAN;
          default -> ByteOrder.nativeOrder();
        };
    return new NpyHeader(
        shape(name, field(SHAPE, name, text)),
        order,
        type.charAt(2) - '0',
        field(FORTRAN, name, text).equals("True"));
  }

  private static String field(Pattern pattern, String name, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "The header of %s is not that of an array of floats: %s",
              name,
              text.substring(0, Math.min(200, text.length())).strip()));
    }
    return matcher.group(1);
  }

  /** A number without axes becomes a tensor of one. */
  private static Shape shape(String name, String sizes) throws IOException {
    String[] each = sizes.replaceAll("\\s", "").split(",");
    try {
      Shape shape =
          each[0].isEmpty() && each.length == 1
              ? Shape.of(1)
              : Shape.of(Arrays.stream(each).mapToInt(Integer::parseInt).toArray());
      Tensor.arrayLength(shape);
      return shape;
    } catch (IllegalArgumentException problem) {
      throw new IOException(
          String.format(
              Locale.ROOT, "%s says its shape is (%s), which no tensor can have", name, sizes),
          problem);
    }
  }

  private static String hexadecimal(byte[] bytes) {
    return IntStream.range(0, bytes.length)
        .mapToObj(i -> String.format(Locale.ROOT, "%02x", bytes[i] & 0xff))
        .collect(Collectors.joining(" "));
  }

  /** The header of a tensor in version 1, padded so that the values are aligned. */
  static byte[] of(Shape shape) {
    String sizes =
        Arrays.stream(shape.toArray())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", ", "(", shape.rank() == 1 ? ",)" : ")"));
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + sizes + ", }";
    int before = MAGIC.length + 4;
    int padding = ALIGNMENT - 1 - (before + text.length()) % ALIGNMENT;
    byte[] ascii = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] header = Arrays.copyOf(MAGIC, before + ascii.length);
    header[MAGIC.length] = 1;
    header[MAGIC.length + 2] = (byte) ascii.length;
    header[MAGIC.length + 3] = (byte) (ascii.length >> 8);
    System.arraycopy(ascii, 0, header, before, ascii.length);
    return header;
  }
}
