package pointwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Plays an animated PNG as a viewer does: each frame is made a PNG of its own for ImageIO. */
public final class ApngReader {
  /** What is on the screen, and how long. */
  public record Shown(BufferedImage image, int millis) {}

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final List<Shown> shown = new ArrayList<>();
  private final ByteArrayOutputStream shared = new ByteArrayOutputStream();
  private ByteBuffer header;
  private ByteBuffer control;
  private BufferedImage screen;
  private int announced;
  private int sequence;
  private int plays = -1;

  private ApngReader() {}

  /** All frames of a file; everything that the format demands of them is asserted. */
  public static List<Shown> frames(byte[] file) throws IOException {
    assertThat(Arrays.copyOf(file, 8)).isEqualTo(SIGNATURE);
    ApngReader reader = new ApngReader();
    ByteBuffer rest = ByteBuffer.wrap(file, 8, file.length - 8);
    while (rest.hasRemaining()) {
      byte[] data = new byte[rest.getInt()];
      byte[] type = new byte[4];
      rest.get(type).get(data);
      CRC32 checksum = new CRC32();
      checksum.update(type);
      checksum.update(data);
      assertThat(rest.getInt()).as("checksum").isEqualTo((int) checksum.getValue());
      reader.chunk(new String(type, StandardCharsets.US_ASCII), ByteBuffer.wrap(data));
    }
    assertThat(reader.shown).as("frames").hasSize(reader.announced);
    assertThat(reader.plays).as("plays: 0 is without end").isZero();
    return reader.shown;
  }

  private void chunk(String type, ByteBuffer data) throws IOException {
    switch (type) {
      case "IHDR" -> {
        header = data;
        screen = new BufferedImage(data.getInt(0), data.getInt(4), BufferedImage.TYPE_INT_ARGB);
        assertThat(data.get(9)).as("colours of a palette").isEqualTo((byte) 3);
      }
      case "acTL" -> {
        announced = data.getInt();
        plays = data.getInt();
      }
      case "PLTE", "tRNS" -> write(shared, type, data.array());
      case "fcTL" -> {
        assertThat(data.getInt(0)).as("sequence").isEqualTo(sequence++);
        control = data;
      }
      case "IDAT" -> show(data.array());
      case "fdAT" -> {
        assertThat(data.getInt()).as("sequence").isEqualTo(sequence++);
        show(Arrays.copyOfRange(data.array(), 4, data.capacity()));
      }
      default -> assertThat(type).isIn("tEXt", "IEND");
    }
  }

  private void show(byte[] compressed) throws IOException {
    int width = control.getInt(4);
    int height = control.getInt(8);
    if (shown.isEmpty()) {
      assertThat(List.of(width, height)).containsExactly(header.getInt(0), header.getInt(4));
    }
    assertThat(control.get(24)).as("stays for the next").isZero();
    boolean over = control.get(25) == 1;
    ByteArrayOutputStream alone = new ByteArrayOutputStream();
    alone.writeBytes(SIGNATURE);
    byte[] own = header.array().clone();
    ByteBuffer.wrap(own).putInt(width).putInt(height);
    write(alone, "IHDR", own);
    alone.writeBytes(shared.toByteArray());
    write(alone, "IDAT", compressed);
    write(alone, "IEND", new byte[0]);
    BufferedImage piece = ImageIO.read(new ByteArrayInputStream(alone.toByteArray()));
    Graphics2D graphics = screen.createGraphics();
    graphics.setComposite(over ? AlphaComposite.SrcOver : AlphaComposite.Src);
    graphics.drawImage(piece, control.getInt(12), control.getInt(16), null);
    graphics.dispose();
    BufferedImage copy =
        new BufferedImage(screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_ARGB);
    screen.copyData(copy.getRaster());
    shown.add(new Shown(copy, 1000 * control.getShort(20) / control.getShort(22)));
  }

  private static void write(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    DataOutputStream numbers = new DataOutputStream(out);
    numbers.writeInt(data.length);
    numbers.write(name);
    numbers.write(data);
    numbers.writeInt((int) checksum.getValue());
  }
}
