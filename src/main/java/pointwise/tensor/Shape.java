package pointwise.tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sizes of a tensor's axes, outermost first: {@code 28×28×192} is an image of 28 rows, 28
 * columns and 192 channels; {@code 8×28×28×192} is a batch of eight.
 */
public final class Shape {
  private final int[] sizes;

  private Shape(int[] sizes) {
    this.sizes = sizes;
  }

  /**
   * A shape of the given sizes, outermost axis first.
   *
   * @throws IllegalArgumentException if there is no axis, a size is not positive, or the elements
   *     are more than a {@code long} can count
   */
  public static Shape of(int... sizes) {
    if (Require.given(sizes, "the sizes of a shape").length == 0) {
      throw new IllegalArgumentException("A shape needs at least one axis");
    }
    Shape shape = new Shape(sizes.clone());
    for (int size : sizes) { // no stream: a step of training makes hundreds of shapes
      if (size < 1) {
        throw new IllegalArgumentException(
            "Every size of a shape must be at least 1, but got " + shape);
      }
    }
    shape.size();
    return shape;
  }

  /** The number of axes. */
  public int rank() {
    return sizes.length;
  }

  /**
   * The size of one axis; negative axes count from the end, as in NumPy: {@code dim(-1)} is the
   * innermost.
   */
  public int dim(int axis) {
    int index = axis < 0 ? axis + rank() : axis;
    if (index < 0 || index >= rank()) {
      throw new IllegalArgumentException("Shape " + this + " has no axis " + axis);
    }
    return sizes[index];
  }

  /** The number of elements. */
  public long size() {
    long size = 1;
    for (int s : sizes) {
      try {
        size = Math.multiplyExact(size, s);
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException("Shape " + this + " has more than 2^63 - 1 elements");
      }
    }
    return size;
  }

  /**
   * Where the element of an index stands in row-major order, counted from 0: the innermost axis
   * changes fastest.
   *
   * @param index one number per axis
   */
  public long position(int... index) {
    if (Require.given(index, "an index").length != rank()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Shape %s needs %d indices, but got %s",
              this,
              rank(),
              Arrays.toString(index)));
    }
    long position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= sizes[axis]) {
        throw new IllegalArgumentException(
            "Index %s is outside of shape %s".formatted(Arrays.toString(index), this));
      }
      position = position * sizes[axis] + index[axis];
    }
    return position;
  }

  /** The index of an element, one number per axis, from its {@linkplain #position position}. */
  public int[] index(long position) {
    if (position < 0 || position >= size()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Position %,d is outside of shape %s", position, this));
    }
    int[] index = new int[rank()];
    long rest = position;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = (int) (rest % sizes[axis]);
      rest /= sizes[axis];
    }
    return index;
  }

  /** Whether this is an image (height × width × channels) or a batch of images. */
  public boolean isImage() {
    return rank() == 3 || rank() == 4;
  }

  /** The rows of an image or of a batch of images. */
  public int height() {
    return image().dim(-3);
  }

  /** The columns of an image or of a batch of images. */
  public int width() {
    return image().dim(-2);
  }

  /** The channels of an image, the features of a vector: the innermost axis. */
  public int channels() {
    return dim(-1);
  }

  /** The images in a batch; 1 for a single image. */
  public int batch() {
    return image().rank() == 4 ? dim(0) : 1;
  }

  /** The same image or batch with other rows, columns and channels. */
  public Shape withImage(int height, int width, int channels) {
    return image().rank() == 4 ? of(dim(0), height, width, channels) : of(height, width, channels);
  }

  /** The shape of so many tensors of this one, side by side: a batch. */
  public Shape batch(int items) {
    int[] batch = new int[rank() + 1];
    batch[0] = items;
    System.arraycopy(sizes, 0, batch, 1, rank());
    return of(batch);
  }

  /** The same shape with another innermost axis. */
  public Shape withChannels(int channels) {
    int[] changed = sizes.clone();
    changed[changed.length - 1] = channels;
    return of(changed);
  }

  /** A copy of the sizes. */
  public int[] toArray() {
    return sizes.clone();
  }

  private Shape image() {
    if (!isImage()) {
      throw new IllegalArgumentException(
          "Expected an image (height × width × channels) or a batch of images, but got " + this);
    }
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /** The sizes as papers print them: {@code 30×40×200}. */
  @Override
  public String toString() {
    return IntStream.of(sizes).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }
}
