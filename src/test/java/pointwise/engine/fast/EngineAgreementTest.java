package pointwise.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import pointwise.engine.Engine;
import pointwise.engine.NaiveEngine;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Padding;
import pointwise.window.Window;

/**
 * The fast engines compute what the naive one defines, for any shape.
 *
 * <p>They add the same products in another order. A sum of n products in 32-bit floats, in whatever
 * order, is off by at most n · u · Σ|xᵢ · wᵢ| with u = 2⁻²⁴ (Higham 2002, section 3.1), to first
 * order. So two of them differ by twice that, and Σ|xᵢ · wᵢ| is the same operation on absolute
 * values. A fused multiply-add rounds once less, never more.
 *
 * <p>Winograd's transforms mix the outputs of a tile, so an error is in proportion to the largest
 * of them, not to each. In theory it may grow with the square of ‖Aᵀ‖·‖Bᵀ‖·‖G‖ (the transforms of
 * one direction: 95 for 3 × 3, 398 for 5 × 5, largest row sums); rounding errors mostly cancel, and
 * what is allowed is 500 u, 3e-5 of the largest Σ|xᵢ · wᵢ|.
 */
class EngineAgreementTest {
  private static final double UNIT = Math.pow(2, -24);
  private static final int WINOGRAD_UNITS = 500;
  private static final List<FastEngine> ENGINES = new ArrayList<>();

  @BeforeContainer
  static void engines() {
    for (int threads = 1; threads <= 3; threads++) {
      ENGINES.addAll(FastEngines.on(threads));
    }
  }

  /** A convolution with its input's shape. */
  record Case(Shape input, int filters, Window window, int groups, boolean bias, long seed) {
    Tensor x() {
      return Tensor.random(input, seed);
    }

    Tensor weights(int channels, int outputs) {
      return Tensor.random(
          Shape.of(window.kernelHeight(), window.kernelWidth(), channels, outputs), seed + 1);
    }

    Tensor biases(int outputs) {
      return bias ? Tensor.random(Shape.of(outputs), seed + 2) : null;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return anyCases().filter(c -> fits(c.window, c.input));
  }

  /** Those whose padding leaves something of a transposed convolution's result. */
  @Provide
  Arbitrary<Case> transposed() {
    return anyCases().filter(c -> fitsTransposed(c.window, c.input));
  }

  private static Arbitrary<Case> anyCases() {
    Arbitrary<Integer> kernel = Arbitraries.of(1, 1, 2, 3, 3, 5, 7);
    Arbitrary<Integer> small = Arbitraries.integers().between(1, 3);
    Arbitrary<Integer> cells = Arbitraries.integers().between(0, 3);
    Arbitrary<Padding> padding =
        Arbitraries.oneOf(
            Arbitraries.of(Padding.SAME, Padding.SAME, Padding.VALID),
            Combinators.combine(cells, cells, cells, cells).as(Padding::of));
    Arbitrary<Window> windows =
        Combinators.combine(kernel, kernel, small, small, padding, small, small)
            .as(
                (height, width, strideHeight, strideWidth, pad, down, along) ->
                    Window.of(height, width)
                        .withStride(strideHeight, strideWidth)
                        .withDilation(down, along)
                        .withPadding(pad));
    Arbitrary<Integer> channels = Arbitraries.integers().between(1, 65);
    Arbitrary<Integer> groups = Arbitraries.of(1, 1, 1, 2, 3, 5);
    Arbitrary<Shape> images =
        Combinators.combine(
                Arbitraries.of(1, 1, 2, 3),
                Arbitraries.integers().between(1, 23),
                Arbitraries.integers().between(1, 37))
            .as((batch, height, width) -> Shape.of(batch, height, width, 1));
    return Combinators.combine(
            images, channels, channels, windows, groups, Arbitraries.of(true, false))
        .as(
            (image, in, out, window, parts, bias) ->
                new Case(
                    image.withChannels(parts * Math.max(1, in / parts)),
                    parts * Math.max(1, out / parts),
                    window,
                    parts,
                    bias,
                    image.size() + in + out));
  }

