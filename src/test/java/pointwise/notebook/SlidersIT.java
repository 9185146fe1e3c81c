package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A slider in the real kernel, moved by a script that answers as a page with widgets does. */
class SlidersIT {
  @Test
  void isShownMovedAndAnswers() throws IOException, InterruptedException {
    assertThat(NotebookKernel.python("move_slider.py"))
        .containsExactly(
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "at first ['kernel: from 1 to 7, at first 3 (run this cell in JupyterLab to move it)', 'weights: 9', None]",
            "saved with the cell False",
            "without an answer something changes False",
            "linked True",
            "shown [True]",
            "at 5 weights: 25",
            "at 6 At kernel = 6 there is nothing to show: too large",
            "at 2 weights: 4",
            "printed ['two']",
            "at 3 weights: 9",
            "nothing printed None",
            "while it computes ['weights: 16', 'weights: 1']",
            "nonsense changes something False",
            "at 3 weights: 9",
            "loaded again True update_states True",
            "kernel (run the cell again)",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "another cell closes []",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "protocol 2.1.0 jupyter.widget",
            "the same cell closes its own True",
            "the new one moves weights: 25",
            "still there 42");
  }

  /** A widget without its kernel is shown as an error. */
  @Test
  void isSavedAsWords() throws IOException, InterruptedException {
    assertThat(NotebookKernel.python("save_slider.py"))
        .containsExactly(
            "java [['text/plain'], ['application/vnd.jupyter.widget-view+json'], ['image/png']]",
            "python3 [['application/vnd.jupyter.widget-view+json', 'text/plain'],"
                + " ['application/vnd.jupyter.widget-view+json'], ['image/png']]",
            "{}");
  }
}
