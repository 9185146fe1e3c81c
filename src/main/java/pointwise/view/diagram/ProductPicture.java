package pointwise.view.diagram;

import java.util.Locale;
import java.util.stream.IntStream;
import pointwise.tensor.Require;
import pointwise.tensor.Tensor;
import pointwise.view.Palette;
import pointwise.view.Picture;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.diagram.Grid.Cell;

/** A kernel of rank 1 as the multiplication table of its column and its row. */
final class ProductPicture {
  private static final double MARGIN = 24;
  private static final double GAP = 16;
  private static final int LARGEST = 11;

  private ProductPicture() {}

  static Picture of(Tensor column, Tensor row) {
    float[] down = numbers("column", column);
    float[] across = numbers("row", row);
    Iterable<String> texts =
        () ->
            IntStream.range(0, down.length * across.length)
                .mapToObj(i -> Figures.text(down[i / across.length] * across[i % across.length]))
                .iterator();
    double cell = Grid.cellWidth(texts);
    double left = MARGIN + cell + GAP;
    double top = MARGIN + 20 + Grid.CELL_HEIGHT + GAP;
    Svg svg = new Svg();
    svg.textFrom(MARGIN, MARGIN + 6, Font.LABEL, "column × row = kernel");
    new Grid(1, across.length, cell)
        .draw(svg, left, MARGIN + 20, (r, c) -> cell(across[c], Palette.ORANGE));
    new Grid(down.length, 1, cell).draw(svg, MARGIN, top, (r, c) -> cell(down[r], Palette.SKY));
    Grid kernel = new Grid(down.length, across.length, cell);
    kernel.draw(svg, left, top, (r, c) -> cell(down[r] * across[c], Palette.GREEN));
    double width =
        Math.max(left + kernel.width(), MARGIN + Font.LABEL.width("column × row = kernel"));
    return svg.picture(
        width + MARGIN,
        top + kernel.height() + MARGIN,
        "column × row = kernel",
        "The column %s times the row %s gives the kernel %s"
            .formatted(
                column.reshape(down.length).toLiteral(),
                row.reshape(across.length).toLiteral(),
                Tensor.of(product(down, across)).toLiteral()));
  }

  private static float[] numbers(String name, Tensor tensor) {
    if (Require.given(tensor, "a " + name).shape().size() > LARGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A %s of up to %d numbers is drawn, not one of shape %s",
              name,
              LARGEST,
              tensor.shape()));
    }
    return tensor.toArray();
  }

  private static float[][] product(float[] down, float[] across) {
    float[][] product = new float[down.length][across.length];
    for (int r = 0; r < down.length; r++) {
      for (int c = 0; c < across.length; c++) {
        product[r][c] = down[r] * across[c];
      }
    }
    return product;
  }

  private static Cell cell(float value, Palette tint) {
    return new Cell(Figures.text(value), tint.mixed(0.6, 0xFFFFFF));
  }
}
