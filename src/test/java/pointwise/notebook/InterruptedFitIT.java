package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stop button while a model learns, in the real kernel. */
class InterruptedFitIT {
  @Test
  void keepsWhatWasLearnedAndGoesOn() throws IOException, InterruptedException {
    List<String> shown = NotebookKernel.python("interrupt_fit.py");
    assertThat(shown).hasSize(4);
    assertThat(shown.get(0)).matches("back after \\d+\\.\\d\\d s");
    assertThat(shown.get(1)).contains("interrupted");
    assertThat(shown.get(2)).as("better than before it learned").isEqualTo("true");
    // Of the second epoch nothing is in the history; the same cell runs again and adds its own.
    assertThat(shown.get(3)).isEqualTo("2");
    System.out.println(shown.get(0));
  }
}
