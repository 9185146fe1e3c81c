package pointwise.view.slider;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.view.slider.FakePage.Kind.WITH_WIDGETS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pointwise.view.slider.FakePage.Opened;

/** What stays open when cells with sliders run again and again. */
class OpenSlidersTest {
  private final FakePage page = new FakePage(WITH_WIDGETS);
  private final Notebook notebook = new Notebook(value -> {}, () -> page);

  private List<Opened> run(String cell, String run) {
    page.cell = new FrontEnd.Cell(cell, run);
    int before = page.comms.size();
    notebook.show(WhatIf.of(Slider.of("width", 1, 9), n -> n));
    return page.comms.subList(before, page.comms.size());
  }

  @Test
  void aCellThatRunsAgainClosesWhatItOpened() {
    List<Opened> first = List.copyOf(run("a", "1"));
    List<Opened> other = List.copyOf(run("b", "2"));
    List<Opened> again = List.copyOf(run("a", "3"));
    assertThat(first).isNotEmpty().allMatch(comm -> comm.closed().get());
    assertThat(other).noneMatch(comm -> comm.closed().get());
    assertThat(again).noneMatch(comm -> comm.closed().get());
    Map<?, ?> states = (Map<?, ?>) page.askAgain().get("states");
    assertThat(states.keySet()).hasSameSizeAs(page.open());
  }

  @Test
  void twoInOneCellLiveAndEndTogether() {
    run("a", "1");
    run("a", "1");
    assertThat(page.open()).hasSameSizeAs(page.comms);
    List<Opened> again = List.copyOf(run("a", "2"));
    assertThat(page.open()).containsExactlyElementsOf(again);
  }

  @Test
  void whereThePageDoesNotSayWhichCellRunsTheNewestStayOpen() {
    int models = run("", "0").size();
    for (int i = 1; i < 60; i++) {
      run("", Integer.toString(i));
    }
    assertThat(page.open()).hasSize(50 * models);
    assertThat(page.open().get(0)).isSameAs(page.comms.get(10 * models));
  }
}
