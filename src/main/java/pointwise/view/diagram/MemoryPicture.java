package pointwise.view.diagram;

import java.util.Locale;
import java.util.stream.IntStream;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Palette;
import pointwise.view.Picture;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.diagram.Grid.Cell;

/** An image as one grid per channel and, below, as its numbers lie in memory: row-major. */
final class MemoryPicture {
  private static final double MARGIN = 20;
  private static final double GAP = 40;
  private static final double HEAD = 22;
  private static final String MEMORY = "in memory: pixel by pixel, its channels together";
  private static final int LONGEST = 40;
  private static final Palette[] TINTS = {
    Palette.SKY, Palette.ORANGE, Palette.GREEN, Palette.PURPLE, Palette.YELLOW
  };

  private final Tensor image;
  private final Shape shape;
  private final double cell;

  private MemoryPicture(Tensor image) {
    this.image = image;
    this.shape = image.shape();
    float[] values = image.toArray();
    this.cell =
        Grid.cellWidth(
            IntStream.range(0, values.length).mapToObj(i -> Figures.text(values[i]))::iterator);
  }

  static Picture of(Tensor image) {
    Shape shape = Require.given(image, "an image").shape();
    if (shape.rank() != 3 || shape.size() > LONGEST || shape.channels() > TINTS.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Memory is drawn of an image with up to %d numbers and %d channels, not of %s",
              LONGEST,
              TINTS.length,
              shape));
    }
    return new MemoryPicture(image).picture();
  }

  private Picture picture() {
    Svg svg = new Svg();
    double x = MARGIN;
    Grid grid = new Grid(shape.height(), shape.width(), cell);
    for (int channel = 0; channel < shape.channels(); channel++) {
      int c = channel;
      svg.textFrom(x, MARGIN + 12, Font.LABEL, "channel " + c);
      grid.draw(svg, x, MARGIN + HEAD, (row, column) -> cell(image.get(row, column, c), c));
      x += Math.max(grid.width(), Font.LABEL.width("channel 0")) + GAP;
    }
    double top = MARGIN + HEAD + grid.height() + 34;
    int size = (int) shape.size();
    Grid memory = new Grid(1, size, cell);
    svg.textFrom(MARGIN, top - 8, Font.LABEL, MEMORY);
    memory.draw(svg, MARGIN, top, (row, i) -> cell(image.toArray()[i], i % shape.channels()));
    for (int first = 0; first < size; first += shape.channels()) {
      memory.frame(svg, MARGIN, top, 0, first, 1, shape.channels());
      double middle = MARGIN + (first + shape.channels() / 2.0) * cell;
      int pixel = first / shape.channels();
      String place = pixel / shape.width() + "," + pixel % shape.width();
      svg.text(middle, top + Grid.CELL_HEIGHT + 16, Font.NOTE, place);
    }
    svg.textFrom(
        MARGIN, top + Grid.CELL_HEIGHT + 36, Font.NOTE, "below: the row and column of each pixel");
    double below = MARGIN + Math.max(memory.width(), Font.LABEL.width(MEMORY));
    double width = Math.max(x - GAP, below) + MARGIN;
    return svg.picture(
        width,
        top + Grid.CELL_HEIGHT + 36 + MARGIN,
        "A " + shape + " image in memory",
        "A %s image in memory, pixel by pixel, its channels together: %s"
            .formatted(shape, image.reshape(size).toLiteral()));
  }

  private static Cell cell(float value, int channel) {
    return new Cell(Figures.text(value), TINTS[channel].mixed(0.55, 0xFFFFFF));
  }
}
