package pointwise.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import pointwise.tensor.Require;
import pointwise.tensor.WholeFile;

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
  /**
   * The name of the text inside a PNG that holds the SHA-256 of the SVG it was made from: two PNGs
   * of one drawing differ with the machine's fonts, this does not.
   */
  public static final String SOURCE = "pointwise-svg-sha256";

  public Picture {
    Require.given(alt, "the words that stand for a picture");
  }

  /** A picture from an SVG document. */
  public static Picture svg(String document, int width, int height, String alt) {
    byte[] bytes = Require.given(document, "an SVG document").getBytes(StandardCharsets.UTF_8);
    return new Picture("image/svg+xml", encode(bytes), width, height, alt);
  }

  /** A picture whose pixels are finer than CSS pixels, so that it stays sharp on dense screens. */
  public static Picture png(BufferedImage image, int pixelsPerPixel, String alt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(Require.given(image, "an image"), "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    int width = image.getWidth() / pixelsPerPixel;
    return png(bytes.toByteArray(), width, image.getHeight() / pixelsPerPixel, alt);
  }

  /** The same with at most 256 colours: flat areas keep theirs, and the file is much smaller. */
  public static Picture flat(BufferedImage image, int pixelsPerPixel, String alt) {
    byte[] file = ApngFile.still(Require.given(image, "an image")).file().bytes();
    int width = image.getWidth() / pixelsPerPixel;
    return png(file, width, image.getHeight() / pixelsPerPixel, alt);
  }

  /** A picture from a PNG file, to be shown at a size in CSS pixels. */
  static Picture png(byte[] file, int width, int height, String alt) {
    return new Picture("image/png", encode(file), width, height, alt);
  }

  /** The same picture with other words for it. */
  public Picture withAlt(String changed) {
    return new Picture(mediaType, base64, width, height, changed);
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The picture as it was made: an SVG document or a PNG file. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  /**
   * The picture as PNG, with two pixels or more for each CSS pixel of {@link #width}: what a
   * notebook shows, since no viewer drops it. One made from SVG carries {@link #SOURCE}.
   */
  public byte[] png() {
    return isSvg() ? SvgRaster.png(this) : bytes();
  }

  /**
   * The drawing as an SVG document.
   *
   * @throws IllegalStateException if it was made of pixels, as a chart is
   */
  public String toSvg() {
    if (!isSvg()) {
      throw new IllegalStateException(
          "This picture is made of pixels and has no SVG; save it as .png: " + alt);
    }
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /**
   * Writes the picture to a file, as PNG or SVG by the ending of its name.
   *
   * @throws IllegalArgumentException if the name ends in neither {@code .png} nor {@code .svg}
   * @throws IllegalStateException if SVG is asked of a picture made of pixels
   * @throws UncheckedIOException in one sentence, if that fails
   */
  public Path save(Path file) {
    byte[] content = content(file);
    return WholeFile.write(file, out -> out.write(content));
  }

  private byte[] content(Path file) {
    String name = Require.given(file, "a file").toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return png();
    }
    if (name.endsWith(".svg")) {
      return toSvg().getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException("A picture is saved as .png or .svg, not as " + file);
  }

  private boolean isSvg() {
    return mediaType.equals("image/svg+xml");
  }

  /** An image with its data inside, for a page of HTML; a notebook takes {@link #png}. */
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
