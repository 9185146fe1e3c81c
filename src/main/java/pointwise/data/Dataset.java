package pointwise.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Inputs of one shape, each with the class it belongs to. Immutable. */
public final class Dataset {
  private final Tensor inputs;
  private final int[] labels;
  private final int classes;
  private final Shape shape;

  private Dataset(Tensor inputs, int[] labels, int classes) {
    this.inputs = inputs;
    this.labels = labels;
    this.classes = classes;
    int[] sizes = inputs.shape().toArray();
    this.shape = Shape.of(Arrays.copyOfRange(sizes, 1, sizes.length));
  }

  /**
   * A data set.
   *
   * @param inputs items × the shape of one
   * @param labels one an item, from 0 to below {@code classes}
   * @throws IllegalArgumentException if they differ in number, or a label is no class
   */
  public static Dataset of(Tensor inputs, int[] labels, int classes) {
    if (Require.given(inputs, "inputs").shape().rank() < 2) {
      throw new IllegalArgumentException(
          "A data set needs items × the shape of one, but got " + inputs.shape());
    }
    Require.given(labels, "labels");
    if (classes < 1) {
      throw new IllegalArgumentException("A data set has at least 1 class, but got " + classes);
    }
    if (inputs.shape().dim(0) != labels.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %,d inputs, but %,d labels",
              inputs.shape().dim(0),
              labels.length));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Label %d of item %,d is none of the %d classes 0 … %d",
                labels[i],
                i,
                classes,
                classes - 1));
      }
    }
    return new Dataset(inputs, labels.clone(), classes);
  }

  /** The number of items. */
  public int size() {
    return labels.length;
  }

  /** The number of classes. */
  public int classes() {
    return classes;
  }

  /** The shape of one input. */
  public Shape shape() {
    return shape;
  }

  /** All inputs, items × the shape of one. */
  public Tensor inputs() {
    return inputs;
  }

  /** One input. */
  public Tensor input(int item) {
    return inputs.slice(checked(item));
  }

  /** The class of one input. */
  public int label(int item) {
    return labels[checked(item)];
  }

  /** A copy of all labels. */
  public int[] labels() {
    return labels.clone();
  }

  /** The given items, in that order. */
  public Dataset pick(int... items) {
    for (int item : Require.given(items, "items")) {
      checked(item);
    }
    int size = inputs.data().length / labels.length;
    int[] sizes = inputs.shape().toArray();
    sizes[0] = items.length;
    float[] picked = Tensor.allocate(Shape.of(sizes));
    for (int i = 0; i < items.length; i++) {
      System.arraycopy(inputs.data(), items[i] * size, picked, i * size, size);
    }
    int[] own = IntStream.of(items).map(item -> labels[item]).toArray();
    return new Dataset(Tensor.wrap(Shape.of(sizes), picked), own, classes);
  }

  private int checked(int item) {
    if (item < 0 || item >= labels.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "There are %,d items from 0 on, but no item %d", labels.length, item));
    }
    return item;
  }

  /** The items from one to before another. */
  public Dataset range(int from, int to) {
    if (from < 0 || from >= to || to > size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %,d items from 0 on, but none from %d to before %d",
              size(),
              from,
              to));
    }
    return pick(IntStream.range(from, to).toArray());
  }

  /** The first of each class, so many: as many of each. */
  public Dataset firstOfEach(int count) {
    int[] seen = new int[classes];
    return pick(IntStream.range(0, size()).filter(item -> seen[labels[item]]++ < count).toArray());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d inputs of %s in %d classes", size(), shape, classes);
  }
}
