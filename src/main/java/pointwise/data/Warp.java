package pointwise.data;

import java.util.function.Supplier;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Where each pixel of a changed image comes from: rotated about a middle, then moved.
 *
 * @param middleRow of the rotation
 * @param middleColumn of the rotation
 * @param cos of its angle
 * @param sin of its angle
 * @param down rows by which the image moves
 * @param across columns by which it moves
 */
record Warp(
    double middleRow, double middleColumn, double cos, double sin, double down, double across) {

  static Warp shift(int down, int across) {
    return new Warp(0, 0, 1, 0, down, across);
  }

  static Warp rotation(Shape image, double angle) {
    return new Warp(
        (image.height() - 1) / 2.0,
        (image.width() - 1) / 2.0,
        StrictMath.cos(angle),
        StrictMath.sin(angle),
        0,
        0);
  }

  /** Changes each image of a batch, with bilinear interpolation; zeros lie around an image. */
  static Tensor each(Tensor images, Supplier<Warp> draw) {
    float[] result = new float[images.data().length];
    for (int image = 0; image < images.shape().batch(); image++) {
      draw.get().apply(images, image, result);
    }
    return Tensor.wrap(images.shape(), result);
  }

  private void apply(Tensor images, int image, float[] result) {
    Shape shape = images.shape();
    int channels = shape.channels();
    int to = image * shape.height() * shape.width() * channels;
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++, to += channels) {
        double below = row - middleRow;
        double right = column - middleColumn;
        double fromRow = middleRow + cos * below + sin * right - down;
        double fromColumn = middleColumn - sin * below + cos * right - across;
        int top = (int) Math.floor(fromRow);
        int left = (int) Math.floor(fromColumn);
        double y = fromRow - top;
        double x = fromColumn - left;
        add(images, image, top, left, (1 - y) * (1 - x), result, to);
        add(images, image, top, left + 1, (1 - y) * x, result, to);
        add(images, image, top + 1, left, y * (1 - x), result, to);
        add(images, image, top + 1, left + 1, y * x, result, to);
      }
    }
  }

  private static void add(
      Tensor images, int image, int row, int column, double share, float[] result, int to) {
    Shape shape = images.shape();
    if (share == 0 || row < 0 || column < 0 || row >= shape.height() || column >= shape.width()) {
      return;
    }
    int from = ((image * shape.height() + row) * shape.width() + column) * shape.channels();
    for (int c = 0; c < shape.channels(); c++) {
      result[to + c] += (float) (share * images.data()[from + c]);
    }
  }
}
