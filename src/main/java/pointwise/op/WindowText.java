package pointwise.op;

import pointwise.window.Padding;
import pointwise.window.Window;

/** Writes a window layer the way the vocabulary spells it. */
final class WindowText {
  private WindowText() {}

  /**
   * Such as {@code conv(64, 7).pad(3).stride(2)}; what equals the defaults is left out.
   *
   * @param arguments what stands before the kernel's size, with its comma
   */
  static String of(
      String name, String arguments, Window w, int defaultStrideHeight, int defaultStrideWidth) {
    StringBuilder text = new StringBuilder(name + "(" + arguments);
    text.append(pair(w.kernelHeight(), w.kernelWidth())).append(')');
    if (!w.padding().equals(Padding.VALID)) {
      text.append('.').append(w.padding());
    }
    if (w.strideHeight() != defaultStrideHeight || w.strideWidth() != defaultStrideWidth) {
      text.append(".stride(").append(pair(w.strideHeight(), w.strideWidth())).append(')');
    }
    if (w.dilationHeight() != 1 || w.dilationWidth() != 1) {
      text.append(".dilation(").append(pair(w.dilationHeight(), w.dilationWidth())).append(')');
    }
    return text + (w.ceil() ? ".ceil()" : "");
  }

  private static String pair(int height, int width) {
    return height == width ? String.valueOf(height) : height + ", " + width;
  }
}
