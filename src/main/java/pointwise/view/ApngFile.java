package pointwise.view;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A PNG with a palette, animated if there is more than one frame (W3C, "Portable Network Graphics,
 * Third Edition", sections 4.9 and 11.3.6): one palette for all frames, and of each frame only the
 * rectangle that changed, the pixels in it that stay as they are left transparent.
 *
 * @param changes the first one is the whole picture
 */
record ApngFile(List<Change> changes) {
  /** The milliseconds that fit into a frame's delay. */
  static final int LONGEST = 0xFFFF;

  private static final byte PALETTE = 3;

  /**
   * The rectangle in which a frame differs from the one before it.
   *
   * @param pixels alpha, red, green and blue, row by row; 0 for one that stays as it is; none if
   *     nothing changed
   */
  record Change(int left, int top, int width, int height, int[] pixels, int millis) {

    /** All of {@code after} if there is nothing before it. */
    static Change between(BufferedImage before, BufferedImage after, int millis) {
      int width = after.getWidth();
      int[] now = pixels(after);
      if (before == null) {
        return new Change(0, 0, width, after.getHeight(), now, millis);
      }
      int[] then = pixels(before);
      int left = width;
      int right = -1;
      int top = after.getHeight();
      int bottom = -1;
      for (int i = 0; i < now.length; i++) {
        if (now[i] != then[i]) {
          left = Math.min(left, i % width);
          right = Math.max(right, i % width);
          top = Math.min(top, i / width);
          bottom = i / width;
        }
      }
      if (bottom < 0) {
        return new Change(0, 0, 0, 0, new int[0], millis);
      }
      int columns = right - left + 1;
      int rows = bottom - top + 1;
      int[] changed = new int[rows * columns];
      for (int i = 0; i < changed.length; i++) {
        int at = (top + i / columns) * width + left + i % columns;
        changed[i] = now[at] == then[at] ? 0 : opaque(now[at]);
      }
      return new Change(left, top, columns, rows, changed, millis);
    }

    private static int opaque(int argb) {
      if (argb >>> 24 != 0xFF) {
        throw new IllegalArgumentException("Only what is opaque can change in an animation");
      }
      return argb;
    }

    /** The array behind an ARGB image itself: a copy of each frame takes longer than the rest. */
    private static int[] pixels(BufferedImage image) {
      if (image.getType() != BufferedImage.TYPE_INT_ARGB) {
        throw new IllegalArgumentException("Only ARGB images are made a PNG, not " + image);
      }
      return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    boolean isNone() {
      return pixels.length == 0;
    }

    /** The same shown longer, as long as a frame can be. */
    Change longer(int more) {
      return new Change(left, top, width, height, pixels, Math.min(LONGEST, millis + more));
    }
  }

  /** What does not move. */
  static ApngFile still(BufferedImage image) {
    return new ApngFile(List.of(Change.between(null, image, 1)));
  }

  /** The chunks, from the header to the end. */
  PngFile file() {
    IndexedColors colors = IndexedColors.of(changes.stream().map(Change::pixels).toList());
    Change whole = changes.get(0);
    List<PngFile.Chunk> chunks = new ArrayList<>();
    chunks.add(new PngFile.Chunk("IHDR", header(whole.width, whole.height)));
    boolean moves = changes.size() > 1;
    if (moves) {
      chunks.add(new PngFile.Chunk("acTL", integers(changes.size(), 0)));
    }
    chunks.add(new PngFile.Chunk("PLTE", colors.palette()));
    chunks.add(new PngFile.Chunk("tRNS", colors.alphas()));
    // A single picture is drawn at every move of a slider: a quarter of the time, 7 % larger.
    int level = moves ? Deflater.BEST_COMPRESSION : Deflater.DEFAULT_COMPRESSION;
    int sequence = 0;
    for (Change change : changes) {
      if (moves) {
        chunks.add(new PngFile.Chunk("fcTL", control(sequence++, change)));
      }
      byte[] data = compressed(colors.indices(change.pixels), change.width, level);
      if (change == whole) {
        chunks.add(new PngFile.Chunk("IDAT", data));
      } else {
        ByteBuffer numbered = ByteBuffer.allocate(Integer.BYTES + data.length);
        chunks.add(new PngFile.Chunk("fdAT", numbered.putInt(sequence++).put(data).array()));
      }
    }
    chunks.add(new PngFile.Chunk("IEND", new byte[0]));
    return new PngFile(chunks);
  }

  private static byte[] header(int width, int height) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) 8)
        .put(PALETTE)
        .array(); // Deflate, adaptive filters, not interlaced: zeros.
  }

  /** A frame stays for the next (0), which is laid over it (1). */
  private static byte[] control(int sequence, Change change) {
    return ByteBuffer.allocate(26)
        .put(integers(sequence, change.width, change.height, change.left, change.top))
        .putShort((short) change.millis)
        .putShort((short) 1000)
        .put((byte) 0)
        .put((byte) (sequence == 0 ? 0 : 1))
        .array();
  }

  private static byte[] integers(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  /** Rows without a filter, which suits a palette best. */
  private static byte[] compressed(byte[] indices, int width, int level) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(level);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      for (int row = 0; row < indices.length; row += width) {
        out.write(0);
        out.write(indices, row, width);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
