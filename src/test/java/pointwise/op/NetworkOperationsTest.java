package pointwise.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.batchNorm;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.dropout;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.lrn;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.partialConv;
import static pointwise.Pointwise.radialBasis;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.sideHead;
import static pointwise.Pointwise.sigmoid;
import static pointwise.Pointwise.softmin;
import static pointwise.Pointwise.subsample;
import static pointwise.Pointwise.tanh;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pointwise.cost.CostReport;
import pointwise.engine.NaiveEngine;
import pointwise.model.Model;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The operations that networks need beyond convolutions and poolings, by hand-computed values. */
class NetworkOperationsTest {

  /** 1, 10, 23, 15 have mean 12.25 and variance 63.6875 (values/book_examples.md, s12). */
  @Test
  void batchNormWithStoredStatistics() {
    Map<String, Tensor> weights =
        Map.of(
            "bn1/gamma", Tensor.parse("[1]"),
            "bn1/beta", Tensor.parse("[0]"),
            "bn1/mean", Tensor.parse("[12.25]"),
            "bn1/variance", Tensor.parse("[63.6875]"));
    Shape batch = Shape.of(4, 1, 1, 1);
    Tensor x = Tensor.of(batch, 1, 10, 23, 15);
    close(
        model(batchNorm().epsilon(1e-5), batch, 1).withWeights(weights).forward(x),
        Tensor.of(batch, -1.40969585f, -0.28193917f, 1.3470427f, 0.344592319f));
  }

  /** Channel 0: 2 · (x − 1) / √(3 + 1) + 5 = x + 4; channel 1: (x − 0) / √(0.25 + 0.75) = x. */
  @Test
  void batchNormTreatsEachChannelAlone() {
    Shape image = Shape.of(1, 2, 2);
    Tensor x = Tensor.of(image, 1, 2, 3, 4);
    Op full = batchNorm().epsilon(1);
    Map<String, Tensor> weights =
        Map.of(
            "bn1/gamma", Tensor.parse("[2, 1]"),
            "bn1/beta", Tensor.parse("[5, 0]"),
            "bn1/mean", Tensor.parse("[1, 0]"),
            "bn1/variance", Tensor.parse("[3, 0]"));
    close(model(full, image, 1).withWeights(weights).forward(x), Tensor.of(image, 5, 2, 7, 4));
  }

  @Test
  void batchNormLearnsAndStores() {
    Shape image = Shape.of(2, 2, 7);
    CostReport full = count(batchNorm(), image);
    assertThat(full.parameters()).isEqualTo(14);
    assertThat(full.weights() + full.biases()).isZero();
    assertThat(full.scales()).isEqualTo(14);
    assertThat(full.stored()).isEqualTo(14);
    assertThat(count(batchNorm().noScale(), image).parameters()).isEqualTo(7);
    assertThat(count(batchNorm().noScale().noOffset(), image).parameters()).isZero();
    assertThat(model(batchNorm().noScale(), image, 1).weights().keySet())
        .containsExactly("bn1/beta", "bn1/mean", "bn1/variance");
    assertThat(full.toCsv()).contains("scales,stored");
    assertThat(count(conv(1, 1), image).toCsv()).doesNotContain("scales");
  }

  /** 2 / (1 + 0.5 · (1² + 2² + 3²))^¾ = 2 / 8^¾ at channel 1, with 3 neighbours and k = 1. */
  @Test
  void localResponseNormSumsOverNeighbours() {
    Shape pixel = Shape.of(1, 1, 6);
    Tensor x = Tensor.of(pixel, 1, 2, 3, 4, 5, 6);
    close(
        run(lrn(3, 1, 0.5, 0.75), x),
        Tensor.of(
            pixel, 0.39079497f, 0.42044821f, 0.38403648f, 0.34740013f, 0.31733807f, 0.45125116f));
    close(
        run(lrn(3, 1, 0.5, 0.75).alphaOverSize(), x),
        Tensor.of(
            pixel, 0.63470062f, 0.81072009f, 0.79925187f, 0.74908726f, 0.69706756f, 0.98221958f));
    close(
        run(lrn(), x),
        Tensor.of(pixel, 0.59429158f, 1.187871f, 1.7801404f, 2.3704186f, 2.9634657f, 3.5573544f));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lrn(4, 1, 1, 1))
        .withMessage("Local response normalisation needs an odd number of channels, but got 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lrn(5, 0, 1, Double.NaN))
        .withMessage(
            "Local response normalisation needs k above 0, alpha from 0 on and a beta, but got 0.0, 1.0 and NaN");
  }

  @Test
  void squashing() {
    Tensor x = Tensor.of(Shape.of(3), 0.5f, 1, -2);
    close(run(tanh(), x), Tensor.of(Shape.of(3), 0.46211716f, 0.76159416f, -0.96402758f));
    close(
        run(tanh().scaled(1.7159, 2.0 / 3), Tensor.of(Shape.of(1), 1)),
        Tensor.of(Shape.of(1), 0.99999726f));
    close(run(sigmoid(), x), Tensor.of(Shape.of(3), 0.62245933f, 0.73105858f, 0.11920292f));
  }

