package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.cost.Summary.Group;
import pointwise.net.GoogLeNet;
import pointwise.net.LeNet;
import pointwise.net.Published;
import pointwise.net.Vgg;
import pointwise.tensor.Shape;

class SummaryTest {
  private static Group part(Summary summary, String name) {
    return summary.parts().stream().filter(part -> part.name().equals(name)).findFirst().get();
  }

  @Test
  void layersOfAModuleAreAddedUp() {
    Summary summary = count(GoogLeNet.caffe()).summary();
    Group module = part(summary, "inception_3a");
    assertThat(module.parameters()).isEqualTo(163_696);
    assertThat(module.multiplications()).isEqualTo(128_049_152);
    assertThat(module.output()).isEqualTo(Shape.of(28, 28, 256));
    assertThat(summary.table(module).rowCount()).isEqualTo(module.rows().size()).isEqualTo(14);
  }

  /** fc6 has 7·7·512·4096 weights and 4096 biases of 138,357,544 parameters. */
  @Test
  void sharesAreThoseOfTheWhole() {
    Summary summary = count(Vgg.d()).summary();
    Group fc6 = part(summary, "fc6");
    assertThat(summary.shareOfParameters(fc6))
        .isEqualTo((7 * 7 * 512 * 4096 + 4096) / 138_357_544.0, within(1e-12));
    assertThat(summary.shareOfMultiplications(fc6))
        .isEqualTo(7 * 7 * 512 * 4096 / 15_470_264_320.0, within(1e-12));
  }

  @Test
  void anActivationBelongsToItsLayer() {
    Summary summary =
        count(sequence(relu(), conv(8, 1), relu(), relu()), Shape.of(4, 4, 2)).summary();
    assertThat(summary.parts()).extracting(Group::name).containsExactly("relu1", "conv1");
    assertThat(part(summary, "conv1").rows()).hasSize(3);
    assertThat(summary.shareOfParameters(part(summary, "relu1"))).isZero();
  }

  /** Otherwise all of it would be a single module. */
  @Test
  void theNameOfTheWholeIsNoModule() {
    Summary summary =
        count(
                sequence(conv(8, 1).named("first"), inception(1, 1, 1, 1, 1, 1).named("3a"))
                    .named("net"),
                Shape.of(4, 4, 2))
            .summary();
    assertThat(summary.parts()).extracting(Group::name).containsExactly("first", "3a");
  }

  @Test
  void aLongReportPrintsALineAModule() {
    CostReport report = count(GoogLeNet.caffe());
    assertThat(report.toString())
        .isEqualTo(report.summary().toString())
        .contains("inception_5b", "20.6", "100.0")
        .doesNotContain("5x5_reduce");
    assertThat(count(LeNet.lenet1998()).toString())
        .isEqualTo(count(LeNet.lenet1998()).table().printAll());
  }

  @ParameterizedTest
  @MethodSource("pointwise.net.Published#names")
  void partsAddUpToTheWhole(String name) {
    CostReport report = count(Published.network(name));
    Summary summary = report.summary();
    assertThat(summary.parts().stream().mapToLong(part -> part.rows().size()).sum())
        .isEqualTo(report.rows().size());
    assertThat(summary.parts().stream().mapToLong(Group::parameters).sum())
        .isEqualTo(report.parameters());
    assertThat(summary.parts().stream().mapToDouble(summary::shareOfMultiplications).sum())
        .isEqualTo(1, within(1e-9));
  }
}
