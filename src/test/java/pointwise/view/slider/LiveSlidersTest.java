package pointwise.view.slider;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.view.slider.FakePage.Kind.WITHOUT_WIDGETS;
import static pointwise.view.slider.FakePage.Kind.WITH_WIDGETS;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import pointwise.view.slider.FakePage.Opened;

class LiveSlidersTest {
  private static final Slider WIDTH = Slider.of("width", 4, 120).at(20);
  private static final Slider STRIDE = Slider.of("stride", 1, 4);

  /** Work that waits until it is told to go on. */
  private final Queue<Runnable> work = new ArrayDeque<>();

  private FakePage shown(FakePage.Kind kind, WhatIf whatIf) {
    FakePage page = new FakePage(kind);
    show(page, whatIf, new WarmUp(page, 80));
    return page;
  }

  private void show(FakePage page, WhatIf whatIf, WarmUp warmUp) {
    List<String> places = new ArrayList<>();
    whatIf.shown().forEach(value -> places.add(page.display(value)));
    places.add(page.reserve());
    new LiveSliders(whatIf, page, places, work::add).begin(new Widgets(page), warmUp);
  }

  private void doWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private static WhatIf square() {
    return WhatIf.of(WIDTH, n -> n + " filters", n -> n * n);
  }

  @Test
  void whatIsShownAtFirstStandsWhereNothingCanBeMoved() {
    FakePage page = shown(WITHOUT_WIDGETS, square());
    page.answer();
    doWork();
    assertThat(page.places.values())
        .containsExactly(
            "width: from 4 to 120, at first 20 (run this cell in JupyterLab to move it)",
            "20 filters",
            400,
            Map.of());
    assertThat(page.rendered).isEmpty();
  }

  @Test
  void theSliderTakesItsPlaceWhereAPageHasWidgets() {
    FakePage page = shown(WITH_WIDGETS, square());
    assertThat(page.places.get("p0")).isInstanceOf(String.class);
    page.answer();
    Opened slider = page.sliders().get(0);
    assertThat(page.places.get("p0"))
        .isEqualTo(
            Map.of(
                "application/vnd.jupyter.widget-view+json",
                Map.of("version_major", 2, "version_minor", 0, "model_id", slider.id()),
                "text/plain",
                "width: from 4 to 120, at first 20 (run this cell in JupyterLab to move it)"));
  }

  @Test
  void theStateIsWhatTheWidgetsProtocolAsksFor() {
    FakePage page = shown(WITH_WIDGETS, square());
    page.answer();
    Opened slider = page.sliders().get(0);
    assertThat(slider.metadata().get("version")).isEqualTo("2.1.0");
    assertThat(slider.state("_model_module")).isEqualTo("@jupyter-widgets/controls");
    assertThat(slider.state("_view_name")).isEqualTo("IntSliderView");
    assertThat(slider.state("description")).isEqualTo("width");
    assertThat(List.of(slider.state("min"), slider.state("max"), slider.state("value")))
        .containsExactly(4, 120, 20);
    assertThat(page.comms).extracting(Opened::target).containsOnly("jupyter.widget");
    // What it refers to is open, and was opened before it.
    for (String part : List.of("layout", "style")) {
      String id = slider.state(part).toString().substring("IPY_MODEL_".length());
      assertThat(page.comms.subList(0, page.comms.indexOf(slider)))
          .extracting(Opened::id)
          .contains(id);
    }
  }

  /** Java needs a few dozen pictures until it draws one at once: none of them is shown. */
  @Test
  void whatIsShownAtFirstIsRenderedAgainUntilThatIsFast() {
    FakePage page = shown(WITH_WIDGETS, square());
    page.answer();
    Map<String, Object> before = Map.copyOf(page.places);
    doWork();
    assertThat(page.rendered).startsWith("20 filters", 400);
    assertThat(page.places).isEqualTo(before);
  }

  /** What Java has compiled for one cell is compiled for all. */
  @Test
  void slowPicturesAreRenderedUnseenSoOftenOverAllCells() {
    FakePage page = new FakePage(WITH_WIDGETS);
    page.slow = true;
    WarmUp five = new WarmUp(page, 5);
    show(page, WhatIf.of(WIDTH, n -> "one"), five);
    show(page, WhatIf.of(WIDTH, n -> "other"), five);
    page.answer();
    doWork();
    assertThat(page.rendered).hasSize(5).contains("one", "other");
  }

