package pointwise.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs the project's own scripts: the environment, and a notebook in the real kernel. */
final class NotebookKernel {
  /** Where results and logs go. */
  static final Path FOLDER = Path.of("target", "notebooks");

  private static final Path SCRIPTS = Path.of("src", "test", "resources", "notebook");

  /** The first set-up on a machine downloads JupyterLab. */
  private static final int SETUP_SECONDS = 600;

  /**
   * A notebook takes 60 s at most on two cores of its own. This only finds one that hangs: how busy
   * the machine is must not decide.
   */
  private static final int NOTEBOOK_SECONDS = 600;

  private NotebookKernel() {}

  static void setUp() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    run("setup", SETUP_SECONDS, "bash", "binder/lab", "--setup");
  }

  /** Executes a notebook and returns the file with its fresh outputs. */
  static Path execute(Path notebook) throws IOException, InterruptedException {
    Path result = FOLDER.resolve(notebook.getFileName());
    run(
        notebook.getFileName().toString(),
        NOTEBOOK_SECONDS,
        ".venv/bin/python3",
        "binder/execute.py",
        notebook.toString(),
        result.toString());
    return result;
  }

  /** What a script of the tests prints in the environment of the notebooks, without empty lines. */
  static List<String> python(String script) throws IOException, InterruptedException {
    setUp();
    run(script, NOTEBOOK_SECONDS, ".venv/bin/python3", SCRIPTS.resolve(script).toString());
    return Files.readAllLines(FOLDER.resolve(script + ".log")).stream()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static void run(String name, int seconds, String... command)
      throws IOException, InterruptedException {
    Path log = FOLDER.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    // The kernel is to run on the JDK that runs this test.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError(
            String.format(Locale.ROOT, "%s took more than %d s", name, seconds));
      }
    } finally {
      // Not forcibly: asked to end, the script ends the kernel first.
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
    if (process.exitValue() != 0) {
      throw new AssertionError(name + " failed:\n" + lastLines(log));
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }
}
