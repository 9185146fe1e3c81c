package pointwise.view.image;

import java.util.function.IntBinaryOperator;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * A small image and what stands under it.
 *
 * @param pixel the number at a row and a column, as an index into {@code data}
 */
record Tile(String caption, int height, int width, float[] data, IntBinaryOperator pixel) {

  /** A channel of an image. */
  static Tile channel(String caption, Tensor image, int channel) {
    Shape shape = image.shape();
    int channels = shape.channels();
    return new Tile(
        caption,
        shape.height(),
        shape.width(),
        image.data(),
        (row, column) -> (row * shape.width() + column) * channels + channel);
  }

  /** A filter's weights for one channel of its input. */
  static Tile filter(String caption, Tensor filters, int input, int filter) {
    Shape shape = filters.shape();
    int inputs = shape.dim(2);
    int outputs = shape.dim(3);
    return new Tile(
        caption,
        shape.dim(0),
        shape.dim(1),
        filters.data(),
        (row, column) -> ((row * shape.dim(1) + column) * inputs + input) * outputs + filter);
  }

  float at(int row, int column) {
    return data[pixel.applyAsInt(row, column)];
  }

  /** Its largest absolute value; what is no number does not count. */
  float largest() {
    float largest = 0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        float size = Math.abs(at(row, column));
        largest = size > largest && size < Float.POSITIVE_INFINITY ? size : largest;
      }
    }
    return largest;
  }
}
