package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What binder/lab --setup has set up: the packages, the folder of jars and the kernel. */
class SetUpIT {
  private static final Path LIBRARY = Path.of("target", "lib");

  @BeforeAll
  static void environment() throws IOException, InterruptedException {
    NotebookKernel.setUp();
  }

  @Test
  void everyPackageIsPinnedAndTakesTheOldestPythonPromised() throws Exception {
    String script =
        """
        import importlib.metadata, re
        from packaging.specifiers import SpecifierSet
        from packaging.utils import canonicalize_name
        lines = open("binder/requirements.txt", encoding="utf-8").read()
        pinned = {canonicalize_name(n): v for n, v in re.findall(r"^([\\w.-]+)==(\\S+)$", lines, re.M)}
        for package in importlib.metadata.distributions():
            name = canonicalize_name(package.metadata["Name"])
            if name not in ("pip", "setuptools") and pinned.get(name) != package.version:
                print(name, package.version, "is pinned to", pinned.get(name))
            python = package.metadata["Requires-Python"] or ""
            if not SpecifierSet(python).contains("3.11.0"):
                print(name, package.version, "needs Python", python)
        """;
    Process process =
        new ProcessBuilder(".venv/bin/python3", "-c", script).redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKilledExecutionLeavesNoKernel(boolean forcibly, @TempDir Path folder) throws Exception {
    String notebook = Files.readString(Path.of("notebooks/01-one-by-one-convolution.ipynb"));
    Path endless = folder.resolve("endless.ipynb");
    Files.writeString(
        endless, notebook.replace("%load setup.jsh", "while (true) { Thread.sleep(100); }"));
    ProcessBuilder builder =
        new ProcessBuilder(
            ".venv/bin/python3",
            "binder/execute.py",
            endless.toString(),
            folder.resolve("result.ipynb").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process execution = builder.redirectErrorStream(true).start();
    Optional<ProcessHandle> kernel = Optional.empty();
    while (kernel.isEmpty()) {
      assertThat(execution.isAlive()).isTrue();
      Thread.sleep(50);
      kernel = execution.children().findFirst();
    }
    if (forcibly) {
      execution.destroyForcibly();
    } else {
      execution.destroy();
    }
    assertThat(kernel.get().onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
  }

  @Test
  void theNoticeNamesEveryJarAndTheLibraryCarriesIt() throws IOException {
    String notice = Files.readString(Path.of("NOTICE"));
    List<String> names =
        jars().map(jar -> jar.getName().replaceFirst("-\\d.*", "")).sorted().toList();
    assertThat(names).contains("pointwise", "slf4j-nop").allMatch(notice::contains);
    for (File jar : jars().filter(jar -> jar.getName().startsWith("pointwise-")).toList()) {
      try (JarFile file = new JarFile(jar)) {
        for (String text : List.of("LICENSE", "NOTICE")) {
          assertThat(file.getInputStream(file.getJarEntry("META-INF/" + text)))
              .hasContent(Files.readString(Path.of(text)));
        }
      }
    }
  }

  @Test
  void aTableIsReadFromAFileWithTheseJarsAlone(@TempDir Path folder) throws Exception {
    Path csv = Files.writeString(folder.resolve("own.csv"), "layer,weights\nconv1,9\n");
    List<URL> urls = new ArrayList<>();
    for (File jar : jars().toList()) {
      urls.add(jar.toURI().toURL());
    }
    try (URLClassLoader alone =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Object reader = alone.loadClass("tech.tablesaw.api.Table").getMethod("read").invoke(null);
      Object table = reader.getClass().getMethod("csv", File.class).invoke(reader, csv.toFile());
      assertThat(table.toString()).contains("conv1", "9");
    }
  }

  private static Stream<File> jars() {
    return Stream.of(LIBRARY.toFile().listFiles((folder, name) -> name.endsWith(".jar")));
  }
}
