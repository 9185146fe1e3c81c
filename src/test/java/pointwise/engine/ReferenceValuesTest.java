package pointwise.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** Values that TensorFlow and PyTorch computed; see reference_values.py. */
class ReferenceValuesTest {

  static Stream<Arguments> examples() throws IOException {
    return Example.read("reference_values.txt").stream()
        .flatMap(
            example -> BookExamplesTest.engines().map(engine -> Arguments.of(example, engine)));
  }

  @ParameterizedTest(name = "{0} [{1}]")
  @MethodSource("examples")
  void value(Example example, Engine engine) {
    Map<String, String> settings = example.settings("op");
    Window window = Example.window(settings);
    Tensor x = example.tensor("x");
    Tensor bias = example.has("bias") ? example.tensor("bias") : null;
    Tensor y =
        switch (settings.keySet().iterator().next()) {
          case "conv" ->
              engine.conv2d(
                  x,
                  example.tensor("weights"),
                  bias,
                  window,
                  Integer.parseInt(settings.getOrDefault("groups", "1")));
          case "depthwise" -> engine.depthwiseConv2d(x, example.tensor("weights"), bias, window);
          case "transposed" -> engine.transposedConv2d(x, example.tensor("weights"), bias, window);
          case "maxpool" -> engine.maxPool(x, window);
          case "avgpool" ->
              engine.avgPool(x, window, Boolean.parseBoolean(settings.get("countPadding")));
          default -> throw new IllegalStateException(example.toString());
        };
    assertThat(y.shape()).isEqualTo(example.tensor("y").shape());
    assertThat(y.maxDifference(example.tensor("y"))).isEqualTo(0, within(1e-6f));
  }
}
