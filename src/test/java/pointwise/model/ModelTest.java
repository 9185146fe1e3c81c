package pointwise.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.softmax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

class ModelTest {
  private static final Op DESIGN = sequence(conv(20, 1), relu(), conv(55, 5).same());
  private static final Shape VOLUME = Shape.of(30, 40, 200);

  @Test
  void sameSeedSameModel() {
    assertThat(model(DESIGN, VOLUME, 1).weights()).isEqualTo(model(DESIGN, VOLUME, 1).weights());
    assertThat(model(DESIGN, VOLUME, 1).weights()).isNotEqualTo(model(DESIGN, VOLUME, 2).weights());
  }

  @Test
  void namesItsWeightsInTheOrderOfTheLayers() {
    assertThat(model(DESIGN, VOLUME, 1).weights().keySet())
        .containsExactly("conv1/weights", "conv1/bias", "conv2/weights", "conv2/bias");
  }

  @Test
  void initialisesAsTheRulesSay() {
    assertThat(deviation(Model.of(conv(64, 3), Shape.of(9, 9, 128), 1)))
        .as("He: 2 / fan-in")
        .isEqualTo(Math.sqrt(2.0 / (9 * 128)), within(5e-4));
    assertThat(deviation(Model.of(conv(64, 3), Shape.of(9, 9, 128), Initializer.GLOROT, 1)))
        .as("Glorot: 2 / (fan-in + fan-out)")
        .isEqualTo(Math.sqrt(2.0 / (9 * 128 + 9 * 64)), within(5e-4));
    assertThat(model(conv(64, 3), Shape.of(9, 9, 128), 1).weights().get("conv1/bias"))
        .isEqualTo(Tensor.zeros(Shape.of(64)));
  }

  private static double deviation(Model model) {
    float[] weights = model.weights().get("conv1/weights").toArray();
    double square = 0;
    for (float weight : weights) {
      square += weight * weight;
    }
    return Math.sqrt(square / weights.length);
  }

  /** A corner is seen by 2 × 2 outputs; Winograd's tile of 4 × 4 outputs shares all it sees. */
  @Test
  void countedMultiplicationsKeepANaNToTheOutputsThatSeeIt() {
    // As many channels as the widest vectors have lanes: with fewer there is no short cut.
    Shape shape = Shape.of(16, 16, 16);
    Model model = model(conv(8, 3).same(), shape, 1);
    Tensor x = Tensor.random(shape, 2);
    x.data()[0] = Float.NaN;
    assertThat(notNumbers(model.forwardAsCounted(x))).isEqualTo(4 * 8);
    if (Engines.hasVectors()) {
      assertThat(notNumbers(model.forward(x, Engines.vector(1)))).isEqualTo(16 * 8);
    }
  }

  private static int notNumbers(Tensor y) {
    int count = 0;
    for (float value : y.data()) {
      count += Float.isNaN(value) ? 1 : 0;
    }
    return count;
  }

  @Test
  void runsWithWeightsOfOnesOwn() {
    Model model =
        model(sequence(conv(1, 2).noBias(), flatten(), dense(2)), Shape.of(3, 3, 1), 1)
            .withWeights(
                Map.of(
                    "conv1/weights", Tensor.of(Shape.of(2, 2, 1, 1), 1, 0, 0, 1),
                    "dense1/weights", Tensor.parse("[[1, 0], [0, 1], [1, 0], [0, -1]]"),
                    "dense1/bias", Tensor.parse("[0.5, 0]")));
    Tensor x = Tensor.parse("[1,2,3, 4,5,6, 7,8,9]").reshape(3, 3, 1);
    // 1+5 2+6 / 4+8 5+9
    assertThat(model.forward(x)).isEqualTo(Tensor.parse("[18.5, -6]"));
    assertThat(model.forward(x, new NaiveEngine())).isEqualTo(Tensor.parse("[18.5, -6]"));
  }

  /** Post 18's example, values and all; s11 of book_examples.md. */
  @Test
  void runsTheToyOfPost18() throws IOException {
    Op toy =
        concat(conv(3, 1).same().noBias(), conv(2, 2).same().noBias(), maxPool(3).stride(1).same());
    Model model =
        model(toy, Shape.of(1, 3, 3, 2), 1)
            .withWeights(Map.of("conv1/weights", book("w1"), "conv2/weights", book("w2")));
    assertThat(model.forward(book("x"))).isEqualTo(book("y"));
    assertThat(model.withWeights(book("w1"), book("w2")).forward(book("x"))).isEqualTo(book("y"));
  }

