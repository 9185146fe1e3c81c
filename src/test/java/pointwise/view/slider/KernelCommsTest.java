package pointwise.view.slider;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the kernel makes of the text is seen in {@code SlidersIT}. */
class KernelCommsTest {
  @Test
  void aKernelWithoutCommsIsRefused() {
    assertThatThrownBy(() -> KernelComms.source("no kernel"))
        .isInstanceOf(NoSuchMethodException.class);
  }
}
