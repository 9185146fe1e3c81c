package pointwise.data;

import java.util.function.Supplier;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Where each pixel of a changed image comes from. */
@FunctionalInterface
interface Warp {
  /** The row and the column, which may lie between pixels and outside of the image. */
  double[] source(int row, int column);

  /** Changes each image of a batch, with bilinear interpolation; zeros lie around an image. */
  static Tensor each(Tensor images, Supplier<Warp> draw) {
    Shape shape = images.shape();
    int channels = shape.channels();
    float[] result = new float[images.data().length];
    int to = 0;
    for (int image = 0; image < shape.batch(); image++) {
      Warp warp = draw.get();
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++, to += channels) {
          double[] source = warp.source(row, column);
          int top = (int) Math.floor(source[0]);
          int left = (int) Math.floor(source[1]);
          double down = source[0] - top;
          double across = source[1] - left;
          add(images, image, top, left, (1 - down) * (1 - across), result, to);
          add(images, image, top, left + 1, (1 - down) * across, result, to);
          add(images, image, top + 1, left, down * (1 - across), result, to);
          add(images, image, top + 1, left + 1, down * across, result, to);
        }
      }
    }
    return Tensor.wrap(shape, result);
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
