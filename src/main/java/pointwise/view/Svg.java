package pointwise.view;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An SVG drawing under construction: boxes, lines and text with their colours as attributes,
 * because style sheets are stripped on the way to some readers.
 */
public final class Svg {
  /** Fonts that are no wider than {@link Font#width} expects. */
  private static final String FONTS = "Helvetica, Arial, 'DejaVu Sans', sans-serif";

  private static final double ARROW = 7;

  private final StringBuilder marks = new StringBuilder();

  /** A place on the drawing. */
  public record Point(double x, double y) {}

  /** A box whose corners are rounded by the given radius. */
  public Svg box(
      double x, double y, double width, double height, double radius, String fill, String stroke) {
    marks.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"/>\n"
            .formatted(n(x), n(y), n(width), n(height), n(radius), fill, stroke));
    return this;
  }

  /** A filled area with corners. */
  public Svg polygon(String fill, String stroke, Point... corners) {
    marks.append(
        "<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-linejoin=\"round\"/>\n"
            .formatted(points(corners), fill, stroke));
    return this;
  }

  /** A line along the given points. */
  public Svg line(String stroke, Point... points) {
    marks.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>\n"
            .formatted(points(points), stroke));
    return this;
  }

  /** A hairline, as of a grid. */
  public Svg hairline(String stroke, Point from, Point to) {
    marks.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"0.7\"/>\n"
            .formatted(points(from, to), stroke));
    return this;
  }

  /** A line whose last piece runs to the right and ends in an arrowhead. */
  public Svg arrow(String stroke, Point... points) {
    Point tip = points[points.length - 1];
    Point[] shaft = points.clone();
    shaft[shaft.length - 1] = new Point(tip.x() - ARROW, tip.y());
    line(stroke, shaft);
    return polygon(
        stroke,
        stroke,
        tip,
        new Point(tip.x() - ARROW, tip.y() - ARROW / 2),
        new Point(tip.x() - ARROW, tip.y() + ARROW / 2));
  }

  /** A filled dot. */
  public Svg dot(double x, double y, double radius, String fill) {
    marks.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>\n"
            .formatted(n(x), n(y), n(radius), fill));
    return this;
  }

  /** Text centred on x; y is its baseline. */
  public Svg text(double x, double y, Font font, String text) {
    return text(x, y, "middle", font, text);
  }

  /** Text that begins at x; y is its baseline. */
  public Svg textFrom(double x, double y, Font font, String text) {
    return text(x, y, "start", font, text);
  }

  private Svg text(double x, double y, String anchor, Font font, String text) {
    marks.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\" fill=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(
                n(x),
                n(y),
                n(font.size()),
                font.weight(),
                font.colour(),
                anchor,
                Html.escape(text)));
    return this;
  }

  /** The three voices in a drawing. */
  public enum Font {
    LABEL(13, "bold", Palette.INK),
    NOTE(12, "normal", Palette.SOFT_INK),
    SHAPE(12, "normal", Palette.INK);

    private final double size;
    private final String weight;
    private final String colour;

    Font(double size, String weight, String colour) {
      this.size = size;
      this.weight = weight;
      this.colour = colour;
    }

    double size() {
      return size;
    }

    String weight() {
      return weight;
    }

    String colour() {
      return colour;
    }

    /** The room that a text needs: that of DejaVu Sans, the widest of the fonts a reader has. */
    public double width(String text) {
      double bold = weight.equals("bold") ? 1.1 : 1;
      return size * bold * text.codePoints().mapToDouble(Svg::advance).sum();
    }
  }

  private static double advance(int character) {
    if ("fijlrtI.,:;|!'()[] /-".indexOf(character) >= 0) {
      return 0.42;
    }
    if (character == 'm' || character == 'w' || character == 'M' || character == 'W') {
      return 1;
    }
    if (character > 0x2E80) {
      return 1.05;
    }
    return character == '×' || Character.isUpperCase(character) ? 0.84 : 0.65;
  }

  /** The finished drawing on its card. */
  public Picture picture(double width, double height, String title, String alt) {
    int w = (int) Math.ceil(width);
    int h = (int) Math.ceil(height);
    String document =
        String.format(
            Locale.ROOT,
            """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" font-family="%s">
        <title>%s</title>
        <desc>%s</desc>
        <rect width="%d" height="%d" rx="8" fill="%s"/>
        %s</svg>
        """,
            w,
            h,
            w,
            h,
            FONTS,
            Html.escape(title),
            Html.escape(alt),
            w,
            h,
            Palette.PAPER,
            marks);
    return Picture.svg(document, w, h, alt);
  }

  private static String points(Point... points) {
    return Stream.of(points).map(p -> n(p.x()) + "," + n(p.y())).collect(Collectors.joining(" "));
  }

  /** Tenths of a pixel are enough; the same digits in every locale. */
  private static String n(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
