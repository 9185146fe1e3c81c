package pointwise.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.batchNorm;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.conventions;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.memory;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.receptiveFields;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.softmax;
import static pointwise.net.Published.number;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.cost.Convention;
import pointwise.cost.CostReport;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** A residual network as a reader writes one, from the public vocabulary only. */
class OwnNetworkTest {
  private static final Shape IMAGE = Shape.of(32, 32, 3);

  private static final Op RESNET =
      sequence(
          unit("conv1", conv(16, 3).pad(1)),
          relu(),
          residual(sequence(unit("a", conv(16, 3).pad(1)), relu(), unit("b", conv(16, 3).pad(1))))
              .named("block1"),
          relu(),
          residual(
                  sequence(
                      unit("a", conv(32, 3).pad(1).stride(2)),
                      relu(),
                      unit("b", conv(32, 3).pad(1))),
                  unit("projection", conv(32, 1).stride(2)))
              .named("block2"),
          relu(),
          residual(
                  sequence(
                      unit("reduce", conv(16, 1)),
                      relu(),
                      unit("middle", conv(16, 3).pad(1)),
                      relu(),
                      unit("expand", conv(64, 1))),
                  unit("projection", conv(64, 1)))
              .named("block3"),
          relu(),
          globalAvgPool().named("pool"),
          dense(10).named("fc"),
          softmax());

  private static Op unit(String name, Conv2d conv) {
    return sequence(conv.noBias().named(name), batchNorm());
  }

  static Stream<Arguments> rowsByHand() {
    return Published.rows("residual_by_hand.csv").stream()
        .map(row -> Arguments.of(row.get("name"), row));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rowsByHand")
  void costsWhatWasWorkedOutByHand(String name, Map<String, String> byHand) {
    CostReport.Row row =
        count(RESNET, IMAGE).rows().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(row.output()).hasToString(byHand.get("output"));
    assertThat(row.parameters()).isEqualTo(number(byHand, "params"));
    assertThat(row.multiplications()).isEqualTo(number(byHand, "macs"));
    assertThat(row.multiplicationsInside()).isEqualTo(number(byHand, "inside"));
  }

  @Test
  void hasNoOtherRowsButItsActivations() {
    assertThat(count(RESNET, IMAGE).rows())
        .filteredOn(row -> !row.layer().equals("relu") && !row.layer().equals("softmax"))
        .hasSize(Published.rows("residual_by_hand.csv").size());
  }

  @Test
  void getsEveryReport() {
    CostReport report = count(RESNET, IMAGE);
    assertThat(report.under(Convention.PAPERS).total()).isEqualTo(report.multiplications());
    assertThat(conventions(RESNET, IMAGE).tallies()).hasSize(Convention.values().length);
    // 3 of conv1; 2 · 2 in block 1; 2, and 2 · 2 at jump 2, in block 2; 2 · 2 in block 3.
    assertThat(receptiveFields(RESNET, IMAGE).row("block3/add1").vertical().size())
        .isEqualTo(3 + 2 * 2 + 2 + 2 * 2 + 2 * 2);
    assertThat(memory(RESNET, IMAGE).inference()).isEqualTo(3L * 4 * 32 * 32 * 16);
    Tensor y = model(RESNET, IMAGE, 1).forward(Tensor.random(IMAGE, 2));
    assertThat(y.sum()).isEqualTo(1, within(1e-5));
  }

  @Test
  void anInputTooSmallIsToldTheSmallestThatWorks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkInNetwork.imagenet().on(Shape.of(198, 198, 3)))
        .withMessage(
            "Network in Network (ImageNet) on 198×198×3: pool4: The kernel spans 6, more than the"
                + " input's height of 5; the smallest input that works is 199×199×3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InceptionV3.v3().on(Shape.of(32, 32, 3)))
        .withMessageContaining("Inception V3 on 32×32×3: ")
        .withMessageEndingWith("; the smallest input that works is 75×75×3");
    assertThat(InceptionV3.v3().on(Shape.of(75, 75, 3)).graph().output().shape())
        .isEqualTo(Shape.of(1000));
  }

  @Test
  void theWrongNumberOfChannelsIsToldTheLayer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoogLeNet.caffe().on(Shape.of(224, 224, 1)))
        .withMessage("GoogLeNet (Caffe): conv1/7x7_s2 takes 3 channels, but got 1 (224×224×1)");
  }
}
