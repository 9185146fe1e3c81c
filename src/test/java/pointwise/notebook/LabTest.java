package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * binder/lab says in one sentence what is missing, and mends what was cut off: tried with a PATH of
 * stand-ins.
 */
@DisabledOnOs(OS.WINDOWS)
class LabTest {
  private static final String MAVEN = "echo Apache Maven 3.8.7";
  private static final String PYTHON =
      """
      case "$*" in
        --version) echo Python 3.11.2 ;;
        "-m venv"*) mkdir -p .venv/bin; cp "$0" .venv/bin/python3 ;;
      esac
      """;

  /** Writes what Maven writes, in its order. */
  private static final String BUILDS =
      """
      case $1 in
        --version) echo Apache Maven 3.8.7 ;;
        *) mkdir -p target/lib; touch target/lib/pointwise-1.jar; touch target/lib/complete.txt ;;
      esac
      """;

  @TempDir Path project;
  private Path path;
  private String javaHome = "";

  @BeforeEach
  void aMachineThatHasEverything() throws IOException {
    path = Files.createDirectory(project.resolve("path"));
    List<String> basics =
        List.of(
            "bash", "cat", "cmp", "cp", "dirname", "find", "grep", "head", "id", "mkdir", "mv",
            "rm", "sed", "sleep", "tail", "touch", "tr");
    for (String tool : basics) {
      tool(tool, "exec " + installed(tool) + " \"$@\"");
    }
    tool("java", "echo 'openjdk version \"17.0.1\" 2021-10-19' >&2");
    tool("javac", "echo javac 17.0.1");
    tool("mvn", MAVEN);
    tool("python3", PYTHON);
    Files.createDirectory(project.resolve("binder"));
    for (String file : List.of("lab", "postBuild", "requirements.txt", "kernel.py")) {
      Files.copy(Path.of("binder", file), project.resolve("binder").resolve(file));
    }
    Files.createDirectories(project.resolve("src/main"));
    Files.createDirectory(project.resolve("notebooks"));
    Files.createFile(project.resolve("pom.xml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "javac", "mvn", "python3"})
  void aMissingToolIsNamed(String tool) throws Exception {
    Files.delete(path.resolve(tool));
    assertThat(lab()).startsWith("binder/lab: there is no " + tool + " on the PATH: install ");
  }

  @Test
  void aToolThatIsTooOldIsNamedWithItsVersion() throws Exception {
    tool("javac", "echo javac 1.8.0_292");
    assertThat(lab())
        .isEqualTo(
            "binder/lab: the javac on the PATH is version 1.8.0: a JDK 17 or later is needed.");
    tool("javac", "echo javac 25-ea");
    tool("mvn", "echo Apache Maven 3.6.0");
    assertThat(lab())
        .isEqualTo(
            "binder/lab: the mvn on the PATH is version 3.6.0: Maven 3.6.3 or later is needed.");
    tool("mvn", MAVEN);
    tool("python3", "echo Python 3.9.10");
    assertThat(lab())
        .isEqualTo(
            "binder/lab: the python3 on the PATH is version 3.9.10: Python 3.11 or later is"
                + " needed.");
  }

  @Test
  void javaHomeComesBeforeThePath() throws Exception {
    javaHome = project.resolve("jdk").toString();
    assertThat(lab())
        .isEqualTo(
            "binder/lab: there is no java in JAVA_HOME (%s): set it to a JDK 17 or later, or unset"
                    .formatted(javaHome)
                + " it.");
  }

  @Test
  void aPythonWithoutVenvIsTold() throws Exception {
    tool("python3", "case $1 in --version) echo Python 3.12.1 ;; *) exit 1 ;; esac");
    assertThat(lab()).startsWith("binder/lab: python3 has no venv module: install it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WARNING: Retrying after connection broken by 'NewConnectionError' | check the network
          ERROR: Could not install packages: [Errno 28] No space left on device | the disk is full
          ERROR: No matching distribution found for a==1 | No matching distribution found for a==1
          Killed | it did not say why
          """)
  void whatPipSaidIsSaid(String pip, String reason) throws Exception {
    tool("python3", PYTHON.replace("esac", "*\"-m pip\"*) echo \"" + pip + "\"; exit 1 ;; esac"));
    assertThat(lab())
        .isEqualTo(
            "binder/lab: pip could not install binder/requirements.txt: %s (details: .venv/pip.log)."
                .formatted(reason));
  }

  @Test
  void whatMavenSaidIsSaid() throws Exception {
    String fails = "; case $1 in --version) ;; *) echo '[ERROR] %s'; exit 1 ;; esac";
    tool("mvn", MAVEN + fails.formatted("Could not transfer artifact"));
    assertThat(lab())
        .isEqualTo(
            "Maven could not download what the build needs: check the network (details:"
                + " target/build.log).");
    tool("mvn", MAVEN + fails.formatted("No space left on device"));
    assertThat(lab())
        .isEqualTo("The library could not be built: the disk is full (details: target/build.log).");
    tool("mvn", MAVEN + fails.formatted("COMPILATION ERROR"));
    assertThat(lab())
        .isEqualTo("The library could not be built: the reason is in target/build.log.");
  }

  @Test
  void whatWasCutOffIsDoneAgain() throws Exception {
    tool("mvn", BUILDS);
    // As a build leaves it that was ended before its last file, and an installation before its.
    Files.createDirectories(project.resolve("target/lib"));
    Files.createFile(project.resolve("target/lib/pointwise-1.jar"));
    Files.createDirectories(project.resolve(".venv/bin"));
    assertThat(setUp()).contains("Installing", "Building", "Ready.");
    assertThat(setUp()).isEqualTo("Ready.");
    Files.delete(project.resolve("target/lib/complete.txt"));
    Files.delete(project.resolve(".venv/installed.txt"));
    assertThat(setUp()).contains("Installing", "Building", "Ready.");
  }

  @Test
  void theSecondOfTwoAtOnceWaits() throws Exception {
    tool("python3", "case $1 in -) exec " + installed("python3") + " - ;; esac\n" + PYTHON);
    String waits = "touch building; until [ -e go ]; do sleep 0.05; done;";
    tool("mvn", BUILDS.replace("mkdir", waits + " mkdir"));
    Process first = start("first");
    await(() -> Files.exists(project.resolve("building")));
    Process second = start("second");
    await(() -> Files.readString(project.resolve("second")).contains("\n"));
    Files.createFile(project.resolve("go"));
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(Files.readString(project.resolve("first"))).contains("Building", "Ready.");
    assertThat(Files.readString(project.resolve("second")))
        .isEqualTo("Another binder/lab is setting this folder up: waiting for it …\nReady.\n");
  }

  @Test
  void aLocaleWithoutLettersIsReplaced() throws Exception {
    tool("locale", "case $LC_ALL in *UTF-8) echo UTF-8 ;; *) echo ANSI_X3.4-1968 ;; esac");
    tool("mvn", BUILDS.replace("mkdir", "echo $LC_ALL >locale; mkdir"));
    setUp();
    assertThat(project.resolve("locale")).hasContent("C.UTF-8");
  }

  @Test
  void withoutAnyLettersAFolderThatHasThemIsNamed() throws Exception {
    tool("locale", "echo ANSI_X3.4-1968");
    tool("mvn", BUILDS);
    assertThat(setUp()).endsWith("Ready.");
    // Not by Java, which may have been started in such a locale itself.
    tool(
        "python3",
        "mkdir -p $'b\\303\\274cher'; cp -r binder $'b\\303\\274cher'; bash $'b\\303\\274cher/binder/lab'");
    Process process = builder("bash", path.resolve("python3").toString()).start();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("bücher without a UTF-8 locale: set LC_ALL to one, or use another folder.");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private void tool(String name, String script) throws IOException {
    Path file = path.resolve(name);
    Files.writeString(file, "#!" + installed("bash") + "\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path installed(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  /** Runs binder/lab --setup, which must fail, and returns all that it says on stderr. */
  private String lab() throws Exception {
    Process process = start("out");
    String said =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    return said;
  }

  /** Runs binder/lab --setup, which must succeed, and returns what it prints. */
  private String setUp() throws Exception {
    Process process = start("out");
    String problems = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(problems).isZero();
    return Files.readString(project.resolve("out")).strip();
  }

  private Process start(String out) throws IOException {
    return builder(installed("bash").toString(), "binder/lab", "--setup")
        .redirectOutput(project.resolve(out).toFile())
        .start();
  }

  private ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", path.toString());
    builder.environment().put("JAVA_HOME", javaHome);
    return builder;
  }

  private static void await(Callable<Boolean> what) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!what.call()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
