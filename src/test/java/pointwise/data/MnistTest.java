package pointwise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

class MnistTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    write("train-images-idx3-ubyte", idx(IMAGES, bytes(3 * 4), 3, 2, 2));
    write("train-labels-idx1-ubyte", idx(LABELS, new byte[] {7, 0, 9}, 3));
    write("t10k-images-idx3-ubyte.gz", gzipped(idx(IMAGES, bytes(4), 1, 2, 2)));
    write("t10k-labels-idx1-ubyte.gz", gzipped(idx(LABELS, new byte[] {1}, 1)));
  }

  @Test
  void aRangeLiesWithinTheItems() {
    Dataset digits = Mnist.digits().test();
    assertThat(digits.range(998, 1000).size()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> digits.range(0, Integer.MAX_VALUE))
        .withMessage("There are 1,000 items from 0 on, but none from 0 to before 2147483647");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> digits.range(5, 2))
        .withMessage("There are 1,000 items from 0 on, but none from 5 to before 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(digits.inputs(), digits.labels(), 0))
        .withMessage("A data set has at least 1 class, but got 0");
  }

  @Test
  void fiveThousandDigitsComeAlong() {
    Split digits = Mnist.digits();
    assertThat(digits).hasToString("4,000 to learn from and 1,000 to test");
    assertThat(digits.train()).hasToString("4,000 inputs of 28×28×1 in 10 classes");
    for (int c = 0; c < 10; c++) {
      int label = c;
      assertThat(Arrays.stream(digits.train().labels()).filter(l -> l == label).count())
          .isEqualTo(400);
      assertThat(Arrays.stream(digits.test().labels()).filter(l -> l == label).count())
          .isEqualTo(100);
    }
    // MNIST's mean is 0.1307 and its standard deviation 0.3081, over 60,000.
    Tensor x = digits.train().inputs();
    double mean = x.sum() / x.data().length;
    assertThat(mean).isCloseTo(0.1307, within(0.003));
    double squares =
        IntStream.range(0, x.data().length).mapToDouble(i -> Math.pow(x.data()[i] - mean, 2)).sum();
    assertThat(Math.sqrt(squares / x.data().length)).isCloseTo(0.3081, within(0.003));
    assertThat(
            IntStream.range(0, x.data().length).allMatch(i -> x.data()[i] >= 0 && x.data()[i] <= 1))
        .isTrue();
  }

  @Test
  void readsMnistsOwnFilesGzippedOrNot() {
    Split read = Mnist.read(folder);
    assertThat(read.train().labels()).containsExactly(7, 0, 9);
    assertThat(read.train().input(1))
        .isEqualTo(Tensor.of(Shape.of(2, 2, 1), 4 / 255f, 5 / 255f, 6 / 255f, 7 / 255f));
    assertThat(read.test().size()).isEqualTo(1);
  }

  @Test
  void aFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    refused("There is no t10k-labels-idx1-ubyte, with or without .gz, in " + folder);
  }

  @Test
  void anotherMagicNumber() throws IOException {
    write("train-images-idx3-ubyte", idx(LABELS, bytes(12), 3, 2, 2));
    refused(
        folder.resolve("train-images-idx3-ubyte")
            + " is no IDX file of unsigned bytes with 3 axes: it begins with 0x00000801, not"
            + " 0x00000803");
  }

  @Test
  void aFileThatIsCutOff() throws IOException {
    write("train-images-idx3-ubyte", idx(IMAGES, bytes(11), 3, 2, 2));
    refused(
        folder.resolve("train-images-idx3-ubyte")
            + " is cut off: its header says 12 values, but 11 are there");
    write("train-images-idx3-ubyte", new byte[] {0, 0, 8, 3, 0, 0});
    refused(folder.resolve("train-images-idx3-ubyte") + " ends within its header");
    write("train-images-idx3-ubyte", idx(IMAGES, bytes(11), 60_000, 28, 28));
    refused(
        folder.resolve("train-images-idx3-ubyte")
            + " is cut off: its header says 47,040,000 values, but 11 are there");
    write("train-images-idx3-ubyte", idx(IMAGES, bytes(13), 3, 2, 2));
    refused(
        folder.resolve("train-images-idx3-ubyte")
            + " goes on after the 12 values that its header says");
  }

  @Test
  void sizesThatCannotBe() throws IOException {
    write("train-images-idx3-ubyte", idx(IMAGES, bytes(11), -1, 28, 28));
    refused(folder.resolve("train-images-idx3-ubyte") + " says its sizes are [-1, 28, 28]");
    int most = Integer.MAX_VALUE;
    write("train-images-idx3-ubyte", idx(IMAGES, bytes(11), most, most, 1));
    refused(
        folder.resolve("train-images-idx3-ubyte")
            + " says it holds 4,611,686,014,132,420,609 values, more than one Java array can");
  }

  @Test
  void imagesAndLabelsThatDoNotBelongTogether() throws IOException {
    write("train-labels-idx1-ubyte", idx(LABELS, new byte[] {1, 2}, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mnist.read(folder))
        .withMessage("There are 3 inputs, but 2 labels");
    write("train-labels-idx1-ubyte", idx(LABELS, new byte[] {1, (byte) 200, 2}, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mnist.read(folder))
        .withMessage("Label 200 of item 1 is none of the 10 classes 0 … 9");
  }

  @Test
  void augmentationMovesAndRotates() {
    Tensor images = Tensor.zeros(Shape.of(40, 5, 5, 1));
    float[] dots = images.toArray();
    for (int image = 0; image < 40; image++) {
      dots[image * 25 + 12] = 1;
    }
    Tensor x = Tensor.wrap(images.shape(), dots);
    assertThat(Augmentation.rotate(0).apply(x, 1)).isEqualTo(x);
    Tensor rotated = Augmentation.rotate(90).apply(x, 1);
    assertThat(rotated).isNotEqualTo(x).isEqualTo(Augmentation.rotate(90).apply(x, 1));
    for (int image = 0; image < 40; image++) {
      assertThat(rotated.get(image, 2, 2, 0)).as("the middle stays").isCloseTo(1, within(1e-6f));
    }
    Tensor moved = Augmentation.shift(2).apply(x, 1);
    assertThat(moved.sum()).isEqualTo(40);
    assertThat(moved).isEqualTo(Augmentation.shift(2).apply(x, 1)).isNotEqualTo(x);
    assertThat(IntStream.range(0, 40).mapToObj(moved::slice).distinct().count()).isGreaterThan(12);
    assertThat(Augmentation.shift(0).then(Augmentation.none()).apply(x, 1)).isEqualTo(x);
  }

  private void refused(String message) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Mnist.read(folder))
        .withMessage(message);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static byte[] idx(int magic, byte[] values, int... sizes) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + values.length).putInt(magic);
    IntStream.of(sizes).forEach(buffer::putInt);
    return buffer.put(values).array();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(result)) {
      out.write(bytes);
    }
    return result.toByteArray();
  }
}
