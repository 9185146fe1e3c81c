package pointwise.view.diagram;

import java.util.List;
import java.util.stream.LongStream;
import pointwise.view.Palette;
import pointwise.view.Picture;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;
import pointwise.view.diagram.Growth.Place;
import pointwise.view.diagram.NestedFields.Pixels;
import pointwise.view.diagram.NestedFields.Ring;

/**
 * Draws what a unit sees: the image and, where the fields reach over its border, the padding; on
 * them the fields in each other, and at the right what each layer's is.
 *
 * <p>The pixels of a small image are a grid; a large image is an area to scale.
 */
final class FieldPicture {
  static final String PADDING = "#e2e2dc";
  static final String BORDER = "#3a3a3a";

  private static final Palette[] ORDER = {
    Palette.SKY,
    Palette.GREEN,
    Palette.YELLOW,
    Palette.VERMILION,
    Palette.PURPLE,
    Palette.BLUE,
    Palette.ORANGE
  };

  private static final String GRID = "#8c8c8c";
  private static final double MARGIN = 20;
  private static final double TOP = 52;
  private static final double GAP = 26;
  private static final double NOTE_LINE = 17;

  /** What a notebook shows in a narrow window with hardly any shrinking. */
  private static final double PAGE = 670;

  /** The longer side of what is drawn of the image, next to a narrow table and to a wide one. */
  private static final double LARGEST_SIDE = 400;

  private static final double SMALLEST_SIDE = 220;

  private static final double LARGEST_PIXEL = 32;
  private static final double SMALLEST_IN_GRID = 6;

  /** A ring this thick has room for its size. */
  private static final double LABELLED = 15;

  private final NestedFields nested;
  private final List<Ring> rings;
  private final Pixels rows;
  private final Pixels columns;
  private final double pixel;
  private final FieldWords words;
  private final FieldLegend legend;
  private final Svg svg = new Svg();

  private FieldPicture(NestedFields nested) {
    this.nested = nested;
    this.rings = nested.rings();
    this.rows = drawn(nested.image().height(), rings.stream().map(Ring::rows).toList());
    this.columns = drawn(nested.image().width(), rings.stream().map(Ring::columns).toList());
    this.words = new FieldWords(nested);
    this.legend = new FieldLegend(nested, words);
    double room = PAGE - 2 * MARGIN - GAP - legend.width();
    double side = Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, room));
    this.pixel = Math.min(LARGEST_PIXEL, side / Math.max(rows.size(), columns.size()));
  }

  static Picture of(NestedFields nested) {
    return of(nested, new Growth(nested.rings().size(), List.of()));
  }

  /** The same drawing while the fields still grow. */
  static Picture of(NestedFields nested, Growth growth) {
    return new FieldPicture(nested).picture(growth);
  }

  static Palette tint(int ring) {
    return ORDER[ring % ORDER.length];
  }

  /** The image and whatever the fields reach beyond it. */
  private static Pixels drawn(int length, List<Pixels> seen) {
    return new Pixels(
        seen.stream().mapToLong(Pixels::first).reduce(0, Math::min),
        seen.stream().mapToLong(Pixels::last).reduce(length - 1L, Math::max));
  }

  private Picture picture(Growth growth) {
    svg.textFrom(MARGIN, MARGIN + 12, Font.LABEL, words.title());
    area(PADDING, PADDING, rows, columns);
    area("#ffffff", "none", imageRows(), imageColumns());
    for (Place swept : growth.swept()) {
      area(tint(growth.rings()).mixed(0.5, 0xFFFFFF), "none", swept.rows(), swept.columns());
    }
    for (int i = growth.rings() - 1; i >= 0; i--) {
      ring(rings.get(i), tint(i));
    }
    if (pixel >= SMALLEST_IN_GRID) {
      grid();
    }
    border();
    for (int i = 0; i < growth.rings(); i++) {
      size(i);
    }
    growth.last().ifPresent(place -> area("none", BORDER, place.rows(), place.columns()));
    double left = MARGIN + columns.size() * pixel + GAP;
    legend.draw(svg, left, TOP, growth.rings());
    double bottom = TOP + Math.max(rows.size() * pixel, legend.height()) + 8;
    double text = Font.LABEL.width(words.title());
    for (String note : words.below()) {
      bottom += NOTE_LINE;
      svg.textFrom(MARGIN, bottom, Font.NOTE, note);
      text = Math.max(text, Font.NOTE.width(note));
    }
    double width = Math.max(left + legend.width(), MARGIN + text);
    return svg.picture(width + MARGIN, bottom + MARGIN, words.title(), words.alt());
  }

  private Pixels imageRows() {
    return new Pixels(0, nested.image().height() - 1L);
  }

  private Pixels imageColumns() {
    return new Pixels(0, nested.image().width() - 1L);
  }

  /** A field, paler where it lies in the padding. */
  private void ring(Ring ring, Palette tint) {
    area(tint.mixed(0.75, 0xE2E2DC), tint.stroke(), ring.rows(), ring.columns());
    Pixels insideRows = ring.rows().within(nested.image().height());
    Pixels insideColumns = ring.columns().within(nested.image().width());
    if (insideRows.size() > 0 && insideColumns.size() > 0) {
      area(tint.mixed(0.35, 0xFFFFFF), "none", insideRows, insideColumns);
      area("none", tint.mixed(0.2, 0), ring.rows(), ring.columns());
    }
  }

  private void area(String fill, String stroke, Pixels down, Pixels across) {
    double left = x(across.first());
    double right = x(across.last() + 1);
    double top = y(down.first());
    double bottom = y(down.last() + 1);
    svg.polygon(
        fill,
        stroke,
        new Point(left, top),
        new Point(right, top),
        new Point(right, bottom),
        new Point(left, bottom));
  }

  private void border() {
    double right = x(nested.image().width());
    double bottom = y(nested.image().height());
    svg.line(
        BORDER,
        new Point(x(0), y(0)),
        new Point(right, y(0)),
        new Point(right, bottom),
        new Point(x(0), bottom),
        new Point(x(0), y(0)));
  }

  private void grid() {
    LongStream.rangeClosed(columns.first(), columns.last() + 1)
        .mapToDouble(this::x)
        .forEach(
            x ->
                svg.hairline(
                    GRID, new Point(x, y(rows.first())), new Point(x, y(rows.last() + 1))));
    LongStream.rangeClosed(rows.first(), rows.last() + 1)
        .mapToDouble(this::y)
        .forEach(
            y ->
                svg.hairline(
                    GRID, new Point(x(columns.first()), y), new Point(x(columns.last() + 1), y)));
  }

  /** A field's size, in its upper edge, if what lies within leaves room for it. */
  private void size(int index) {
    Ring ring = rings.get(index);
    double top = y(ring.rows().first());
    double bottom = y(index == 0 ? ring.rows().last() + 1 : rings.get(index - 1).rows().first());
    String text = FieldWords.size(ring);
    double width = ring.columns().size() * pixel;
    if (bottom - top >= LABELLED && Font.SHAPE.width(text) + 4 <= width) {
      double middle = index == 0 ? (top + bottom) / 2 : top + Math.min(bottom - top, 26) / 2;
      svg.text(x(ring.columns().first()) + width / 2, middle + 4, Font.SHAPE, text);
    }
  }

  private double x(long column) {
    return MARGIN + (column - columns.first()) * pixel;
  }

  private double y(long row) {
    return TOP + (row - rows.first()) * pixel;
  }
}
