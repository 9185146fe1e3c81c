package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookRulesTest {
  private static final String GOOD = NotebookDiffTest.notebook("", "");
  private static final String ERROR =
      """
      {"output_type": "error", "ename": "RuntimeException", "evalue": "no", "traceback": []}""";

  @Test
  void aGoodNotebookBreaksNone() throws JsonProcessingException {
    assertThat(broken(GOOD, 1000)).isEmpty();
  }

  @Test
  void anErrorFailsUnlessItIsMeant() throws JsonProcessingException {
    assertThat(broken(NotebookDiffTest.notebook("", ERROR), 1000))
        .containsExactly("cell 1, id totals, 'compare(a, b)' shows on error: RuntimeException: no");
    assertThat(broken(NotebookDiffTest.notebook("\"raises-exception\"", ERROR), 1000)).isEmpty();
  }

  @Test
  void anythingOnStderrFails() throws JsonProcessingException {
    String stderr =
        """
        {"output_type": "stream", "name": "stderr", "text": "a warning"}""";
    String media =
        """
        {"output_type": "display_data", "metadata": {},
         "data": {"application/vnd.jupyter.stderr": "a warning"}}""";
    for (String output : List.of(stderr, media)) {
      assertThat(broken(NotebookDiffTest.notebook("\"timing\"", output), 1000))
          .singleElement()
          .asString()
          .contains("id totals", "stderr: a warning");
    }
  }

  @Test
  void aLineOfCodeIsSeenWhole() throws JsonProcessingException {
    String fits = "x".repeat(90);
    assertThat(broken(GOOD.replace("compare(a, b)", fits), 1000)).isEmpty();
    assertThat(broken(GOOD.replace("compare(a, b)", fits + "y"), 1000))
        .containsExactly(
            "cell 1, id totals, '%sy' has a line of 91 characters, more than 90: %sy"
                .formatted(fits, fits));
  }

  @Test
  void whatTheKernelTakesForAMagicIsNone() throws JsonProcessingException {
    for (String fine : List.of("%load setup.jsh", "a % b", "\\\"a = %d\\\"", "in all = %,d")) {
      assertThat(broken(GOOD.replace("compare(a, b)", fine), 1000)).isEmpty();
    }
    for (String line : List.of("  %d in all", "in all = %d", "\\\"a\\\" + b = %s")) {
      assertThat(broken(GOOD.replace("compare(a, b)", line), 1000))
          .singleElement()
          .asString()
          .contains("has what the kernel takes for a magic: ");
    }
  }

  /** Saved where somebody looked: JupyterLab shows an error where the slider was. */
  @Test
  void noWidgetIsSaved() throws JsonProcessingException {
    String widget =
        """
        {"output_type": "display_data", "metadata": {},
         "data": {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "text/plain": "7"}}""";
    assertThat(broken(NotebookDiffTest.notebook("", widget), 1000))
        .containsExactly(
            "cell 1, id totals, 'compare(a, b)' holds a widget, which is lost with its kernel");
    assertThat(broken(GOOD.replace("\"kernelspec\"", "\"widgets\": {}, \"kernelspec\""), 1000))
        .containsExactly("holds the state of widgets in its metadata");
  }

  @Test
  void everyCodeCellHasRun() throws JsonProcessingException {
    assertThat(broken(GOOD.replace("\"execution_count\": 2", "\"execution_count\": null"), 1000))
        .containsExactly("cell 1, id totals, 'compare(a, b)' was never executed");
  }

  @Test
  void theKernelTheSizeAndTheIdsAreRight() throws JsonProcessingException {
    assertThat(broken(GOOD.replace("\"java\"", "\"python3\""), 1000))
        .containsExactly("asks for the kernel 'python3', not 'java'");
    assertThat(broken(GOOD, 2_000_000)).containsExactly("has 2,000,000 bytes, more than 1,048,576");
    assertThat(broken(GOOD.replace("\"id\": \"totals\",", ""), 1000))
        .singleElement()
        .asString()
        .contains("needs an id of its own");
  }

  private static List<String> broken(String json, long bytes) throws JsonProcessingException {
    return NotebookRules.broken(Notebook.parse(json), bytes);
  }
}
