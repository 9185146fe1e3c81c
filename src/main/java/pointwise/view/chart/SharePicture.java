package pointwise.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import pointwise.view.Palette;
import pointwise.view.Picture;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;
import pointwise.view.chart.Callouts.Label;
import pointwise.view.chart.Shares.Piece;

/**
 * Two bars, one for the parameters above one for the multiplications, cut by module; bands lead
 * from each module's share of the one to its share of the other.
 */
final class SharePicture {
  private static final double MARGIN = 20;
  private static final double WIDTH = 630;
  private static final double BAR = 42;
  private static final double BANDS = 90;
  private static final double HEADING = 24;
  private static final double TITLE_LINE = 18;
  private static final double LEADERS = 44;
  private static final double LEGEND = 34;
  private static final double SWATCH = 14;

  /** What has less of both is labelled only where there is room. */
  private static final double WORTH_A_LABEL = 0.03;

  private final String title;
  private final Shares shares;
  private final String prefix;
  private final Svg svg = new Svg();

  private SharePicture(String network, Shares shares) {
    this.title = network + ": where its parameters and its multiplications sit";
    this.shares = shares;
    this.prefix = shares.modulePrefix();
  }

  /** Draws the shares of a network under its title. */
  static Picture of(String network, Shares shares) {
    return new SharePicture(network, shares).picture();
  }

  private Picture picture() {
    List<Label> above = small(Piece::ofParameters);
    List<Label> below = small(Piece::ofMultiplications);
    double y = MARGIN + 12;
    for (String line : titleLines()) {
      svg.textFrom(MARGIN, y, Font.LABEL, line);
      y += TITLE_LINE;
    }
    y += HEADING + 4 - TITLE_LINE;
    heading(y, shares.parameters(), "parameters");
    y += 10;
    if (!above.isEmpty()) {
      y += LEADERS;
      callouts(above, y, -1);
    }
    double first = y;
    double second = first + BAR + BANDS;
    bands(first + BAR, second);
    bar(first, Piece::ofParameters);
    bar(second, Piece::ofMultiplications);
    y = second + BAR;
    if (!below.isEmpty()) {
      callouts(below, y, 1);
      y += LEADERS;
    }
    y += HEADING - 6;
    heading(y, shares.multiplications(), "multiplications");
    y = legend(y + LEGEND - 14);
    return svg.picture(WIDTH + 2 * MARGIN, y + MARGIN, title, title + ". " + shares.alt());
  }

  /** The title, a long one in two lines. */
  private List<String> titleLines() {
    int colon = title.lastIndexOf(": ") + 1;
    return Font.LABEL.width(title) <= WIDTH
        ? List.of(title)
        : List.of(title.substring(0, colon), title.substring(colon + 1));
  }

  private void heading(double y, long all, String noun) {
    svg.textFrom(MARGIN, y, Font.SHAPE, String.format(Locale.ROOT, "%,d %s", all, noun));
  }

  /** The labels that do not fit into their piece of a bar. */
  private List<Label> small(ToDoubleFunction<Piece> share) {
    List<Label> small = new ArrayList<>();
    double x = MARGIN;
    for (Piece piece : shares.pieces()) {
      double width = WIDTH * share.applyAsDouble(piece);
      if (piece.larger() >= WORTH_A_LABEL && !fits(piece, share)) {
        String text = shortName(piece) + " " + Shares.percent(share.applyAsDouble(piece));
        small.add(new Label(text, x + width / 2, piece.larger()));
      }
      x += width;
    }
    return Callouts.within(MARGIN, MARGIN + WIDTH, small).labels();
  }

  private boolean fits(Piece piece, ToDoubleFunction<Piece> share) {
    double room = WIDTH * share.applyAsDouble(piece) - 6;
    return Font.SHAPE.width(shortName(piece)) <= room
        && Font.SHAPE.width(Shares.percent(share.applyAsDouble(piece))) <= room;
  }

  /** Of a module only what tells it from the others: of {@code inception_4a} that is 4a. */
  private String shortName(Piece piece) {
    return piece.name().startsWith(prefix) ? piece.name().substring(prefix.length()) : piece.name();
  }

  /** Labels beside a bar's edge; the direction is −1 above and 1 below. */
  private void callouts(List<Label> labels, double edge, int direction) {
    for (Label label : labels) {
      double text = edge + direction * (LEADERS - 12);
      svg.hairline(
          Palette.SOFT_INK,
          new Point(label.anchor(), edge),
          new Point(label.middle(), text + (direction < 0 ? 4 : -9)));
      svg.text(label.middle(), text, Font.NOTE, label.text());
    }
  }

  private void bar(double top, ToDoubleFunction<Piece> share) {
    double x = MARGIN;
    for (int i = 0; i < shares.pieces().size(); i++) {
      Piece piece = shares.pieces().get(i);
      double right = x + WIDTH * share.applyAsDouble(piece);
      svg.polygon(
          light(i, 0.3),
          Palette.PAPER,
          new Point(x, top),
          new Point(right, top),
          new Point(right, top + BAR),
          new Point(x, top + BAR));
      if (fits(piece, share)) {
        double middle = (x + right) / 2;
        svg.text(middle, top + BAR / 2 - 3, Font.SHAPE, shortName(piece));
        String percent = Shares.percent(share.applyAsDouble(piece));
        svg.text(middle, top + BAR / 2 + 13, Font.SHAPE, percent);
      }
      x = right;
    }
  }

  private void bands(double top, double bottom) {
    double above = MARGIN;
    double below = MARGIN;
    for (int i = 0; i < shares.pieces().size(); i++) {
      Piece piece = shares.pieces().get(i);
      double aboveRight = above + WIDTH * piece.ofParameters();
      double belowRight = below + WIDTH * piece.ofMultiplications();
      svg.polygon(
          light(i, 0.72),
          "none",
          new Point(above, top),
          new Point(aboveRight, top),
          new Point(belowRight, bottom),
          new Point(below, bottom));
      above = aboveRight;
      below = belowRight;
    }
  }

  /** Neighbours differ, even of the same colour. */
  private String light(int index, double lightness) {
    Palette tint = shares.pieces().get(index).tint();
    long before =
        shares.pieces().subList(0, index).stream().filter(piece -> piece.tint() == tint).count();
    return tint.mixed(lightness + (before % 2 == 0 ? 0 : 0.14), 0xFFFFFF);
  }

  /** What the colours mean; the answer is where it ends. */
  private double legend(double top) {
    double x = MARGIN;
    double y = top;
    for (Palette tint : shares.pieces().stream().map(Piece::tint).distinct().sorted().toList()) {
      double width = SWATCH + 6 + Font.NOTE.width(tint.meaning());
      if (x + width > MARGIN + WIDTH) {
        x = MARGIN;
        y += SWATCH + 8;
      }
      svg.polygon(
          tint.mixed(0.3, 0xFFFFFF),
          "none",
          new Point(x, y),
          new Point(x + SWATCH, y),
          new Point(x + SWATCH, y + SWATCH),
          new Point(x, y + SWATCH));
      svg.textFrom(x + SWATCH + 6, y + 11, Font.NOTE, tint.meaning());
      x += width + 18;
    }
    return y + SWATCH;
  }
}