  @Test
  void aFastPictureLeavesTheRoundsToTheOthers() {
    FakePage page = new FakePage(WITH_WIDGETS);
    WarmUp five = new WarmUp(page, 5);
    show(page, WhatIf.of(WIDTH, n -> "fast"), five);
    page.answer();
    doWork();
    page.slow = true;
    show(page, WhatIf.of(WIDTH, n -> "slow"), five);
    page.comms.subList(0, 4).clear();
    page.answer();
    doWork();
    assertThat(page.rendered).containsExactly("fast", "slow", "slow", "slow", "slow");
  }

  @Test
  void aMoveWaitsForOneSuchRoundAtMost() {
    List<Integer> computed = new ArrayList<>();
    FakePage page = shown(WITH_WIDGETS, WhatIf.of(WIDTH, computed::add));
    page.slow = true;
    page.answer();
    page.sliders().get(0).move(30);
    work.remove().run();
    work.remove().run();
    assertThat(computed).containsExactly(20, 30);
    assertThat(work).hasSize(1); // the next round
  }

  @Test
  void aMoveChangesEveryValueInItsPlace() {
    FakePage page = shown(WITH_WIDGETS, square());
    page.answer();
    page.sliders().get(0).move(21);
    doWork();
    assertThat(page.places).containsEntry("p1", "21 filters").containsEntry("p2", 441);
  }

  @Test
  void twoSlidersMoveOneValue() {
    WhatIf whatIf = WhatIf.of(WIDTH, STRIDE, (width, stride) -> width + " by " + stride);
    FakePage page = shown(WITH_WIDGETS, whatIf);
    page.answer();
    assertThat(page.places.values()).contains("20 by 1");
    page.sliders().get(1).move(3);
    page.sliders().get(0).move(5);
    doWork();
    assertThat(page.places).containsEntry("p2", "5 by 3");
  }

  @Test
  void onlyTheNewestOfManyMovesIsComputed() {
    List<Integer> computed = new ArrayList<>();
    FakePage page = shown(WITH_WIDGETS, WhatIf.of(WIDTH, computed::add));
    page.answer();
    for (int n = 21; n <= 40; n++) {
      page.sliders().get(0).move(n);
    }
    doWork();
    assertThat(computed).containsExactly(20, 40);
  }

  @Test
  void aMoveDuringAComputationIsComputedAfterIt() {
    List<Integer> computed = new ArrayList<>();
    FakePage[] page = new FakePage[1];
    WhatIf slow =
        WhatIf.of(
            WIDTH,
            n -> {
              if (n == 30) {
                for (int later = 31; later <= 35; later++) {
                  page[0].sliders().get(0).move(later);
                }
              }
              return computed.add(n);
            });
    page[0] = shown(WITH_WIDGETS, slow);
    page[0].answer();
    page[0].sliders().get(0).move(30);
    doWork();
    assertThat(computed).containsExactly(20, 30, 35);
  }

  @Test
  void whatCannotBeComputedIsSaidAndTheNextMoveWorks() {
    WhatIf halves =
        WhatIf.of(
            WIDTH,
            n -> {
              if (n % 2 == 1) {
                throw new IllegalArgumentException(n + " has no half");
              }
              return n / 2;
            });
    FakePage page = shown(WITH_WIDGETS, halves);
    page.answer();
    page.sliders().get(0).move(21);
    doWork();
    assertThat(page.places)
        .containsEntry("p1", "At width = 21 there is nothing to show: 21 has no half");
    page.sliders().get(0).move(22);
    doWork();
    assertThat(page.places).containsEntry("p1", 11);
  }

  @Test
  void whatCannotBeDrawnIsSaidInItsPlace() {
    FakePage page = shown(WITH_WIDGETS, square());
    page.answer();
    page.cannotDraw = Integer.class;
    page.sliders().get(0).move(21);
    doWork();
    assertThat(page.places)
        .containsEntry("p1", "21 filters")
        .containsEntry("p2", "At width = 21 there is nothing to show: no picture of 441");
    page.cannotDraw = Void.class;
    page.sliders().get(0).move(22);
    doWork();
    assertThat(page.places).containsEntry("p2", 484);
  }

