package pointwise.view;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A PNG file as its chunks (W3C, "Portable Network Graphics, Third Edition", section 5), for the
 * text inside that ImageIO does not write by itself.
 *
 * @param chunks from IHDR to IEND
 */
record PngFile(List<Chunk> chunks) {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** One chunk without its length and checksum. */
  record Chunk(String type, byte[] data) {
    private void writeTo(ByteArrayOutputStream out) {
      byte[] name = type.getBytes(StandardCharsets.US_ASCII);
      CRC32 checksum = new CRC32();
      checksum.update(name);
      checksum.update(data);
      out.writeBytes(integer(data.length));
      out.writeBytes(name);
      out.writeBytes(data);
      out.writeBytes(integer((int) checksum.getValue()));
    }
  }

  PngFile {
    chunks = List.copyOf(chunks);
  }

  /** This file with a text right behind its header. */
  PngFile withText(String key, String text) {
    List<Chunk> more = new ArrayList<>(chunks);
    more.add(1, new Chunk("tEXt", (key + '\0' + text).getBytes(StandardCharsets.ISO_8859_1)));
    return new PngFile(more);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunks.forEach(chunk -> chunk.writeTo(out));
    return out.toByteArray();
  }

  private static byte[] integer(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
