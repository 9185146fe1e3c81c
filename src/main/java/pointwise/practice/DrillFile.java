package pointwise.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pointwise.tensor.Require;

/**
 * The file that keeps a drill's cards, a line each. Two notebooks may use it at once: who changes
 * it holds a lock, and a reader sees the file before the change or after it, never half of it.
 */
final class DrillFile {
  private static final String HEADER = "topic,box,asked,right,last";

  /** Threads of one JVM; a file's lock holds only against other processes. */
  private static final Object HERE = new Object();

  private final Path path;

  DrillFile(Path path) {
    this.path = Require.given(path, "a file").toAbsolutePath();
  }

  /** The cards by topic; none if there is no file yet. A line that cannot be read is left out. */
  Map<String, Card> read() {
    Map<String, Card> cards = new TreeMap<>();
    try {
      if (!Files.exists(path)) {
        return cards;
      }
      for (String line : Files.readAllLines(path)) {
        String[] cells = line.split(",", -1);
        try {
          cards.put(
              cells[0],
              new Card(
                  Integer.parseInt(cells[1]),
                  Integer.parseInt(cells[2]),
                  Integer.parseInt(cells[3]),
                  LocalDate.parse(cells[4])));
        } catch (IllegalArgumentException
            | IndexOutOfBoundsException
            | DateTimeException unreadable) {
          // the header, or what somebody else wrote: that card begins anew
        }
      }
      return cards;
    } catch (IOException problem) {
      throw failed("read", problem);
    }
  }

  /** Reads, changes and writes the cards, with nobody in between. */
  void change(UnaryOperator<Map<String, Card>> change) {
    synchronized (HERE) {
      try {
        Files.createDirectories(path.getParent());
        try (FileChannel channel =
                FileChannel.open(
                    beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid()) {
            write(change.apply(read()));
          }
        }
      } catch (IOException problem) {
        throw failed("write", problem);
      }
    }
  }

  private void write(Map<String, Card> cards) throws IOException {
    String lines =
        cards.entrySet().stream()
            .map(DrillFile::line)
            .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    Path fresh = beside(".tmp");
    Files.writeString(fresh, lines);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String line(Map.Entry<String, Card> entry) {
    Card card = entry.getValue();
    return String.format(
        Locale.ROOT,
        "%s,%d,%d,%d,%s",
        entry.getKey(),
        card.box(),
        card.asked(),
        card.right(),
        card.last());
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(beside(".lock"));
    } catch (IOException problem) {
      throw failed("delete", problem);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private UncheckedIOException failed(String what, IOException problem) {
    return new UncheckedIOException(
        "Cannot %s the drill's file %s: %s".formatted(what, path, problem.getMessage()), problem);
  }
}
