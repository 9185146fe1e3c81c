package pointwise.notebook;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every notebook runs in the real kernel and shows what is committed; two run at once.
 *
 * <p>With {@code -Dnotebooks=update} a notebook that shows something else is rewritten instead.
 */
class NotebookIT {
  private static final boolean UPDATE = "update".equals(System.getProperty("notebooks"));

  @BeforeAll
  static void environment() throws IOException, InterruptedException {
    NotebookKernel.setUp();
  }

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("notebooks")
  void showsWhatIsCommitted(Path file) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path result = NotebookKernel.execute(file);
    System.out.printf("%-50s %5.1f s%n", file, (System.nanoTime() - start) / 1e9);

    Notebook committed = Notebook.read(file);
    Notebook fresh = Notebook.read(result);
    List<String> problems = NotebookRules.broken(fresh, Files.size(result));
    if (problems.isEmpty()) {
      problems = new ArrayList<>(NotebookRules.broken(committed, Files.size(file)));
      problems.addAll(NotebookDiff.between(committed, fresh));
      if (UPDATE && !problems.isEmpty()) {
        Files.writeString(file, Files.readString(result));
        return;
      }
    }
    if (!problems.isEmpty()) {
      fail(file + ":\n" + String.join("\n", problems));
    }
  }
}