  @Property(tries = 250)
  void convolutions(@ForAll("cases") Case c) {
    int channels = c.input.channels() / c.groups;
    Tensor filters = c.weights(channels, c.filters);
    Tensor bias = c.biases(c.filters);
    int products = c.window.kernelHeight() * c.window.kernelWidth() * channels + 1;
    agree(
        (engine, absolute) ->
            engine.conv2d(
                absolute ? abs(c.x()) : c.x(),
                absolute ? abs(filters) : filters,
                absolute ? abs(bias) : bias,
                c.window,
                c.groups),
        products,
        winograd(c));
  }

  @Property(tries = 150)
  void convolutionsByWinogradsWay(
      @ForAll boolean five,
      @ForAll @IntRange(min = 1, max = 3) int batch,
      @ForAll @IntRange(min = 5, max = 23) int height,
      @ForAll @IntRange(min = 5, max = 37) int width,
      @ForAll @IntRange(min = 8, max = 65) int in,
      @ForAll @IntRange(min = 8, max = 65) int out,
      @ForAll boolean same) {
    int kernel = five ? 5 : 3;
    Window window = Window.of(kernel, kernel).withPadding(same ? Padding.SAME : Padding.VALID);
    Case c = new Case(Shape.of(batch, height, width, in), out, window, 1, true, in + out);
    convolutions(c);
  }

  /** Few filters, which are computed for some pixels side by side. */
  @Property(tries = 100)
  void convolutionsWithFewFilters(
      @ForAll @IntRange(min = 1, max = 7) int kernel,
      @ForAll @IntRange(min = 1, max = 2) int batch,
      @ForAll @IntRange(min = 7, max = 21) int height,
      @ForAll @IntRange(min = 1, max = 8) int quarter,
      @ForAll @IntRange(min = 1, max = 7) int in,
      @ForAll @IntRange(min = 1, max = 12) int out,
      @ForAll @IntRange(min = 1, max = 2) int down,
      @ForAll boolean same) {
    Window window =
        Window.of(kernel, kernel)
            .withStride(down, 1)
            .withDilation(same ? down : 1, 1)
            .withPadding(same ? Padding.SAME : Padding.of(0, 1, kernel - 1, 0));
    Shape input = Shape.of(batch, height * down, 4 * quarter, in);
    Case c = new Case(input, out, window, 1, same, in + out);
    convolutions(c);
    transposedConvolutions(c);
    // Cropped by more than the kernel reaches.
    Padding more = Padding.of(kernel, 0, kernel, 0);
    Window cropping = Window.of(kernel, kernel).withPadding(more);
    transposedConvolutions(new Case(input, out, cropping, 1, same, in));
  }

  @Property(tries = 100)
  void depthwiseConvolutions(@ForAll("cases") Case c) {
    int multiplier = 1 + c.filters % 3;
    Tensor filters = c.weights(c.input.channels(), multiplier);
    Tensor bias = c.biases(c.input.channels() * multiplier);
    agree(
        (engine, absolute) ->
            engine.depthwiseConv2d(
                absolute ? abs(c.x()) : c.x(),
                absolute ? abs(filters) : filters,
                absolute ? abs(bias) : bias,
                c.window),
        c.window.kernelHeight() * c.window.kernelWidth() + 1);
  }

  @Property(tries = 250)
  void transposedConvolutions(@ForAll("transposed") Case c) {
    Tensor filters = c.weights(c.filters, c.input.channels());
    Tensor bias = c.biases(c.filters);
    int products = c.window.kernelHeight() * c.window.kernelWidth() * c.input.channels() + 1;
    agree(
        (engine, absolute) ->
            engine.transposedConv2d(
                absolute ? abs(c.x()) : c.x(),
                absolute ? abs(filters) : filters,
                absolute ? abs(bias) : bias,
                c.window),
        products,
        // The convolutions that it is made of may take Winograd's way.
        c.input.channels() >= 8);
  }

