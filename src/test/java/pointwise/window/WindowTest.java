package pointwise.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
  @ParameterizedTest(name = "{0} cells, kernel {1}, stride {2}, padding {3}, ceil {4} give {5}")
  @CsvSource({
    "28, 5, 1, 0, false, 24",
    "227, 11, 4, 0, false, 55",
    "224, 7, 2, 3, false, 112",
    "112, 3, 2, 0, true, 56",
    "112, 3, 2, 0, false, 55",
    "54, 3, 2, 0, true, 27",
    "13, 3, 2, 0, true, 6",
    "5, 2, 2, 1, true, 3",
    "6, 2, 2, 0, true, 3",
    // a last window that would start in the trailing padding is dropped: Caffe, PyTorch
    "4, 2, 3, 1, true, 2",
    "1, 1, 2, 1, true, 1",
  })
  void outputSizes(int in, int kernel, int stride, int padding, boolean ceil, int out) {
    Window window =
        Window.of(kernel, kernel)
            .withStride(stride, stride)
            .withPadding(Padding.of(padding, padding, padding, padding))
            .withCeil(ceil);
    assertThat(window.vertical(in).out()).isEqualTo(out);
    assertThat(window.horizontal(in).out()).isEqualTo(out);
  }

  @ParameterizedTest(name = "SAME: {0} cells, kernel {1}, stride {2}, dilation {3}")
  @CsvSource({
    "6, 3, 2, 1, 3, 0, 1",
    "7, 3, 2, 1, 4, 1, 1",
    "5, 2, 1, 1, 5, 0, 1",
    "5, 1, 2, 1, 3, 0, 0",
    "7, 3, 1, 2, 7, 2, 2",
    "30, 5, 1, 1, 30, 2, 2",
    "4, 2, 4, 1, 1, 0, 0",
  })
  void samePadding(int in, int kernel, int stride, int dilation, int out, int before, int after) {
    Window window =
        Window.of(kernel, 1)
            .withStride(stride, 1)
            .withDilation(dilation, 1)
            .withPadding(Padding.SAME);
    assertThat(window.vertical(in))
        .isEqualTo(new Axis(in, out, kernel, stride, dilation, before, after));
  }

  /** For odd kernels 2p + 1, stride 1, SAME: n·k − p·(p + 1) taps lie inside. */
  @Property
  void insideTapsOfSameOddKernels(
      @ForAll @IntRange(min = 0, max = 6) int p, @ForAll @IntRange(min = 6, max = 60) int n) {
    int kernel = 2 * p + 1;
    Axis axis = Window.of(kernel, 1).withPadding(Padding.SAME).vertical(n);
    assertThat(axis.insideTaps()).isEqualTo(n * kernel - p * (p + 1));
  }

  /** The closed form for taps agrees with visiting every tap of every output. */
  @Property
  void insideAndPaddedTapsAgreeWithVisitingThem(
      @ForAll @IntRange(min = 1, max = 12) int in,
      @ForAll @IntRange(min = 1, max = 5) int kernel,
      @ForAll @IntRange(min = 1, max = 4) int stride,
      @ForAll @IntRange(min = 1, max = 3) int dilation,
      @ForAll @IntRange(min = 0, max = 4) int before,
      @ForAll @IntRange(min = 0, max = 4) int after) {
    int span = (kernel - 1) * dilation + 1;
    Assume.that(span <= in + before + after);
    Axis axis =
        Window.of(1, kernel)
            .withStride(1, stride)
            .withDilation(1, dilation)
            .withPadding(Padding.of(0, 0, before, after))
            .horizontal(in);
    for (int output = 0; output < axis.out(); output++) {
      int inside = 0;
      int padded = 0;
      for (int tap = 0; tap < kernel; tap++) {
        int cell = output * stride - before + tap * dilation;
        inside += cell >= 0 && cell < in ? 1 : 0;
        padded += cell >= -before && cell < in + after ? 1 : 0;
      }
      assertThat(axis.insideTaps(output)).isEqualTo(inside);
      assertThat(axis.paddedTaps(output)).isEqualTo(padded);
    }
  }

  @Test
  void saysByHowMuchAKernelIsTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.of(7, 3).vertical(5))
        .withMessage("The kernel spans 7, more than the input's height of 5");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Window.of(3, 3)
                    .withDilation(1, 4)
                    .withPadding(Padding.of(0, 0, 1, 1))
                    .horizontal(6))
        .withMessage("The kernel spans 9, more than the input's width of 6 with padding 2");
  }

  @Test
  void refusesSizesThatAreNoSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.of(0, 3))
        .withMessage("A window's kernel must be between 1 and 16,384, but got 0×3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.of(3, 3).withStride(1, 0))
        .withMessageStartingWith("A window's stride must be between 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.of(3, 3).withDilation(-1, 1))
        .withMessageStartingWith("A window's dilation must be between 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Padding.of(0, -1, 0, 0))
        .withMessageContaining("bottom -1");
  }
}
