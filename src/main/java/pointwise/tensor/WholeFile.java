package pointwise.tensor;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Internal: writes a file wholly or not at all: to a temporary file beside it, synced, then
 * renamed.
 */
public final class WholeFile {
  private WholeFile() {}

  /** What is written. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces a file.
   *
   * @return the file
   * @throws UncheckedIOException in one sentence, if that fails; what was there before stays
   */
  public static Path write(Path file, String text) {
    return write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same of bytes that are written one after the other. */
  public static Path write(Path file, Content content) {
    try {
      Path target =
          Files.exists(Require.given(file, "a file")) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.isDirectory(target)) {
        throw new IOException("it is a folder");
      }
      if (!Files.isDirectory(target.getParent())) {
        throw new IOException("there is no folder " + target.getParent());
      }
      Path temporary =
          target.resolveSibling(
              String.format(Locale.ROOT, ".%s.%x.tmp", target.getFileName(), System.nanoTime()));
      try {
        try (FileOutputStream raw = new FileOutputStream(temporary.toFile());
            OutputStream out = new BufferedOutputStream(raw)) {
          content.writeTo(out);
          out.flush();
          raw.getFD().sync();
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
      return file;
    } catch (IOException problem) {
      throw new UncheckedIOException(
          String.format(
              Locale.ROOT, "Cannot write %s, which stays as it was: %s", file, reason(problem)),
          problem);
    }
  }

  /**
   * Makes a folder, and those that it lies in, where they are missing.
   *
   * @throws UncheckedIOException in one sentence, if that fails
   */
  public static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(
          "Cannot make the folder %s: %s".formatted(folder, reason(problem)), problem);
    }
  }

  static UncheckedIOException unreadable(Path file, IOException problem) {
    String message =
        problem instanceof FileSystemException
            ? String.format(Locale.ROOT, "Cannot read %s: %s", file, reason(problem))
            : problem.getMessage();
    return new UncheckedIOException(message, problem);
  }

  private static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    return problem instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : problem.getMessage();
  }
}
