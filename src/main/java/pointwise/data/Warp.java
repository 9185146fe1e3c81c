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
    int height = images.shape().height();
    int width = images.shape().width();
    int channels = images.shape().channels();
    float[] in = images.data();
    int first = image * height * width * channels;
    for (int row = 0, to = first; row < height; row++) {
      for (int column = 0; column < width; column++, to += channels) {
        double below = row - middleRow;
        double right = column - middleColumn;
        double fromRow = middleRow + cos * below + sin * right - down;
        double fromColumn = middleColumn - sin * below + cos * right - across;
        int top = (int) Math.floor(fromRow);
        int left = (int) Math.floor(fromColumn);
        if (top < -1 || left < -1 || top >= height || left >= width) {
          continue;
        }
        double y = fromRow - top;
        double x = fromColumn - left;
        boolean upper = top >= 0;
        boolean lower = top + 1 < height;
        boolean before = left >= 0;
        boolean behind = left + 1 < width;
        int from = first + (top * width + left) * channels;
        int under = from + width * channels;
        for (int c = 0; c < channels; c++) {
          float value = 0;
          value += upper && before ? (float) ((1 - y) * (1 - x) * in[from + c]) : 0;
          value += upper && behind ? (float) ((1 - y) * x * in[from + channels + c]) : 0;
          value += lower && before ? (float) (y * (1 - x) * in[under + c]) : 0;
          value += lower && behind ? (float) (y * x * in[under + channels + c]) : 0;
          result[to + c] = value;
        }
      }
    }
  }
}
