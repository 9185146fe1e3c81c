package pointwise.view.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.batchNorm;
import static pointwise.Pointwise.chartShares;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.sequence;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.net.GoogLeNet;
import pointwise.net.Published;
import pointwise.net.Vgg;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.Picture;
import pointwise.view.SvgFile;

class SharePictureTest {
  private static final Shape IMAGE = Shape.of(28, 28, 8);

  @Test
  void fc6HasTheParametersAndNotTheMultiplications() {
    Picture picture = chartShares(Vgg.d());
    assertThat(picture.alt())
        .startsWith(
            "VGG D: where its parameters and its multiplications sit."
                + " Shares of 138,357,544 parameters and of 15,470,264,320 multiplications: ")
        .contains("fc6 has 74.3 % and 0.7 %", "conv1_2 has < 0.1 % and 12.0 %")
        .doesNotContain("pool");
    assertThat(SvgFile.of(picture).words())
        .contains("138,357,544 parameters", "fc6", "74.3 %", "fc6 0.7 %", "conv2_2 0.1 %")
        .contains("3×3 convolution", "dense layer")
        .doesNotContain("1×1 convolution");
  }

  /** A band has four corners: the piece's ends in the upper bar, then those in the lower one. */
  @Test
  void piecesAreToScaleInBothBars() {
    double[] fc6 =
        SvgFile.of(chartShares(Vgg.d())).polygons().stream()
            .filter(c -> c.length == 8 && c[4] != c[2])
            .max((a, b) -> Double.compare(a[2] - a[0], b[2] - b[0]))
            .orElseThrow();
    assertThat((fc6[2] - fc6[0]) / 630).isBetween(0.742, 0.744);
    assertThat((fc6[4] - fc6[6]) / 630).isBetween(0.006, 0.007);
  }

  @Test
  void modulesAreOnePieceEach() {
    assertThat(chartShares(GoogLeNet.caffe()).alt())
        .contains("inception_5b has 20.6 % and 4.5 %")
        .doesNotContain("5x5_reduce");
  }

  /** All nine modules, in the bars or beside them. */
  @Test
  void modulesAreCalledByWhatTellsThemApart() {
    assertThat(SvgFile.of(chartShares(GoogLeNet.caffe())).words())
        .contains("3b", "4d", "4e", "5b", "loss3/classifier 14.6 %")
        .filteredOn(word -> word.matches("[345][a-e]( .*)?"))
        .extracting(word -> word.substring(0, 2))
        .contains("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b");
  }

  @Test
  void saysWhatCannotBeDrawn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chartShares(count(maxPool(2), IMAGE)))
        .withMessage("No layer of maxPool(2) has parameters or multiplications");
  }

  @Test
  void theSameNetworkGivesTheSameBytes() {
    assertThat(chartShares(GoogLeNet.caffe())).isEqualTo(chartShares(GoogLeNet.caffe()));
  }

  @Test
  void labelsStandWhereTheyBelongAndGiveWayAtTheEnds() {
    List<Callouts.Label> placed =
        Callouts.within(
                0,
                300,
                List.of(
                    new Callouts.Label("one", 1, 1),
                    new Callouts.Label("two", 150, 1),
                    new Callouts.Label("three", 299, 1)))
            .labels();
    assertThat(placed.get(0).middle()).isGreaterThan(10);
    assertThat(placed.get(1).middle()).isEqualTo(150);
    assertThat(placed.get(2).middle()).isLessThan(290);
  }

  @Test
  void withoutRoomForAllTheLightestAreLeftOut() {
    List<Callouts.Label> wanted =
        IntStream.range(0, 50).mapToObj(i -> new Callouts.Label("label", i, i)).toList();
    List<Callouts.Label> placed = Callouts.within(0, 300, wanted).labels();
    assertThat(placed).hasSizeBetween(5, 10);
    assertThat(placed).allMatch(label -> label.weight() >= 50 - placed.size());
  }

  static Stream<Picture> pictures() {
    Op[] many = IntStream.range(0, 60).mapToObj(i -> conv(8, 3).same()).toArray(Op[]::new);
    return Stream.concat(
        Stream.of(
            chartShares(count(batchNorm(), IMAGE)),
            chartShares(count(conv(8, 3).named("a < b & \"c\""), IMAGE)),
            chartShares(count(sequence(many), IMAGE)),
            chartShares(count(sequence(conv(512, 7).named("x".repeat(60)), conv(1, 1)), IMAGE))),
        Published.names().stream().map(name -> chartShares(Published.network(name))));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void nothingOverlapsOrIsClipped(Picture picture) {
    SvgFile.of(picture).assertReadable();
    assertThat(picture.width()).isLessThan(700);
  }
}