  @Property(tries = 100)
  void poolings(@ForAll("cases") Case c) {
    Shape input = c.input;
    boolean empty =
        c.window.vertical(input.height()).someOutputSeesNoInput()
            || c.window.horizontal(input.width()).someOutputSeesNoInput();
    if (!empty) {
      agree((engine, absolute) -> engine.maxPool(c.x(), c.window), 0);
      int cells = c.window.kernelHeight() * c.window.kernelWidth() + 2;
      agree(
          (engine, absolute) -> engine.avgPool(absolute ? abs(c.x()) : c.x(), c.window, c.bias),
          cells);
    }
  }

  @Property(tries = 60)
  void denseLayers(@ForAll("cases") Case c) {
    int inputs = c.input.channels() * 5;
    Tensor x = Tensor.random(Shape.of(c.input.batch(), inputs), c.seed);
    Tensor weights = Tensor.random(Shape.of(inputs, c.filters * 3), c.seed + 1);
    Tensor bias = c.biases(c.filters * 3);
    agree(
        (engine, absolute) ->
            engine.dense(
                absolute ? abs(x) : x,
                absolute ? abs(weights) : weights,
                absolute ? abs(bias) : bias),
        inputs + 1);
  }

  private interface Computation {
    Tensor apply(Engine engine, boolean absolute);
  }

  private static void agree(Computation computation, int products) {
    agree(computation, products, false);
  }

  /**
   * All engines within the bound of the naive one, and equal to their like on more threads.
   *
   * @param winograd whether the bound is that of Winograd's way
   */
  private static void agree(Computation computation, int products, boolean winograd) {
    Tensor expected = computation.apply(new NaiveEngine(), false);
    Tensor magnitude = computation.apply(new NaiveEngine(), true);
    double largest = magnitude.maxDifference(Tensor.zeros(magnitude.shape()));
    Tensor loops = null;
    Tensor vector = null;
    for (FastEngine engine : ENGINES) {
      Tensor result = computation.apply(engine, false);
      assertThat(result.shape()).isEqualTo(expected.shape());
      for (int i = 0; i < expected.data().length; i++) {
        double sum = 2 * products * UNIT * Math.abs(magnitude.data()[i]);
        double bound = winograd ? sum + WINOGRAD_UNITS * UNIT * largest : sum;
        double difference = Math.abs((double) result.data()[i] - expected.data()[i]);
        if (!(difference <= bound)) {
          throw new AssertionError(
              String.format(
                  Locale.ROOT,
                  "%s: element %d is %s, not %s ± %s",
                  engine,
                  i,
                  result.data()[i],
                  expected.data()[i],
                  bound));
        }
      }
      if (engine instanceof LoopsEngine) {
        loops = sameBits(loops, result);
      } else {
        vector = sameBits(vector, result);
      }
    }
  }

  private static Tensor sameBits(Tensor before, Tensor now) {
    if (before != null) {
      assertThat(Arrays.equals(now.data(), before.data())).as("same bits").isTrue();
    }
    return now;
  }

  /** Whether it may take Winograd's way. */
  private static boolean winograd(Case c) {
    int kernel = c.window.kernelHeight();
    return c.groups == 1
        && (kernel == 3 || kernel == 5)
        && c.window.kernelWidth() == kernel
        && c.window.strideHeight() == 1
        && c.input.channels() >= 8;
  }

  private static boolean fits(Window window, Shape input) {
    try {
      window.vertical(input.height());
      window.horizontal(input.width());
      return true;
    } catch (IllegalArgumentException tooSmall) {
      return false;
    }
  }

  private static boolean fitsTransposed(Window window, Shape input) {
    try {
      window.transposedVertical(input.height());
      window.transposedHorizontal(input.width());
      return true;
    } catch (IllegalArgumentException croppedAway) {
      return false;
    }
  }

  private static Tensor abs(Tensor x) {
    if (x == null) {
      return null;
    }
    float[] values = x.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    return Tensor.wrap(x.shape(), values);
  }
}
