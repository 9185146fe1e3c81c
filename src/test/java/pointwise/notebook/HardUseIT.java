package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More than the real kernel's 1 GB holds, an interrupted model, and a loop that nothing ends. */
class HardUseIT {
  private static final String NO_MEMORY =
      "java.lang.IllegalArgumentException, There is not enough memory for ";

  @Test
  void aSentenceAndTheKernelGoesOn() throws IOException, InterruptedException {
    List<String> shown = NotebookKernel.python("hard_use.py");
    assertThat(shown.get(0))
        .startsWith(
            NO_MEMORY + "a tensor of shape 750000000: it needs 3,000,000,000 bytes, but of");
    // Nothing of what was interrupted is held: the same cell has room at once, but not twice.
    assertThat(shown.get(1)).startsWith("Evaluator was interrupted while executing: 'Model vgg");
    assertThat(shown.get(2)).isEqualTo("32");
    assertThat(shown.get(3))
        .startsWith(NO_MEMORY + "the weights of this model: it needs 553,430,176 bytes, but of");
    assertThat(shown.get(4)).isEqualTo("32");
    assertThat(shown.get(5)).startsWith("Evaluator was interrupted while executing: 'while (true)");
    assertThat(shown.get(6)).contains("of this process computed meanwhile", "restart the kernel");
    // A loop that C2 has compiled runs on for minutes; the kernel answers and collects meanwhile.
    assertThat(shown)
        .anyMatch(line -> line.startsWith("Evaluator was interrupted while executing: 'double sum"))
        .endsWith("42");
  }
}