  @Test
  void whatIsPrintedIsShownBelowTheValues() {
    FakePage page = shown(WITH_WIDGETS, WhatIf.of(WIDTH, LiveSlidersTest::printing));
    page.answer();
    page.sliders().get(0).move(30);
    doWork();
    assertThat(page.places).containsEntry("p1", 30).containsEntry("p2", Map.of());
    page.sliders().get(0).move(31);
    doWork();
    assertThat(page.places).containsEntry("p1", 31).containsEntry("p2", "31 is odd\n");
    page.sliders().get(0).move(32);
    doWork();
    assertThat(page.places).containsEntry("p2", Map.of());
  }

  private static int printing(int n) {
    if (n % 2 == 1) {
      System.out.printf("%d is ", n);
      System.err.print("odd\n");
    }
    return n;
  }

  @Test
  void nullAndAnEndlessRecursionAreSaid() {
    FakePage page =
        shown(WITH_WIDGETS, WhatIf.of(WIDTH, n -> n < 50 ? "" : n < 60 ? null : endless(n)));
    page.answer();
    page.sliders().get(0).move(55);
    doWork();
    assertThat(page.places.get("p1"))
        .isEqualTo(
            "At width = 55 there is nothing to show: Expected a value at width = 55, but got null");
    page.sliders().get(0).move(65);
    doWork();
    assertThat(page.places.get("p1").toString()).contains("StackOverflowError");
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int endless(int n) {
    return endless(n) + 1;
  }

  @Test
  void whatNoSliderSendsIsLeftAlone() {
    FakePage page = shown(WITH_WIDGETS, square());
    page.answer();
    Opened slider = page.sliders().get(0);
    doWork();
    slider.move(3);
    slider.move(121);
    slider.say(Map.of());
    slider.say(Map.of("method", "update", "state", Map.of("value", "20")));
    slider.say(Map.of("method", "custom", "content", Map.of("event", "click")));
    assertThat(work).isEmpty();
  }

  /** After a reload the page has no places any more, so the slider must not look alive. */
  @Test
  void aPageThatWasLoadedAgainIsToldToRunTheCellAgain() {
    FakePage page = shown(WITH_WIDGETS, square());
    page.answer();
    page.sliders().get(0).move(33);
    Map<String, ?> told = page.askAgain();
    assertThat(told.get("method")).isEqualTo("update_states");
    Map<?, ?> states = (Map<?, ?>) told.get("states");
    assertThat(states).hasSameSizeAs(page.comms);
    Map<?, ?> slider = (Map<?, ?>) states.get(page.sliders().get(0).id());
    assertThat(slider.get("model_name")).isEqualTo("IntSliderModel");
    assertThat(slider.get("model_module")).isEqualTo("@jupyter-widgets/controls");
    assertThat(slider.get("model_module_version")).isEqualTo("2.0.0");
    assertThat((Map<?, ?>) slider.get("state"))
        .satisfies(
            state -> {
              assertThat(state.get("description")).isEqualTo("width (run the cell again)");
              assertThat(state.get("disabled")).isEqualTo(true);
              assertThat(state.get("value")).isEqualTo(33);
            });
  }

  @Test
  void valuesThatAreNoLongerShownAreLetGo() throws InterruptedException {
    List<WeakReference<byte[]>> made = new ArrayList<>();
    WhatIf large =
        WhatIf.of(
            WIDTH,
            n -> {
              byte[] value = new byte[1 << 20];
              made.add(new WeakReference<>(value));
              return value;
            });
    FakePage page = shown(WITH_WIDGETS, large);
    page.answer();
    for (int n = 21; n <= 24; n++) {
      page.sliders().get(0).move(n);
      doWork();
    }
    // Of the first and the last the cell and the page hold one each.
    for (int i = 0; i < 100 && made.get(2).get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(made.subList(1, 4)).allMatch(value -> value.get() == null);
    assertThat(made.get(4).get()).isSameAs(page.places.get("p1"));
  }
}
