package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** binder/lab says in one sentence what is missing: tried with a PATH of stand-ins. */
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

  @TempDir Path project;
  private Path path;
  private String javaHome = "";

  @BeforeEach
  void aMachineThatHasEverything() throws IOException {
    path = Files.createDirectory(project.resolve("path"));
    List<String> basics =
        List.of(
            "bash", "cat", "cmp", "cp", "dirname", "find", "grep", "head", "mkdir", "rm", "sed");
    for (String tool : basics) {
      tool(tool, "exec " + installed(tool) + " \"$@\"");
    }
    tool("java", "echo 'openjdk version \"17.0.1\" 2021-10-19' >&2");
    tool("javac", "echo javac 17.0.1");
    tool("mvn", MAVEN);
    tool("python3", PYTHON);
    Files.createDirectory(project.resolve("binder"));
    for (String file : List.of("lab", "postBuild", "requirements.txt")) {
      Files.copy(Path.of("binder", file), project.resolve("binder").resolve(file));
    }
    Files.createDirectories(project.resolve("src/main"));
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

  @Test
  void withoutANetworkPipIsNamed() throws Exception {
    tool("python3", PYTHON.replace("esac", "*\"-m pip\"*) exit 1 ;; esac"));
    assertThat(lab())
        .isEqualTo(
            "binder/lab: pip could not install binder/requirements.txt: check the network (details:"
                + " .venv/pip.log).");
  }

  @Test
  void withoutANetworkMavenIsNamed() throws Exception {
    String fails = "; case $1 in --version) ;; *) echo '[ERROR] %s'; exit 1 ;; esac";
    tool("mvn", MAVEN + fails.formatted("Could not transfer artifact"));
    assertThat(lab())
        .isEqualTo(
            "Maven could not download what the build needs: check the network (details:"
                + " target/build.log).");
    tool("mvn", MAVEN + fails.formatted("COMPILATION ERROR"));
    assertThat(lab())
        .isEqualTo("The library could not be built: the reason is in target/build.log.");
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
    ProcessBuilder builder =
        new ProcessBuilder(installed("bash").toString(), "binder/lab", "--setup");
    builder.directory(project.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", path.toString());
    builder.environment().put("JAVA_HOME", javaHome);
    builder.redirectOutput(project.resolve("out").toFile());
    Process process = builder.start();
    String said =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    return said;
  }
}
