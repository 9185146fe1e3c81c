package pointwise.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.*;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pointwise.tensor.Shape;

/** Names that are given stay; those made up number on around them. */
class NamesTest {
  private static final Shape IMAGE = Shape.of(28, 28, 192);

  @Test
  void whatHasNoNameNumbersOn() {
    assertThat(names(sequence(conv(8, 1).named("conv1"), conv(8, 1))))
        .containsExactly("conv1", "conv2");
    assertThat(names(sequence(conv(8, 1), conv(8, 1).named("conv1"))))
        .containsExactly("conv2", "conv1");
    assertThat(names(sequence(conv(8, 1), relu(), conv(8, 1).named("conv1/relu"))))
        .containsExactly("conv1", "conv1/relu2", "conv1/relu");
    assertThat(names(sequence(conv(8, 1), conv(8, 1), conv(8, 1).named("conv2"), conv(8, 1))))
        .containsExactly("conv1", "conv3", "conv2", "conv4");
  }

  @Test
  void modulesWithoutNamesAreNumberedWhereTheirLayersAreNamedAlike() {
    Op module = inception(64, 96, 128, 16, 32, 32);
    assertThat(names(module)).startsWith("1x1", "1x1/relu").endsWith("concat1");
    assertThat(names(sequence(module, module)))
        .contains("inception1/1x1", "inception1/concat1", "inception2/5x5_reduce")
        .endsWith("inception2/concat1")
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("inception[12]/.*"));
    assertThat(names(sequence(module.named("inception1"), module, module)))
        .contains("inception1/1x1", "inception2/1x1", "inception3/1x1");
    assertThat(names(sequence(module.named("3a"), module))).contains("3a/1x1", "1x1");
    assertThat(names(concat(module, module)))
        .contains("inception1/1x1", "inception2/1x1")
        .endsWith("concat1");
    assertThat(names(sequence(conv(192, 1).named("1x1"), module)))
        .startsWith("1x1", "inception1/1x1");
  }

  @Test
  void otherModulesAreNumberedByTheirKind() {
    Op fire =
        sequence(
            conv(16, 1).named("squeeze"),
            concat(conv(64, 1).named("e1"), conv(64, 3).same().named("e3")));
    assertThat(names(concat(fire, conv(8, 1)).named("a")))
        .contains("a/squeeze", "a/e1", "a/concat2");
    Op residual = residual(conv(192, 1).named("body"));
    assertThat(names(sequence(residual, residual, residual)))
        .containsExactly(
            "residual1/body",
            "residual1/add1",
            "residual2/body",
            "residual2/add1",
            "residual3/body",
            "residual3/add1");
    assertThat(
            names(
                sequence(
                        concat(conv(8, 1).named("e")).kind("fire"),
                        concat(conv(8, 1).named("e")).kind("fire"))
                    .named("net")))
        .startsWith("net/fire1/e")
        .contains("net/fire2/e");
    Op nested = residual(residual);
    assertThat(names(sequence(nested, nested)))
        .doesNotHaveDuplicates()
        .startsWith("residual1/body");
  }

  @Test
  void whatNoModuleTellsApartIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> names(sequence(conv(8, 1).named("a"), conv(8, 1).named("a"))))
        .withMessage(
            "Two layers are named a; where one operation is used twice, name each use, as in .named(\"a\")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> names(residual(sequence(conv(8, 1).named("b"), conv(192, 1).named("b")))))
        .withMessageStartingWith("Two layers are named b");
  }

  @Test
  void aThousandActivationsHaveShortNames() {
    List<String> names =
        names(
            sequence(conv(8, 1), new Sequence(Collections.nCopies(500, sequence(relu(), tanh())))));
    assertThat(names)
        .startsWith("conv1", "conv1/relu", "conv1/relu/tanh", "conv1/relu2", "conv1/relu/tanh2");
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() < 25);
  }

  @Test
  void errorsNameTheLayerAsFarAsNamesAreKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> names(sequence(conv(8, 1).named("conv1"), conv(8, 31))))
        .withMessage("conv2: The kernel spans 31, more than the input's height of 28");
  }

  private static List<String> names(Op op) {
    return Graph.of(op, IMAGE).nodes().stream().map(Graph.Node::name).toList();
  }
}
