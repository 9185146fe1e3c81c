package pointwise.view;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Turns a drawing into pixels. */
final class SvgRaster {
  /** Pixels for each CSS pixel, so that text is sharp on a dense screen. */
  private static final int DENSITY = 2;

  private SvgRaster() {}

  /** The drawing as a PNG file that holds the digest of its source. */
  static byte[] png(Picture drawing) {
    return ApngFile.still(image(drawing))
        .file()
        .withText(Picture.SOURCE, digest(drawing.toSvg()))
        .bytes();
  }

  /** The drawing with two pixels for each CSS pixel, transparent outside its card. */
  static BufferedImage image(Picture drawing) {
    SVGDocument document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(withJavaFont(drawing.toSvg())),
                null,
                LoaderContext.createDefault());
    if (document == null) {
      throw new IllegalStateException(
          "The drawing '" + drawing + "' is no SVG that can be rendered");
    }
    int width = DENSITY * drawing.width();
    int height = DENSITY * drawing.height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render(null, graphics, new ViewBox(width, height));
    graphics.dispose();
    return image;
  }

  /** A browser takes the first of several fonts that it has; here only Java's own name is sure. */
  private static byte[] withJavaFont(String svg) {
    return svg.replaceFirst("font-family=\"[^\"]*\"", "font-family=\"" + Font.SANS_SERIF + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The SHA-256 of a source, in hexadecimal digits. */
  static String digest(String svg) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(svg.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }
}
