package pointwise.op;

import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.window.Axis;
import pointwise.window.Padding;
import pointwise.window.Window;

/**
 * A layer that slides a window over an image.
 *
 * @param <T> the layer's own type, which the withers give back
 */
public interface Windowed<T extends Windowed<T>> extends Layer {

  /** Kernel, stride, padding and dilation. */
  Window window();

  /** The same layer with another window. */
  T withWindow(Window window);

  /** TensorFlow's SAME padding: the output has ⌈in / stride⌉ rows and columns. */
  default T same() {
    return withWindow(window().withPadding(Padding.SAME));
  }

  /** No padding, the default. */
  default T valid() {
    return withWindow(window().withPadding(Padding.VALID));
  }

  /** The same number of padding cells on all four sides. */
  default T pad(int cells) {
    return pad(cells, cells, cells, cells);
  }

  /** The given rows above and below, columns before and after. */
  default T pad(int top, int bottom, int left, int right) {
    return withWindow(window().withPadding(Padding.of(top, bottom, left, right)));
  }

  /** Rows and columns from one output to the next. */
  default T stride(int stride) {
    return stride(stride, stride);
  }

  /** Rows and columns from one output to the next. */
  default T stride(int height, int width) {
    return withWindow(window().withStride(height, width));
  }

  /** Rows and columns from one tap of the kernel to the next. */
  default T dilation(int dilation) {
    return dilation(dilation, dilation);
  }

  /** Rows and columns from one tap of the kernel to the next. */
  default T dilation(int height, int width) {
    return withWindow(window().withDilation(height, width));
  }

  /** The window's rows laid over the input; a transposed convolution's, over its output. */
  default Axis rows(Shape input) {
    return window().vertical(Require.given(input, "the shape of the input").height());
  }

  /** The window's columns laid over the input; a transposed convolution's, over its output. */
  default Axis columns(Shape input) {
    return window().horizontal(Require.given(input, "the shape of the input").width());
  }

  /** A pooling's output: as many channels as the input, and no window that sees only padding. */
  default Shape pooled(Shape input) {
    Axis rows = rows(input);
    Axis columns = columns(input);
    if (rows.someOutputSeesNoInput() || columns.someOutputSeesNoInput()) {
      throw new IllegalArgumentException(
          "%s on %s has windows that see nothing but padding".formatted(this, input));
    }
    return input.withImage(rows.out(), columns.out(), input.channels());
  }

  /** The kernel's size as papers print it, with a stride behind it: {@code 7×7/2}. */
  default String kernelLabel() {
    Window w = window();
    String stride =
        w.strideHeight() == w.strideWidth()
            ? w.strideHeight() == 1 ? "" : "/" + w.strideHeight()
            : "/" + w.strideHeight() + "×" + w.strideWidth();
    return w.kernelHeight() + "×" + w.kernelWidth() + stride;
  }
}
