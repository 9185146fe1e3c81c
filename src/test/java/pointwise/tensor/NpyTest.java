package pointwise.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against files that NumPy wrote (src/test/resources/numpy), and against ones that lie. */
class NpyTest {
  private static final Path NUMPY = Path.of("src/test/resources/numpy");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c_order",
        "fortran",
        "float64",
        "big_endian",
        "big_endian_fortran_float64",
        "version2"
      })
  void readsWhatNumPyWrote(String name) {
    float[] eighths = new float[24];
    for (int i = 0; i < 24; i++) {
      eighths[i] = i / 8f;
    }
    assertThat(Npy.read(NUMPY.resolve(name + ".npy")))
        .isEqualTo(Tensor.of(Shape.of(2, 3, 4), eighths));
  }

  @Test
  void readsScalarsAndInfinities() {
    assertThat(Npy.read(NUMPY.resolve("scalar.npy"))).isEqualTo(Tensor.of(Shape.of(1), 2.5f));
    assertThat(Npy.read(NUMPY.resolve("vector.npy")))
        .isEqualTo(Tensor.of(Shape.of(3), 1, -2, Float.POSITIVE_INFINITY));
  }

  /** What is written is NumPy's own file, byte for byte. */
  @ParameterizedTest
  @ValueSource(strings = {"c_order", "vector"})
  void writesWhatNumPyWrites(String name) throws IOException {
    Path numpy = NUMPY.resolve(name + ".npy");
    Path own = Npy.write(folder.resolve("own.npy"), Npy.read(numpy));
    assertThat(own).hasSameBinaryContentAs(numpy);
    assertThat(files()).containsExactly("own.npy");
  }

  /** Longer than a piece, so that several are put together. */
  @Test
  void keepsManyValues() {
    Tensor many = Tensor.random(Shape.of(3, 70_001), 1);
    assertThat(Npy.read(Npy.write(folder.resolve("many.npy"), many))).isEqualTo(many);
    Map<String, Tensor> two = new LinkedHashMap<>(Map.of("b/weights", many));
    two.put("a é", Tensor.of(Shape.of(1), Float.NaN));
    Path first = Npz.write(folder.resolve("two.npz"), two);
    assertThat(Npz.read(first)).isEqualTo(two);
    assertThat(Npz.write(folder.resolve("again.npz"), two)).hasSameBinaryContentAs(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integers.npy | holds values of NumPy's type '<i8', but a tensor holds floats: save"
            + " array.astype('float32')",
        "half.npy | holds values of NumPy's type '<f2'",
        "empty.npy | says its shape is (0, 3), which no tensor can have",
        "beyond.npy | is 1.0E300, beyond what float32 can hold",
        "record.npy | is not that of an array of floats: {'descr': [('a', '<f4')",
        "network.npz | is no .npy file: it begins with 50 4b 03 04",
        "none.npy | it is not there",
      })
  void refuses(String name, String message) {
    refuses(() -> Npy.read(NUMPY.resolve(name)), message);
  }

  @Test
  void refusesHeadersThatLie() throws IOException {
    byte[] whole = Files.readAllBytes(NUMPY.resolve("c_order.npy"));
    refusesNpy(replaced(whole, "(2, 3, 4)", "(2, 3, 5)"), "its header says 30 values, but 24 are");
    refusesNpy(replaced(whole, "(2, 3, 4)", "(2, 3, 3)"), "goes on after the 18 values");
    refusesNpy(replaced(whole, "(2, 3, 4), }", "(99999999,)}"), "says 99,999,999 values, but 24");
    refusesNpy(replaced(whole, "(2, 3, 4), }", "(2147483647)"), "which no tensor can have");
    refusesNpy(replaced(whole, "(2, 3, 4), }", "(99999999999"), "not that of an array of floats");
    refusesNpy(replaced(whole, "'<f4'", "'|O' "), "NumPy's type '|O'");
    refusesNpy(Arrays.copyOf(whole, whole.length - 1), "24 values, but 23 are there");
    for (int length = 0; length < 128; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      refusesNpy(cut, length < 6 ? "is no .npy file" : "");
    }
    byte[] long2 = whole.clone();
    long2[6] = 2;
    refusesNpy(long2, "says its header has");
    byte[] version = whole.clone();
    version[6] = 9;
    refusesNpy(version, "has version 9 of the .npy format; 1 to 3 are known");
  }

  @Test
  void refusesArchivesThatAreNone() throws IOException {
    refuses(() -> Npz.read(NUMPY.resolve("vector.npy")), "is no .npz file, or damaged");
    refuses(() -> Npz.read(NUMPY.resolve("none.npz")), "none.npz");
    byte[] whole = Files.readAllBytes(NUMPY.resolve("network.npz"));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    refusesNpz(cut, "is no .npz file, or damaged");
    byte[] damaged = whole.clone();
    damaged[400] ^= 1;
    refusesNpz(damaged, "is damaged: its checksum does not fit");
    refusesNpz(zip("notes.txt", out -> out.write(1)), "is no .npz file: it holds 'notes.txt'");
  }

  /** 200 MB of zeros in 200 kB: refused by what its header says, and without reading on. */
  @Test
  void refusesBombs() throws IOException {
    Npy.Memory small = new Npy.Memory("bomb", 1_000_000);
    byte[] honest = bomb("(50000000,)");
    assertThat(honest.length).isLessThan(300_000);
    Path file = Files.write(folder.resolve("bomb.npz"), honest);
    refuses(() -> Npz.read(file, small), "take 200,000,000 bytes or more, above half");
    refusesNpz(bomb("(3,)"), "goes on after the 3 values that its header says");
    Path many = folder.resolve("many.npz");
    Npz.write(many, Map.of("a", Tensor.zeros(Shape.of(200)), "b", Tensor.zeros(Shape.of(200))));
    refuses(() -> Npz.read(many, new Npy.Memory("m", 1_500)), "take 1,600 bytes or more");
  }

  /** As on a full disk. */
  @Test
  void theOldFileStaysWhereWritingFails() throws IOException {
    Path file = Npy.write(folder.resolve("kept.npy"), Tensor.of(Shape.of(1), 7));
    refuses(
        () ->
            WholeFile.write(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("No space left on device");
                }),
        "kept.npy, which stays as it was: No space left on device");
    assertThat(Npy.read(file)).isEqualTo(Tensor.of(Shape.of(1), 7));
    assertThat(files()).containsExactly("kept.npy");
    refuses(() -> Npy.write(folder, Npy.read(file)), "stays as it was: it is a folder");
    refuses(() -> Npy.write(folder.resolve("no/such.npy"), Npy.read(file)), "Cannot write");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Npy.write(folder.resolve("real.npy"), Tensor.of(Shape.of(1), 7));
    Path link = Files.createSymbolicLink(folder.resolve("link.npy"), file);
    Npy.write(link, Tensor.of(Shape.of(1), 8));
    assertThat(link).isSymbolicLink();
    assertThat(Npy.read(file)).isEqualTo(Tensor.of(Shape.of(1), 8));
  }

  private void refusesNpy(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("lies.npy"), content);
    refuses(() -> Npy.read(file), message);
  }

  private void refusesNpz(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("lies.npz"), content);
    refuses(() -> Npz.read(file), message);
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(call)
        .withMessageContaining(message);
  }

  private static byte[] replaced(byte[] file, String old, String changed) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(old);
    assertThat(changed).hasSameSizeAs(old);
    return text.replace(old, changed).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bomb(String shape) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
    byte[] zeros = new byte[4_000_000];
    return zip(
        "zeros.npy",
        out -> {
          out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
          out.write(new byte[] {(byte) header.length(), 0});
          out.write(header.getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 50; i++) {
            out.write(zeros);
          }
        });
  }

  private static byte[] zip(String name, WholeFile.Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      content.writeTo(zip);
    }
    return bytes.toByteArray();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
