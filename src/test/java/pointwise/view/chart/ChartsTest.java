package pointwise.view.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pointwise.Pointwise.chart;
import static pointwise.Pointwise.compare;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.sequence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.cost.Comparison;
import pointwise.net.GoogLeNet;
import pointwise.net.InceptionV3;
import pointwise.net.MobileNet;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.timing.Timing;
import pointwise.timing.TimingReport;
import pointwise.view.Palette;
import pointwise.view.Picture;

class ChartsTest {
  private static final Shape VOLUME = Shape.of(30, 40, 200);
  private static final Op DIRECT = conv(55, 5).same();

  private static Op reduced(int width) {
    return sequence(conv(width, 1), conv(55, 5).same());
  }

  private static Comparison comparison() {
    return compare(VOLUME, DIRECT, reduced(20));
  }

  @Test
  void theTextAlternativeOfBarsHoldsTheirNumbers() {
    assertThat(Charts.multiplications(comparison()).alt())
        .isEqualTo(
            "Bar chart. Multiplications on 30×40×200. multiplications: 5×5 conv, 55 = 330,000,000;"
                + " 1×1 conv, 20 → 5×5 conv, 55 = 37,800,000");
    assertThat(Charts.weights(comparison()).alt()).contains("275,000", "31,500");
  }

  @Test
  void theBreakEvenIsBetween174And175() {
    assertThat(Charts.breakEven(VOLUME, DIRECT, ChartsTest::reduced, 1, 256).alt())
        .contains("direct 330,000,000")
        .endsWith("The lines cross between 174 (328,860,000) and 175 (330,750,000).");
  }

  @Test
  void aReductionMayAlwaysOrNeverPay() {
    assertThat(Charts.breakEven(VOLUME, DIRECT, ChartsTest::reduced, 1, 100).alt())
        .endsWith("always pays.");
    assertThat(Charts.breakEven(VOLUME, DIRECT, ChartsTest::reduced, 200, 256).alt())
        .endsWith("never pays.");
  }

  @Test
  void timesHoldMultiplicationsAndMilliseconds() {
    assertThat(times().alt())
        .contains(
            "direct: 330,000,000 multiplications, 12.3 ms", "pool: 0 multiplications, 1.90 ms");
  }

  private static Picture times() {
    return Charts.times(
        new TimingReport(
            VOLUME,
            Double.NaN,
            List.of(
                new Timing("direct", 330_000_000, new double[] {12.34}),
                new Timing("pool", 0, new double[] {1.9}))));
  }

  @Test
  void aLargeNetworkHasABarAModule() {
    assertThat(chart(count(GoogLeNet.caffe().body(), GoogLeNet.caffe().input())).alt())
        .contains("inception_3a = 128,049,152")
        .doesNotContain("5x5_reduce");
  }

  @Test
  void comparisonsOfTheSameDesignsStandSideBySide() {
    Map<String, Comparison> modules = new LinkedHashMap<>();
    for (int width : new int[] {20, 40}) {
      modules.put(
          "width " + width, compare(VOLUME, DIRECT.named("without"), reduced(width).named("with")));
    }
    assertThat(Charts.multiplications("Widths", modules).alt())
        .isEqualTo(
            "Bar chart. Widths."
                + " multiplications without: width 20 = 330,000,000; width 40 = 330,000,000."
                + " multiplications with: width 20 = 37,800,000; width 40 = 75,600,000");
    modules.put("other", compare(VOLUME, DIRECT));
    assertThatThrownBy(() -> Charts.multiplications("Widths", modules))
        .hasMessage("The series without has 2 values for 3 categories");
  }

  @Test
  void saysWhatCannotBeDrawn() {
    assertThatThrownBy(() -> chart(count(maxPool(2), VOLUME)))
        .hasMessage("No layer of maxPool(2) has multiplications");
    assertThatThrownBy(
            () -> Charts.bars("t", "q", List.of("a", "b"), Map.of("s", List.of(1, 2, 3))))
        .hasMessage("The series s has 3 values for 2 categories");
    assertThatThrownBy(() -> Charts.breakEven(VOLUME, DIRECT, ChartsTest::reduced, 5, 5))
        .hasMessageContaining("got 5 to 5");
  }

  static Stream<Picture> charts() {
    return Stream.of(
        Charts.multiplications(compare(VOLUME, DIRECT)),
        Charts.multiplications(comparison()),
        Charts.multiplications(
            compare(VOLUME, DIRECT, reduced(20), sequence(conv(20, 1), conv(55, 3), conv(55, 3)))),
        Charts.weights(comparison()),
        Charts.breakEven(VOLUME, DIRECT, ChartsTest::reduced, 1, 256),
        times(),
        Charts.bars(
            "Nine modules",
            "multiplications",
            List.of("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b"),
            Map.of("with reductions", List.of(128e6, 304e6, 73e6, 88e6, 1e8, 2e8, 3e8, 5e7, 7e7))),
        chart(count(MobileNet.v1().body(), MobileNet.v1().input())),
        chart(count(InceptionV3.v3().body(), InceptionV3.v3().input())));
  }

  /** A label that is cut off would reach the edge of the picture. */
  @ParameterizedTest
  @MethodSource("charts")
  void nothingReachesTheEdge(Picture picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    int paper = Color.decode(Palette.PAPER).getRGB();
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    List<Integer> reached =
        IntStream.range(0, pixels.length)
            .filter(i -> pixels[i] != paper && !roundCorner(image, i))
            .map(i -> toEdge(image, i % image.getWidth(), i / image.getWidth()))
            .filter(distance -> distance < 6)
            .boxed()
            .toList();
    assertThat(reached).as("pixels at the rim").isEmpty();
    assertThat(picture.bytes().length).as("small enough for a notebook").isLessThan(110_000);
  }

  /** A card's corner is transparent. */
  private static boolean roundCorner(BufferedImage image, int pixel) {
    int x = pixel % image.getWidth();
    int y = pixel / image.getWidth();
    return Math.min(x, image.getWidth() - 1 - x) < 16
        && Math.min(y, image.getHeight() - 1 - y) < 16;
  }

  private static int toEdge(BufferedImage image, int x, int y) {
    return Math.min(Math.min(x, image.getWidth() - 1 - x), Math.min(y, image.getHeight() - 1 - y));
  }

  @Test
  void theSameNumbersGiveTheSameBytes() {
    assertThat(Charts.multiplications(comparison()))
        .isEqualTo(Charts.multiplications(comparison()));
    assertThat(times()).isEqualTo(times());
  }
}
