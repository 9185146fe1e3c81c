package pointwise.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.engine.fast.Engines;
import pointwise.engine.fast.FastEngine;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Padding;
import pointwise.window.Window;

class TransposedConvTest {
  private static final Window TWO = Window.of(2, 2);

  static Stream<Engine> engines() {
    return BookExamplesTest.engines();
  }

  /**
   * Zhang et al., Dive into Deep Learning, section 14.10: input and kernel are both 0 1 over 2 3.
   */
  @ParameterizedTest
  @MethodSource("engines")
  void everyInputPaintsTheKernel(Engine engine) {
    Tensor x = Tensor.of(Shape.of(2, 2, 1), 0, 1, 2, 3);
    Tensor kernel = x.reshape(2, 2, 1, 1);
    assertThat(engine.transposedConv2d(x, kernel, null, TWO))
        .isEqualTo(Tensor.of(Shape.of(3, 3, 1), 0, 0, 1, 0, 4, 6, 4, 12, 9));
    assertThat(engine.transposedConv2d(x, kernel, null, TWO.withStride(2, 2)))
        .isEqualTo(Tensor.of(Shape.of(4, 4, 1), 0, 0, 0, 1, 0, 0, 2, 3, 0, 2, 0, 3, 4, 6, 6, 9));
    assertThat(engine.transposedConv2d(x, kernel, null, TWO.withPadding(Padding.of(1, 1, 1, 1))))
        .isEqualTo(Tensor.of(Shape.of(1, 1, 1), 4));
  }

  /** 1 2 painted with 1 10 100 two apart is 1 10 102 20 200; SAME keeps the first four of them. */
  @ParameterizedTest
  @MethodSource("engines")
  void sameCropsTheEnd(Engine engine) {
    Tensor x = Tensor.of(Shape.of(1, 2, 1), 1, 2);
    Tensor kernel = Tensor.of(Shape.of(1, 3, 1, 1), 1, 10, 100);
    Window window = Window.of(1, 3).withStride(1, 2);
    assertThat(engine.transposedConv2d(x, kernel, null, window))
        .isEqualTo(Tensor.of(Shape.of(1, 5, 1), 1, 10, 102, 20, 200));
    assertThat(engine.transposedConv2d(x, kernel, null, window.withPadding(Padding.SAME)))
        .isEqualTo(Tensor.of(Shape.of(1, 4, 1), 1, 10, 102, 20));
  }

  /** Between two inputs that are further apart than the kernel is wide lies the bias alone. */
  @ParameterizedTest
  @MethodSource("engines")
  void whatNoInputReachesIsTheBias(Engine engine) {
    Tensor x = Tensor.of(Shape.of(1, 2, 1), Float.POSITIVE_INFINITY, 2);
    Tensor kernel = Tensor.of(Shape.of(1, 1, 1, 1), 3);
    Tensor bias = Tensor.of(Shape.of(1), -7);
    assertThat(engine.transposedConv2d(x, kernel, bias, Window.of(1, 1).withStride(1, 3)))
        .isEqualTo(Tensor.of(Shape.of(1, 4, 1), Float.POSITIVE_INFINITY, -7, -7, -1));
  }

  @ParameterizedTest(name = "{0} cells, kernel {1}, stride {2}, dilation {3}, padding {4} give {5}")
  @CsvSource({
    "4, 3, 1, 1, 0, 6",
    "4, 3, 2, 1, 0, 9",
    "4, 3, 2, 1, 1, 7",
    "4, 4, 2, 1, 1, 8",
    "7, 4, 2, 1, 0, 16",
    "4, 3, 1, 2, 0, 8",
    "4, 3, 3, 2, 2, 10",
    // Keras gives 12 here: one more row, which no input reaches
    "4, 2, 3, 1, 0, 11",
    "1, 16, 32, 1, 0, 16",
  })
  void outputSizes(int in, int kernel, int stride, int dilation, int padding, int out) {
    Window window =
        Window.of(kernel, kernel)
            .withStride(stride, stride)
            .withDilation(dilation, dilation)
            .withPadding(Padding.of(padding, padding, padding, padding));
    Axis axis = new Axis(out, in, kernel, stride, dilation, padding, padding);
    assertThat(window.transposedVertical(in)).isEqualTo(axis);
    assertThat(window.transposedHorizontal(in)).isEqualTo(axis);
  }

  @ParameterizedTest(name = "SAME: {0} cells, kernel {1}, stride {2} give {3}")
  @CsvSource({"4, 3, 1, 4, 1, 1", "4, 3, 2, 8, 0, 1", "4, 4, 2, 8, 1, 1", "4, 2, 3, 12, 0, 0"})
  void sameSizes(int in, int kernel, int stride, int out, int before, int after) {
    Window window = Window.of(kernel, 1).withStride(stride, 1).withPadding(Padding.SAME);
    assertThat(window.transposedVertical(in))
        .isEqualTo(new Axis(out, in, kernel, stride, 1, before, after))
        .isEqualTo(window.vertical(out));
  }

