package pointwise.tensor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Several tensors with their names as an .npz file, the format of {@code numpy.savez}: a ZIP of
 * .npy files.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";

  /** The same for all, so that equal tensors give equal files. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Npz() {}

  /**
   * Reads all arrays, in the order of the file; each as {@link Npy#read} does.
   *
   * @throws UncheckedIOException in one sentence, if the file cannot be read, is none or damaged,
   *     or its arrays would fill the memory
   */
  public static Map<String, Tensor> read(Path file) {
    return read(file, Npy.Memory.ofThisMachine(Require.given(file, "a file").toString()));
  }

  static Map<String, Tensor> read(Path file, Npy.Memory memory) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      for (ZipEntry entry : entries) {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX)) {
          throw new IOException(
              String.format(Locale.ROOT, "%s is no .npz file: it holds '%s'", file, name));
        }
        String key = name.substring(0, name.length() - SUFFIX.length());
        if (tensors.put(key, read(file, zip, entry, memory)) != null) {
          throw new IOException(
              String.format(Locale.ROOT, "%s holds two arrays named '%s'", file, key));
        }
      }
    } catch (ZipException problem) {
      throw new UncheckedIOException(
          String.format(
              Locale.ROOT, "%s is no .npz file, or damaged: %s", file, problem.getMessage()),
          problem);
    } catch (IOException problem) {
      throw WholeFile.unreadable(file, problem);
    }
    return tensors;
  }

  private static Tensor read(Path file, ZipFile zip, ZipEntry entry, Npy.Memory memory)
      throws IOException {
    String name = String.format(Locale.ROOT, "'%s' in %s", entry.getName(), file);
    CRC32 sum = new CRC32();
    try (InputStream raw = new BufferedInputStream(zip.getInputStream(entry))) {
      Tensor tensor = Npy.read(name, new CheckedInputStream(raw, sum), memory);
      if (sum.getValue() != entry.getCrc()) {
        throw new IOException(name + " is damaged: its checksum does not fit");
      }
      return tensor;
    }
  }

  /**
   * Writes tensors as float32, in the order of the map. The file is replaced in one go: where
   * writing fails, what was there before stays.
   *
   * @return the file
   * @throws UncheckedIOException in one sentence, if it cannot be written
   */
  public static Path write(Path file, Map<String, Tensor> tensors) {
    Require.given(tensors, "tensors");
    return WholeFile.write(file, out -> write(out, tensors));
  }

  private static void write(OutputStream out, Map<String, Tensor> tensors) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
      ZipEntry entry = new ZipEntry(tensor.getKey() + SUFFIX);
      entry.setTimeLocal(TIME);
      zip.putNextEntry(entry);
      Npy.write(zip, tensor.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }
}