  @Test
  void dropoutIsTheIdentityWhenRun() {
    Tensor x = Tensor.random(Shape.of(3, 3, 2), 1);
    assertThat(run(dropout(0.5), x)).isEqualTo(x);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dropout(1))
        .withMessage("Dropout needs a rate from 0 to below 1, but got 1.0");
  }

  /** (1 + 2 + 4 + 5) · 2 + 1 = 25 in the first channel, −(1 + 1 + 1 + 1) · 1 = −4 in the second. */
  @Test
  void subsamplingScalesTheSum() {
    Tensor x = Tensor.of(Shape.of(2, 2, 2), 1, -1, 2, -1, 4, -1, 5, -1);
    Model model =
        model(subsample(2), x.shape(), 1)
            .withWeights(
                Map.of(
                    "subsample1/coefficient", Tensor.parse("[2, 1]"),
                    "subsample1/bias", Tensor.parse("[1, 0]")));
    assertThat(model.forward(x)).isEqualTo(Tensor.of(Shape.of(1, 1, 2), 25, -4));
  }

  /** Output 0 sees map 1 only: 10 · 2 + 1; output 1 sees maps 0 and 1: 3 · 1 + 5 · 2. */
  @Test
  void partialConvSeesTheMapsOfItsTable() {
    Op op = partialConv(List.of(List.of(1), List.of(0, 1)), 1);
    Tensor x = Tensor.of(Shape.of(1, 1, 2), 1, 2);
    Model model =
        model(op, x.shape(), 1)
            .withWeights(
                Map.of(
                    "partialconv1/weights", Tensor.of(Shape.of(1, 1, 3), 10, 3, 5),
                    "partialconv1/bias", Tensor.parse("[1, 0]")));
    assertThat(model.forward(x)).isEqualTo(Tensor.of(Shape.of(1, 1, 2), 21, 13));
    assertThat(model.forward(x, new NaiveEngine())).isEqualTo(model.forward(x));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> count(op, Shape.of(4, 4, 1)))
        .withMessage("partialconv1: Output map 0 sees input map 1, but there are 1");
  }

  @Test
  void aTableWithOneMapTwiceOrNoneSuchIsRefused() {
    for (List<Integer> maps : List.of(List.of(0, 0), List.of(-1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> partialConv(List.of(List.of(0), maps), 1))
          .withMessage("An output map sees different input maps, counted from 0, but got " + maps);
    }
  }

  /** A table that connects everything is an ordinary convolution with its weights reordered. */
  @Test
  void aFullTableIsAConvolution() {
    Shape image = Shape.of(6, 6, 2);
    Op partial = partialConv(List.of(List.of(0, 1), List.of(0, 1)), 3);
    Tensor x = Tensor.random(image, 5);
    Tensor kernels = Tensor.random(Shape.of(3, 3, 4), 6);
    Tensor full = kernels.reshape(3, 3, 2, 2).transpose(0, 1, 3, 2);
    Model one = model(partial, image, 1).withWeights(Map.of("partialconv1/weights", kernels));
    Model other = model(conv(2, 3), image, 1).withWeights(Map.of("conv1/weights", full));
    close(one.forward(x), other.forward(x));
    NaiveEngine counting = new NaiveEngine();
    one.forward(x, counting);
    assertThat(counting.multiplications()).isEqualTo(count(partial, image).multiplications());
  }

  /** (3 − 1)² + (4 − (−1))² = 29 and (3 + 1)² + (4 − 1)² = 25. */
  @Test
  void radialBasisMeasuresSquaredDistances() {
    Tensor x = Tensor.parse("[3, 4]");
    Model model =
        model(radialBasis(2), x.shape(), 1)
            .withWeights(Map.of("rbf1/patterns", Tensor.parse("[[1, -1], [-1, 1]]")));
    assertThat(model.forward(x)).isEqualTo(Tensor.parse("[29, 25]"));
    close(run(softmin(), Tensor.parse("[29, 25]")), Tensor.parse("[0.01798621, 0.98201379]"));
    assertThat(model(radialBasis(2), x.shape(), 1).weights().get("rbf1/patterns").toArray())
        .containsAnyOf(1, -1)
        .doesNotContain(0);
    assertThat(count(radialBasis(2), x.shape()).stored()).isEqualTo(4);
  }

  @Test
  void aSideHeadIsCountedAndNotPassedOn() {
    Op op = sequence(relu(), sideHead(conv(5, 1), globalAvgPool()).named("head"), conv(1, 1));
    Graph graph = Graph.of(op, Shape.of(4, 4, 2));
    assertThat(graph.nodes())
        .extracting(Graph.Node::name)
        .containsExactly("relu1", "head/conv1", "head/globalavgpool1", "conv1");
    assertThat(graph.output().shape()).isEqualTo(Shape.of(4, 4, 1));
    assertThat(graph.sideOutputs()).extracting(Graph.Value::shape).containsExactly(Shape.of(5));
    assertThat(graph.nodes().get(1).module()).isEqualTo("head");
    Tensor x = Tensor.random(Shape.of(4, 4, 2), 1);
    assertThat(model(op, x.shape(), 1).forward(x).shape()).isEqualTo(Shape.of(4, 4, 1));
  }

  @Test
  void namesBringTheirOwnSeparator() {
    Op op =
        sequence(
            concat(conv(1, 1).named("left"), conv(1, 1).named("right"))
                .resultNamed("concat")
                .named("Mixed_5b."),
            relu());
    assertThat(Graph.of(op, Shape.of(1, 1, 1)).nodes())
        .extracting(Graph.Node::name)
        .containsExactly(
            "Mixed_5b.left", "Mixed_5b.right", "Mixed_5b.concat", "Mixed_5b.concat/relu");
  }

  private static Tensor run(Op op, Tensor x) {
    return model(op, x.shape(), 1).forward(x);
  }

  private static void close(Tensor actual, Tensor expected) {
    assertThat(actual.maxDifference(expected)).isLessThan(2e-6f);
  }
}