  private static Tensor book(String name) throws IOException {
    try (InputStream in = ModelTest.class.getResourceAsStream("/values/book_examples.md")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var line = Pattern.compile("(?s)## s11.*?\\n" + name + " (\\S+) ([^\\n]*)").matcher(text);
      assertThat(line.find()).isTrue();
      String[] sizes = line.group(1).split("x");
      return Tensor.parse("[" + line.group(2).replace(' ', ',') + "]")
          .reshape(Stream.of(sizes).mapToInt(Integer::parseInt).toArray());
    }
  }

  @Test
  void addsTheShortcutOfAResidual() {
    Model model = model(residual(conv(1, 1).noBias()), Shape.of(1, 2, 1), 1);
    Model doubled = model.withWeights(Map.of("conv1/weights", Tensor.of(Shape.of(1, 1, 1, 1), 2)));
    assertThat(doubled.forward(Tensor.of(Shape.of(1, 2, 1), 5, -1)))
        .isEqualTo(Tensor.of(Shape.of(1, 2, 1), 15, -3));
  }

  @Test
  void softmaxSumsToOneWithoutOverflow() {
    Tensor y =
        model(softmax(), Shape.of(2, 3), 1).forward(Tensor.parse("[[1000, 1000, 0], [1, 2, 3]]"));
    assertThat(y.toArray()[0]).isEqualTo(0.5f);
    assertThat(y.toArray()[2]).isZero();
    assertThat(y.sum()).isEqualTo(2, within(1e-6));
    double e = DoubleStream.of(1, 2, 3).map(Math::exp).sum();
    assertThat(y.get(1, 2)).isEqualTo((float) (Math.exp(3) / e), within(1e-6f));
  }

  @Test
  void globalAveragePoolingIsTheMeanOfEachChannel() {
    Tensor x = Tensor.parse("[[[1, 10], [2, 20]], [[3, 30], [6, 60]]]");
    assertThat(model(globalAvgPool(), x.shape(), 1).forward(x)).isEqualTo(Tensor.parse("[3, 30]"));
  }

  @Test
  void notANumberPassesThroughUnharmed() {
    float[] values = new float[16];
    values[5] = Float.NaN;
    Tensor x = Tensor.of(Shape.of(4, 4, 1), values);
    Op op = sequence(conv(2, 3).same(), relu(), maxPool(2));
    for (Tensor y :
        new Tensor[] {
          model(op, x.shape(), 1).forward(x), model(op, x.shape(), 1).forward(x, new NaiveEngine())
        }) {
      assertThat(y.get(0, 0, 0)).isNaN();
      assertThat(y.get(0, 0, 1)).isNaN();
    }
    Tensor far = model(conv(1, 1), x.shape(), 1).forward(x);
    assertThat(far.get(1, 1, 0)).isNaN();
    assertThat(far.get(3, 3, 0)).isZero();
  }

  @Test
  void saysWhichWeightsItHas() {
    Model model = model(conv(2, 1), Shape.of(3, 3, 4), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withWeights(Map.of("conv2/weights", Tensor.parse("[1]"))))
        .withMessage(
            "There are no weights named 'conv2/weights'; this model has conv1/weights, conv1/bias");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> model(relu(), Shape.of(3), 1).withWeights(Map.of("a", Tensor.parse("[1]"))))
        .withMessage("There are no weights named 'a'; this model has none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withWeights(Map.of("conv1/bias", Tensor.parse("[1, 2, 3]"))))
        .withMessage("The weights 'conv1/bias' have shape 2, but the new ones have shape 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withWeights(untyped(Map.of("conv1/bias", 0.5))))
        .withMessage("Weights are tensors by name, but the map has conv1/bias=0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.withWeights(Tensor.zeros(Shape.of(1, 1, 3, 2))))
        .withMessage("This model has 2 tensors of weights (conv1/weights, conv1/bias), but got 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.forward(Tensor.zeros(Shape.of(3, 4, 4))))
        .withMessage("This model was made for inputs of shape 3×3×4, but got 3×4×4");
  }

  /** What a cell that leaves the types of its map out gets past the compiler. */
  @SuppressWarnings("unchecked")
  private static Map<String, Tensor> untyped(Map<?, ?> map) {
    return (Map<String, Tensor>) map;
  }
}
