package pointwise.op;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.softmax;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.tensor.Shape;

class GraphTest {
  private static final Shape IMAGE = Shape.of(28, 28, 192);

  @Test
  void namesLayersAfterTheirKindAndActivationsAfterTheirLayer() {
    assertThat(names(sequence(conv(8, 1), relu(), conv(8, 3), relu(), maxPool(2), flatten())))
        .containsExactly("conv1", "conv1/relu", "conv2", "conv2/relu", "maxpool1", "flatten1");
    assertThat(names(sequence(relu(), concat(relu(), relu()))))
        .containsExactly("relu1", "relu1/relu", "relu1/relu2", "concat1");
  }

  @Test
  void putsTheNameOfAModuleBeforeTheNamesOfItsLayers() {
    assertThat(names(sequence(inception(64, 96, 128, 16, 32, 32).named("3a"), conv(8, 1))))
        .startsWith("3a/1x1", "3a/1x1/relu", "3a/3x3_reduce")
        .endsWith("3a/pool_proj/relu", "3a/concat1", "conv1");
  }

  @Test
  void knowsWhatEveryStepReads() {
    Graph graph = Graph.of(residual(sequence(conv(192, 3).same(), relu())), IMAGE);
    Graph.Node add = graph.nodes().get(2);
    assertThat(add.step()).isEqualTo(Join.ADD);
    assertThat(add.inputs()).extracting(Graph.Value::id).containsExactly(2, 0);
    assertThat(graph.output()).isEqualTo(add.output());
  }

  @Test
  void theEmptySequenceIsTheIdentity() {
    Graph graph = Graph.of(sequence(), IMAGE);
    assertThat(graph.nodes()).isEmpty();
    assertThat(graph.output()).isEqualTo(graph.input());
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(conv(55, 5).same(), IMAGE, Shape.of(28, 28, 55)),
        Arguments.of(conv(64, 7).stride(2).pad(3), Shape.of(224, 224, 3), Shape.of(112, 112, 64)),
        Arguments.of(conv(8, 3, 1).stride(1, 2), Shape.of(2, 9, 9, 3), Shape.of(2, 7, 5, 8)),
        Arguments.of(depthwiseConv(3).multiplier(4), IMAGE, Shape.of(26, 26, 768)),
        Arguments.of(maxPool(3).stride(2).ceil(), Shape.of(112, 112, 64), Shape.of(56, 56, 64)),
        Arguments.of(avgPool(2), IMAGE, Shape.of(14, 14, 192)),
        Arguments.of(globalAvgPool(), IMAGE, Shape.of(192)),
        Arguments.of(globalAvgPool(), Shape.of(5, 7, 7, 9), Shape.of(5, 9)),
        Arguments.of(flatten(), Shape.of(4, 4, 50), Shape.of(800)),
        Arguments.of(flatten(), Shape.of(2, 4, 4, 50), Shape.of(2, 800)),
        Arguments.of(flatten(), Shape.of(2, 800), Shape.of(2, 800)),
        Arguments.of(dense(10), Shape.of(84), Shape.of(10)),
        Arguments.of(dense(10), Shape.of(32, 84), Shape.of(32, 10)),
        Arguments.of(softmax(), Shape.of(32, 10), Shape.of(32, 10)),
        Arguments.of(inception(64, 96, 128, 16, 32, 32), IMAGE, Shape.of(28, 28, 256)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void outputShapes(Op op, Shape input, Shape output) {
    assertThat(op.output(input)).isEqualTo(output);
  }

  /** Printed, an operation is the code that makes it. */
  @Test
  void operationsPrintAsTheVocabularySpellsThem() {
    List.of(
            "conv(55, 5).same()",
            "conv(64, 7).pad(3).stride(2)",
            "conv(8, 3, 1).stride(1, 2).dilation(2).groups(2).noBias()",
            "depthwiseConv(3).same().multiplier(2).noBias()",
            "maxPool(3).stride(2).ceil()",
            "avgPool(2)",
            "avgPool(5).stride(3).countPadding()",
            "sequence(conv(20, 1), relu(), flatten(), dense(10).noBias(), softmax())",
            "residual(conv(8, 1), sequence())",
            "concat(globalAvgPool(), globalAvgPool()).named(\"both\")")
        .forEach(text -> assertThat(OPS).anySatisfy(op -> assertThat(op).hasToString(text)));
  }

  private static final List<Op> OPS =
      List.of(
          conv(55, 5).same(),
          conv(64, 7).stride(2).pad(3),
          conv(8, 3, 1).stride(1, 2).dilation(2).groups(2).noBias(),
          depthwiseConv(3).multiplier(2).same().noBias(),
          maxPool(3).stride(2).ceil(),
          avgPool(2).stride(2).valid(),
          avgPool(5).stride(3).countPadding(),
          sequence(conv(20, 1), relu(), flatten(), dense(10).noBias(), softmax()),
          residual(conv(8, 1)),
          concat(globalAvgPool(), globalAvgPool()).named("both"));

  private static List<String> names(Op op) {
    return Graph.of(op, IMAGE).nodes().stream().map(Graph.Node::name).toList();
  }
}