  /** An image, the image a convolution makes of it, and the window in between. */
  record Pair(Shape small, int channels, Window window, long seed) {
    Shape large() {
      return small.withImage(
          window.transposedVertical(small.height()).in(),
          window.transposedHorizontal(small.width()).in(),
          channels);
    }
  }

  @Provide
  Arbitrary<Pair> pairs() {
    Arbitrary<Integer> kernel = Arbitraries.integers().between(1, 5);
    Arbitrary<Integer> small = Arbitraries.integers().between(1, 3);
    Arbitrary<Integer> cells = Arbitraries.integers().between(0, 2);
    Arbitrary<Padding> padding =
        Arbitraries.oneOf(
            Arbitraries.of(Padding.SAME, Padding.VALID),
            Combinators.combine(cells, cells, cells, cells).as(Padding::of));
    Arbitrary<Window> windows =
        Combinators.combine(kernel, kernel, small, small, padding, small, small)
            .as(
                (height, width, down, across, pad, dilationHeight, dilationWidth) ->
                    Window.of(height, width)
                        .withStride(down, across)
                        .withPadding(pad)
                        .withDilation(dilationHeight, dilationWidth));
    Arbitrary<Shape> shapes =
        Combinators.combine(
                small,
                Arbitraries.integers().between(4, 9),
                Arbitraries.integers().between(4, 9),
                small)
            .as(Shape::of);
    return Combinators.combine(shapes, small, windows)
        .as((shape, channels, window) -> new Pair(shape, channels, window, shape.size()))
        .filter(TransposedConvTest::leavesSomething);
  }

  private static boolean leavesSomething(Pair pair) {
    try {
      return pair.large().size() > 0;
    } catch (IllegalArgumentException croppedAway) {
      return false;
    }
  }

  /** ⟨conv(x), y⟩ = ⟨x, transposed(y)⟩ for any x and y, with the same filters. */
  @Property(tries = 300)
  void isTheAdjointOfTheConvolution(@ForAll("pairs") Pair pair) {
    Window window = pair.window;
    Tensor x = Tensor.random(pair.large(), pair.seed);
    Tensor y = Tensor.random(pair.small, pair.seed + 1);
    Tensor filters =
        Tensor.random(
            Shape.of(
                window.kernelHeight(), window.kernelWidth(), pair.channels, pair.small.channels()),
            pair.seed + 2);
    for (Engine engine : new Engine[] {new NaiveEngine(), Engines.loops(1)}) {
      Tensor forth = engine.conv2d(x, filters, null, window, 1);
      Tensor back = engine.transposedConv2d(y, filters, null, window);
      assertThat(forth.shape()).isEqualTo(y.shape());
      assertThat(back.shape()).isEqualTo(x.shape());
      assertThat(product(forth, y)).isCloseTo(product(x, back), within(1e-3));
    }
  }

  private static double product(Tensor a, Tensor b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += (double) a.data()[i] * b.data()[i];
    }
    return sum;
  }

  @Test
  void theRoutineSaysHowItComputes() {
    Tensor filters = Tensor.zeros(Shape.of(3, 3, 8, 16));
    Shape x = Shape.of(10, 12, 16);
    FastEngine engine = Engines.loops(1);
    Window three = Window.of(3, 3).withPadding(Padding.SAME);
    assertThat(engine.transposedConv2d(x, filters, null, three).explanation())
        .isEqualTo(
            "transposed with stride 1, a convolution with mirrored filters; plain loops along the"
                + " pixels, 2 tasks of 5×12 pixels");
    assertThat(engine.transposedConv2d(x, filters, null, three.withStride(2, 2)).explanation())
        .isEqualTo(
            "transposed: 4 convolutions with stride 1, in 4 tasks of 10 rows; the first with 2×2"
                + " of the mirrored taps, plain loops along the pixels, 2 tasks of 5×12 pixels");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatDoesNotFitIsRefused(Engine engine) {
    Tensor x = Tensor.zeros(Shape.of(5, 5, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.transposedConv2d(x, Tensor.zeros(Shape.of(2, 2, 4, 8)), null, TWO))
        .withMessage(
            "Transposed filters of shape 2×2×4×8 do not fit an image of shape 5×5×4 under a 2×2"
                + " kernel");
    Tensor filters = Tensor.zeros(Shape.of(2, 2, 8, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.transposedConv2d(x, filters, Tensor.zeros(Shape.of(4)), TWO))
        .withMessage("A bias of shape 4 does not fit 8 output channels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.transposedConv2d(x, filters, null, TWO.withStride(9999, 9999)))
        .withMessageContaining("more than one Java array can hold");
  }
}
