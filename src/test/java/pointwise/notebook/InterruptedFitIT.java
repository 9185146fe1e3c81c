package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The stop button while a model learns, in the real kernel. */
class InterruptedFitIT {
  @Test
  void keepsWhatWasLearnedAndGoesOn() throws IOException, InterruptedException {
    NotebookKernel.setUp();
    String shown =
        NotebookKernel.python(Path.of("src/test/resources/notebook/interrupt_fit.py")).strip();
    // Of the second epoch nothing is in the history; the same cell runs again and adds its own.
    assertThat(shown.lines().filter(line -> !line.isEmpty()).toList())
        .last(InstanceOfAssertFactories.STRING)
        .isEqualTo("2");
    assertThat(shown)
        .containsPattern("back after \\d+\\.\\d\\d s\\n.*interrupted")
        .as("better than before it learned")
        .contains("\ntrue\n");
    System.out.println(shown.lines().filter(line -> line.startsWith("back")).findFirst().get());
  }
}
