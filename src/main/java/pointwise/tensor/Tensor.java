package pointwise.tensor;

import java.util.Arrays;
import java.util.Locale;

/**
 * An immutable array of 32-bit floats, row-major: the innermost axis changes fastest.
 *
 * <p>Three ways to write one: {@code Tensor.of(Shape.of(2, 2), 1, 2, 3, 4)}, {@code Tensor.of(new
 * double[][] {{1, 2}, {3, 4}})}, {@code Tensor.parse("[[1, 2], [3, 4]]")}.
 */
public final class Tensor {
  private final Shape shape;
  private final float[] data;

  private Tensor(Shape shape, float[] data) {
    Require.given(data, "the values of a tensor");
    if (Require.given(shape, "a shape").size() != data.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Shape %s holds %,d elements, but got %,d values",
              shape,
              shape.size(),
              data.length));
    }
    this.shape = shape;
    this.data = data;
  }

  /** A tensor of the given values in row-major order. */
  public static Tensor of(Shape shape, float... values) {
    return new Tensor(shape, Require.given(values, "the values of a tensor").clone());
  }

  /**
   * A tensor from nested arrays of numbers, such as {@code new double[][] {{1, 2}, {3, 4}}}.
   *
   * @throws IllegalArgumentException if the arrays are ragged, empty or hold no numbers
   */
  public static Tensor of(Object nestedArrays) {
    return Literals.fromArrays(nestedArrays);
  }

  /**
   * A tensor from the notation of Python and of the papers: {@code [[1, 2], [3, 4]]}.
   *
   * @throws IllegalArgumentException if the brackets are ragged or unbalanced, or hold no numbers
   */
  public static Tensor parse(String literal) {
    return Literals.parse(Require.given(literal, "a tensor literal"));
  }

  /**
   * A tensor around the given array, without a copy: for code that has just filled it and keeps no
   * other reference.
   */
  public static Tensor wrap(Shape shape, float[] data) {
    return new Tensor(shape, data);
  }

  /** A tensor of zeros. */
  public static Tensor zeros(Shape shape) {
    return full(shape, 0);
  }

  /** A tensor whose elements all are {@code value}. */
  public static Tensor full(Shape shape, float value) {
    float[] data = allocate(shape);
    if (value != 0) {
      Arrays.fill(data, value);
    }
    return new Tensor(shape, data);
  }

  /** A tensor of standard normal values; the same seed gives the same values everywhere. */
  public static Tensor random(Shape shape, long seed) {
    return random(shape, seed, 1);
  }

  /** A tensor of normal values with mean 0 and the given standard deviation. */
  public static Tensor random(Shape shape, long seed, double deviation) {
    Gaussian random = new Gaussian(seed);
    float[] data = allocate(shape);
    Interrupts.inParts(
        data.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            data[i] = (float) (deviation * random.next());
          }
        });
    return new Tensor(shape, data);
  }

  /**
   * The number of elements as an array's length.
   *
   * @throws IllegalArgumentException if one Java array cannot hold them
   */
  public static int arrayLength(Shape shape) {
    long size = Require.given(shape, "a shape").size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A tensor of shape %s has %,d elements, more than one Java array can hold",
              shape,
              size));
    }
    return (int) size;
  }

  /**
   * An array of zeros for the elements of a tensor.
   *
   * @throws IllegalArgumentException if one Java array cannot hold them, or there is not enough
   *     memory: with the bytes
   */
  public static float[] allocate(Shape shape) {
    return Heap.floats(arrayLength(shape), () -> "a tensor of shape " + shape);
  }

  /** The sizes of the axes. */
  public Shape shape() {
    return shape;
  }

  /** The element at an index, one number per axis. */
  public float get(int... index) {
    return data[(int) shape.position(index)];
  }

  /** One entry of the outermost axis: {@code slice(0)} of a batch is its first image. */
  public Tensor slice(int index) {
    int rank = shape.rank();
    if (rank == 1 || index < 0 || index >= shape.dim(0)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Shape %s has no slice %d", shape, index));
    }
    Shape inner = Shape.of(Arrays.copyOfRange(shape.toArray(), 1, rank));
    int size = (int) inner.size();
    return new Tensor(inner, Arrays.copyOfRange(data, index * size, (index + 1) * size));
  }

  /** A copy of the elements in row-major order. */
  public float[] toArray() {
    return data.clone();
  }

  /** The array behind this tensor, not a copy: for engines, which read it and never write. */
  public float[] data() {
    return data;
  }

  /** The same elements in the same order under another shape of equal size. */
  public Tensor reshape(int... sizes) {
    Shape target = Shape.of(sizes);
    if (target.size() != shape.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot reshape %s (%,d elements) to %s (%,d elements)",
              shape,
              shape.size(),
              target,
              target.size()));
    }
    return new Tensor(target, data);
  }

  /**
   * The tensor with its axes in another order: axis {@code i} of the result is axis {@code axes[i]}
   * of this one, as in NumPy.
   */
  public Tensor transpose(int... axes) {
    int rank = shape.rank();
    int[] sorted = Require.given(axes, "axes").clone();
    Arrays.sort(sorted);
    for (int axis = 0; axis < rank; axis++) {
      if (axes.length != rank || sorted[axis] != axis) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "transpose of shape %s needs each of its %d axes once, but got %s",
                shape,
                rank,
                Arrays.toString(axes)));
      }
    }
    int[] strides = new int[rank];
    int[] sizes = new int[rank];
    for (int i = 0; i < rank; i++) {
      sizes[i] = shape.dim(axes[i]);
      strides[i] = 1;
      for (int inner = axes[i] + 1; inner < rank; inner++) {
        strides[i] *= shape.dim(inner);
      }
    }
    float[] moved = new float[data.length];
    int[] index = new int[rank];
    int last = rank - 1;
    int step = strides[last];
    int source = 0;
    for (int i = 0; i < moved.length; ) {
      for (int end = i + sizes[last], from = source; i < end; i++, from += step) {
        moved[i] = data[from];
      }
      for (int axis = last - 1; axis >= 0; axis--) {
        source += strides[axis];
        if (++index[axis] < sizes[axis]) {
          break;
        }
        source -= strides[axis] * sizes[axis];
        index[axis] = 0;
      }
    }
    return new Tensor(Shape.of(sizes), moved);
  }

  /** The largest absolute difference of any element; NaN if an element is NaN in only one. */
  public float maxDifference(Tensor other) {
    if (!shape.equals(Require.given(other, "a tensor to compare with").shape)) {
      throw new IllegalArgumentException(
          "Cannot compare a tensor of shape %s with one of shape %s".formatted(shape, other.shape));
    }
    float largest = 0;
    for (int i = 0; i < data.length; i++) {
      boolean same = Float.compare(data[i], other.data[i]) == 0;
      largest = Math.max(largest, same ? 0 : Math.abs(data[i] - other.data[i]));
    }
    return largest;
  }

  /** The sum of the elements, added up in double precision. */
  public double sum() {
    double sum = 0;
    for (float value : data) {
      sum += value;
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(data, tensor.data);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(data);
  }

  /** All values in nested brackets on one line, as {@link #parse} reads them. */
  public String toLiteral() {
    return Literals.line(this);
  }

  /** The values in nested brackets after the shape; a long tensor shows its beginning and end. */
  @Override
  public String toString() {
    return Literals.print(this);
  }
}
