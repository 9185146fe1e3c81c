package pointwise.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Handwritten digits, 28×28 pixels from 0 (paper) to 1 (ink), in ten classes: the MNIST database of
 * Y. LeCun, C. Cortes and C. J. C. Burges, made from NIST's Special Databases 1 and 3.
 */
public final class Mnist {
  private static final int CLASSES = 10;
  private static final int TRAIN_OF_EACH = 400;

  private Mnist() {}

  /**
   * The 5,000 digits that come with this library, 500 of each class from MNIST's training set: of
   * each class the first 400 to learn from, the other 100 to test.
   */
  public static Split digits() {
    Dataset all;
    try (InputStream images = Mnist.class.getResourceAsStream("mnist-5000-images.idx3.gz");
        InputStream labels = Mnist.class.getResourceAsStream("mnist-5000-labels.idx1.gz")) {
      all = read("The library's images", images, "The library's labels", labels);
    } catch (IOException broken) {
      throw new UncheckedIOException("The library's digits cannot be read", broken);
    }
    int[] seen = new int[CLASSES];
    boolean[] train = new boolean[all.size()];
    for (int item = 0; item < all.size(); item++) {
      train[item] = seen[all.label(item)]++ < TRAIN_OF_EACH;
    }
    return new Split(
        all.pick(IntStream.range(0, all.size()).filter(item -> train[item]).toArray()),
        all.pick(IntStream.range(0, all.size()).filter(item -> !train[item]).toArray()));
  }

  /**
   * MNIST's own files, 60,000 digits to learn from and 10,000 to test: {@code
   * train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the same with {@code t10k}, with
   * or without {@code .gz}. Fashion-MNIST and other sets with these names are read too.
   *
   * @param folder where they are
   * @throws UncheckedIOException in one sentence, if one is missing, cut off or no such file
   * @throws IllegalArgumentException if images and labels differ in number, or a label is above 9
   */
  public static Split read(Path folder) {
    return new Split(read(folder, "train"), read(folder, "t10k"));
  }

  private static Dataset read(Path folder, String part) {
    Path images = find(folder, part + "-images-idx3-ubyte", part + "-images.idx3-ubyte");
    Path labels = find(folder, part + "-labels-idx1-ubyte", part + "-labels.idx1-ubyte");
    try (InputStream pixels = Files.newInputStream(images);
        InputStream classes = Files.newInputStream(labels)) {
      return read(images.toString(), pixels, labels.toString(), classes);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem.getMessage(), problem);
    }
  }

  private static Path find(Path folder, String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of(name, name + ".gz"))
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () -> {
              String message =
                  String.format(
                      Locale.ROOT, "There is no %s, with or without .gz, in %s", names[0], folder);
              return new UncheckedIOException(message, new IOException(message));
            });
  }

  private static Dataset read(
      String imagesName, InputStream images, String labelsName, InputStream labels)
      throws IOException {
    Idx pixels = Idx.read(imagesName, images, 3);
    Idx classes = Idx.read(labelsName, labels, 1);
    float[] values = new float[pixels.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels.values()[i] & 0xff) / 255f;
    }
    int[] sizes = Arrays.copyOf(pixels.shape().toArray(), 4);
    sizes[3] = 1;
    int[] numbers =
        IntStream.range(0, classes.values().length).map(i -> classes.values()[i] & 0xff).toArray();
    return Dataset.of(Tensor.wrap(Shape.of(sizes), values), numbers, CLASSES);
  }
}
