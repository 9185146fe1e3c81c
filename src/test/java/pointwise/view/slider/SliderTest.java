package pointwise.view.slider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SliderTest {
  @Test
  void startsAtItsSmallestValueUnlessToldOtherwise() {
    assertThat(Slider.of("kernel", 1, 7).start()).isEqualTo(1);
    assertThat(Slider.of("kernel", 1, 7).at(3)).isEqualTo(new Slider("kernel", 1, 7, 3));
  }

  @Test
  void saysWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slider.of("kernel", 7, 7))
        .withMessage("The slider 'kernel' has no room to move: from 7 to 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slider.of("kernel", 1, 7).at(8))
        .withMessage("The slider 'kernel' goes from 1 to 7 and cannot start at 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slider.of(" ", 1, 7))
        .withMessageContaining("blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhatIf.of(Slider.of("kernel", 1, 7)))
        .withMessage("Expected a function of the slider, but got none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhatIf.of(null, n -> n))
        .withMessageContaining("slider");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhatIf.of(Slider.of("kernel", 1, 7), (IntFunction<?>) null))
        .withMessageContaining("function");
  }

  /** The cell fails as any other, and nothing half-shown is left. */
  @Test
  void anErrorAtTheStartIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WhatIf.of(
                    Slider.of("kernel", 1, 7),
                    n -> {
                      throw new IllegalArgumentException("too large");
                    }))
        .withMessage("too large");
  }

  @Test
  void itsThreadEndsWithTheProgram() throws InterruptedException {
    List<Boolean> daemon = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    LiveSliders.thread()
        .execute(
            () -> {
              daemon.add(Thread.currentThread().isDaemon());
              done.countDown();
            });
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(daemon).containsExactly(true);
  }
}
