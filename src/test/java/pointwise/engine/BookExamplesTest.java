package pointwise.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.engine.fast.FastEngines;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Padding;
import pointwise.window.Window;

/** The small integer examples that the series works through; see book_examples.md. */
class BookExamplesTest {
  private static final Window VALID = Window.of(2, 2);
  private static final Window SAME = VALID.withPadding(Padding.SAME);

  static Stream<Engine> engines() {
    return Stream.concat(
        Stream.of(new NaiveEngine(), NaiveEngine.insideOnly()), FastEngines.on(2).stream());
  }

  static Stream<Arguments> convolutions() {
    return engines()
        .flatMap(
            engine ->
                Stream.of(
                    Arguments.of(engine, "s01", VALID),
                    Arguments.of(engine, "s02", VALID),
                    Arguments.of(engine, "s03", VALID),
                    Arguments.of(engine, "s04", SAME)));
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void convolution(Engine engine, String id, Window window) throws IOException {
    Example example = book(id);
    assertThat(engine.conv2d(example.tensor("x"), example.tensor("w"), null, window, 1))
        .isEqualTo(example.tensor("y"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void depthwiseAndItsSumOverTheChannels(Engine engine) throws IOException {
    for (String id : new String[] {"s05", "s06"}) {
      Example example = book(id);
      assertThat(engine.depthwiseConv2d(example.tensor("x"), example.tensor("w"), null, VALID))
          .isEqualTo(example.tensor("y"));
    }
    Tensor ones = Tensor.full(Shape.of(1, 1, 2, 1), 1);
    assertThat(engine.conv2d(book("s05").tensor("y"), ones, null, Window.of(1, 1), 1))
        .as("post 24: summed over the channels it is the ordinary convolution")
        .isEqualTo(book("s01").tensor("y"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void separable(Engine engine) throws IOException {
    for (String id : new String[] {"s07", "s08"}) {
      Example example = book(id);
      Tensor depthwise =
          engine.depthwiseConv2d(example.tensor("x"), example.tensor("w1"), null, VALID);
      assertThat(engine.conv2d(depthwise, example.tensor("w2"), null, Window.of(1, 1), 1))
          .isEqualTo(example.tensor("y"));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void maxPooling(Engine engine) throws IOException {
    Window window = Window.sideBySide(2, 2).withPadding(Padding.SAME);
    for (String id : new String[] {"s09", "s10"}) {
      assertThat(engine.maxPool(book(id).tensor("x"), window)).isEqualTo(book(id).tensor("y"));
    }
  }

  private static Example book(String id) throws IOException {
    return Example.named("book_examples.md", id);
  }
}
