package pointwise.view.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import pointwise.view.Palette;
import pointwise.view.Picture;

/**
 * Tiles side by side on a card, as many in a row as there is room for.
 *
 * <p>Nothing is paper, what is positive becomes ink and what is negative orange, in proportion to
 * the largest number: of all tiles, so that they can be compared.
 */
final class TilePicture {
  /** Pixels for each CSS pixel, so that captions are sharp on a dense screen. */
  private static final int DENSITY = 2;

  private static final int WIDEST = 680;
  private static final int GAP = 12;

  /** The radius of the card's corners, as a drawing has them. */
  private static final int CORNER = 8;

  private static final int CAPTION = 18;
  private static final int SIZE = 12;
  private static final Color PAPER = Color.decode(Palette.PAPER);
  private static final Color INK = Color.decode(Palette.INK);
  private static final Color NEGATIVE = new Color(Palette.VERMILION.rgb());
  private static final Color EDGE = new Color(0xBBBBBB);

  private final List<Tile> tiles;
  private final int zoom;

  /** The room below a tile; none where nothing stands there. */
  private final int caption;

  private final int cell;
  private final int columns;

  /**
   * A picture.
   *
   * @param tiles of one size
   * @param side how wide a tile is at least, in CSS pixels
   */
  TilePicture(List<Tile> tiles, int side) {
    this.tiles = tiles;
    Tile first = tiles.get(0);
    this.zoom = Math.max(1, Math.round((float) side / Math.max(first.height(), first.width())));
    int longest = tiles.stream().mapToInt(tile -> tile.caption().length()).max().orElse(0);
    this.caption = longest == 0 ? 0 : CAPTION;
    this.cell = Math.max(first.width() * zoom, (int) (0.62 * SIZE * longest)) + GAP;
    this.columns = Math.max(1, Math.min(tiles.size(), (WIDEST - GAP) / cell));
  }

  Picture picture(String alt) {
    int line = tiles.get(0).height() * zoom + caption + GAP;
    int rows = (tiles.size() + columns - 1) / columns;
    int width = columns * cell + GAP;
    int height = rows * line + GAP;
    BufferedImage image =
        new BufferedImage(DENSITY * width, DENSITY * height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(DENSITY, DENSITY);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SIZE));
    graphics.setColor(PAPER);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.fillRoundRect(0, 0, width, height, 2 * CORNER, 2 * CORNER);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    float largest = (float) tiles.stream().mapToDouble(Tile::largest).max().orElse(0);
    for (int i = 0; i < tiles.size(); i++) {
      draw(graphics, tiles.get(i), GAP + i % columns * cell, GAP + i / columns * line, largest);
    }
    graphics.dispose();
    return Picture.png(image, DENSITY, alt);
  }

  private void draw(Graphics2D graphics, Tile tile, int left, int top, float largest) {
    for (int row = 0; row < tile.height(); row++) {
      for (int column = 0; column < tile.width(); column++) {
        graphics.setColor(color(tile.at(row, column), largest));
        graphics.fillRect(left + column * zoom, top + row * zoom, zoom, zoom);
      }
    }
    graphics.setColor(EDGE);
    graphics.drawRect(left, top, tile.width() * zoom, tile.height() * zoom);
    graphics.setColor(INK);
    graphics.drawString(tile.caption(), left, top + tile.height() * zoom + caption - 4);
  }

  private static Color color(float value, float largest) {
    float share = largest == 0 ? 0 : Math.min(1, Math.abs(value) / largest);
    Color full = value < 0 ? NEGATIVE : INK;
    return new Color(
        mixed(PAPER.getRed(), full.getRed(), share),
        mixed(PAPER.getGreen(), full.getGreen(), share),
        mixed(PAPER.getBlue(), full.getBlue(), share));
  }

  private static int mixed(int paper, int full, float share) {
    return Math.round(paper + share * (full - paper));
  }
}
