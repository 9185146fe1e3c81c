package pointwise.tensor;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes a file wholly or not at all: to a temporary file beside it, synced, then renamed. */
final class WholeFile {
  private WholeFile() {}

  /** What is written. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces a file.
   *
   * @return the file
   * @throws UncheckedIOException in one sentence, if that fails; what was there before stays
   */
  static Path write(Path file, Content content) {
    try {
      Path target =
          Files.exists(Require.given(file, "a file")) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.isDirectory(target)) {
        throw new IOException("it is a folder");
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
    return problem instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : problem.getMessage();
  }
}
