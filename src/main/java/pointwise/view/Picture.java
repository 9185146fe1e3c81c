package pointwise.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A finished picture with the text that stands for it where it cannot be seen.
 *
 * @param mediaType {@code image/svg+xml} or {@code image/png}
 * @param base64 the file's bytes
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param alt what the picture shows, in words and with its numbers
 */
public record Picture(String mediaType, String base64, int width, int height, String alt)
    implements Display {

  /** A picture from an SVG document. */
  public static Picture svg(String document, int width, int height, String alt) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return new Picture("image/svg+xml", encode(bytes), width, height, alt);
  }

  /** A picture whose pixels are finer than CSS pixels, so that it stays sharp on dense screens. */
  public static Picture png(BufferedImage image, int pixelsPerPixel, String alt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Picture(
        "image/png",
        encode(bytes.toByteArray()),
        image.getWidth() / pixelsPerPixel,
        image.getHeight() / pixelsPerPixel,
        alt);
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The picture as a file's content. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  /**
   * Writes the picture to a file.
   *
   * @throws UncheckedIOException naming the file, if it cannot be written
   */
  public Path save(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException problem) {
      throw new UncheckedIOException("Cannot write the picture to " + file, problem);
    }
  }

  /** An image with its data inside: it needs no network and no script, and survives untrusted. */
  @Override
  public String html() {
    return String.format(
        Locale.ROOT,
        "<img alt=\"%s\" width=\"%d\" style=\"max-width:100%%;height:auto\" src=\"data:%s;base64,%s\">",
        Html.escape(alt),
        width,
        mediaType,
        base64);
  }

  @Override
  public String toString() {
    return alt;
  }
}
