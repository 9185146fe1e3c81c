package pointwise.window;

import java.util.Locale;
import pointwise.tensor.Require;

/**
 * What every convolution and pooling slides over an image: kernel, stride, padding, dilation.
 *
 * <p>The size of the output stands here and nowhere else: {@code ⌊(in + before + after − span) /
 * stride⌋ + 1} with {@code span = (kernel − 1) · dilation + 1}.
 *
 * @param kernelHeight rows of the kernel
 * @param kernelWidth columns of the kernel
 * @param strideHeight rows from one output to the next
 * @param strideWidth columns from one output to the next
 * @param padding what stands around the image
 * @param dilationHeight rows from one tap of the kernel to the next
 * @param dilationWidth columns from one tap of the kernel to the next
 * @param ceil whether the output's size is rounded up (Caffe's poolings); a last window that would
 *     start in the trailing padding is dropped
 */
public record Window(
    int kernelHeight,
    int kernelWidth,
    int strideHeight,
    int strideWidth,
    Padding padding,
    int dilationHeight,
    int dilationWidth,
    boolean ceil) {

  /** Keeps every product of two sizes within an {@code int}. */
  public static final int LIMIT = 1 << 14;

  public Window {
    Require.given(padding, "a padding");
    check("kernel", kernelHeight, kernelWidth);
    check("stride", strideHeight, strideWidth);
    check("dilation", dilationHeight, dilationWidth);
  }

  /** A window with stride 1, no padding and no dilation. */
  public static Window of(int kernelHeight, int kernelWidth) {
    return new Window(kernelHeight, kernelWidth, 1, 1, Padding.VALID, 1, 1, false);
  }

  /** A pooling's window: the stride is the kernel's size. */
  public static Window sideBySide(int kernelHeight, int kernelWidth) {
    return of(kernelHeight, kernelWidth).withStride(kernelHeight, kernelWidth);
  }

  public Window withStride(int height, int width) {
    return new Window(
        kernelHeight, kernelWidth, height, width, padding, dilationHeight, dilationWidth, ceil);
  }

  public Window withPadding(Padding changed) {
    return new Window(
        kernelHeight,
        kernelWidth,
        strideHeight,
        strideWidth,
        changed,
        dilationHeight,
        dilationWidth,
        ceil);
  }

  public Window withDilation(int height, int width) {
    return new Window(
        kernelHeight, kernelWidth, strideHeight, strideWidth, padding, height, width, ceil);
  }

  public Window withCeil(boolean changed) {
    return new Window(
        kernelHeight,
        kernelWidth,
        strideHeight,
        strideWidth,
        padding,
        dilationHeight,
        dilationWidth,
        changed);
  }

  /** The window laid over the rows of an image of that height. */
  public Axis vertical(int inputHeight) {
    return down(this::axis, inputHeight);
  }

  /** The window laid over the columns of an image of that width. */
  public Axis horizontal(int inputWidth) {
    return across(this::axis, inputWidth);
  }

  /**
   * The rows of a transposed convolution, seen from the convolution that it transposes: {@code in}
   * is the rows of its result, {@code out} those of its input.
   *
   * <p>The result has {@code (inputHeight − 1) · stride + span} rows, less the padding, which a
   * transposed convolution crops (Dumoulin and Visin 2016, section 4); with SAME {@code inputHeight
   * · stride}.
   */
  public Axis transposedVertical(int inputHeight) {
    return down(this::transposedAxis, inputHeight);
  }

  /** The same for the columns. */
  public Axis transposedHorizontal(int inputWidth) {
    return across(this::transposedAxis, inputWidth);
  }

  /** How the window's numbers for one direction and the input's cells make an axis. */
  private interface Rule {
    Axis of(String name, int in, int kernel, int stride, int dilation, int before, int after);
  }

  private Axis down(Rule rule, int height) {
    return rule.of(
        "height",
        height,
        kernelHeight,
        strideHeight,
        dilationHeight,
        padding.top(),
        padding.bottom());
  }

  private Axis across(Rule rule, int width) {
    return rule.of(
        "width", width, kernelWidth, strideWidth, dilationWidth, padding.left(), padding.right());
  }

  private Axis transposedAxis(
      String name, int input, int kernel, int stride, int dilation, int before, int after) {
    int span = (kernel - 1) * dilation + 1;
    long reached = (input - 1L) * stride + span;
    long result = padding.same() ? (long) input * stride : reached - before - after;
    if (result < 1 || Math.max(result, reached) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          result < 1
              ? String.format(
                  Locale.ROOT,
                  "The padding of %d and %d crops all of the transposed convolution's %s of %d",
                  before,
                  after,
                  name,
                  reached)
              : String.format(
                  Locale.ROOT,
                  "The transposed convolution's %s of %,d is more than 2^31 - 1",
                  name,
                  Math.max(result, reached)));
    }
    int total = (int) Math.max(0, reached - result);
    int first = padding.same() ? total / 2 : before;
    return new Axis((int) result, input, kernel, stride, dilation, first, total - first);
  }

  private Axis axis(
      String name, int in, int kernel, int stride, int dilation, int before, int after) {
    int span = (kernel - 1) * dilation + 1;
    if (padding.same()) {
      int out = Axis.ceilDiv(in, stride);
      int total = (int) Math.max(0, checked(name, (out - 1L) * stride + span) - in);
      return new Axis(in, out, kernel, stride, dilation, total / 2, total - total / 2);
    }
    int room = (int) checked(name, (long) in + before + after) - span;
    if (room < 0) {
      String padded = before + after == 0 ? "" : " with padding " + (before + after);
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The kernel spans %d, more than the input's %s of %d%s",
              span,
              name,
              in,
              padded));
    }
    int out = (ceil ? Axis.ceilDiv(room, stride) : room / stride) + 1;
    if (ceil && (out - 1L) * stride >= in + before) {
      out--;
    }
    return new Axis(in, out, kernel, stride, dilation, before, after);
  }

  /** A length with its padding: positions in it are an {@code int}. */
  private static long checked(String name, long padded) {
    if (padded > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The %s with its padding, %,d, is more than 2^31 - 1", name, padded));
    }
    return padded;
  }

  private static void check(String what, int height, int width) {
    if (Math.min(height, width) < 1 || Math.max(height, width) > LIMIT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A window's %s must be between 1 and %,d, but got %d×%d",
              what,
              LIMIT,
              height,
              width));
    }
  }
}
