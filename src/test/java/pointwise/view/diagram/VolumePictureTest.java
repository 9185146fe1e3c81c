package pointwise.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.draw;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.Picture;
import pointwise.view.SvgFile;

class VolumePictureTest {
  private static final Shape VOLUME = Shape.of(30, 40, 200);
  private static final Op DIRECT = conv(55, 5).same();
  private static final Op REDUCED = sequence(conv(20, 1), relu(), conv(55, 5).same());

  @Test
  void labelsTellTheShapesAndCounts() {
    assertThat(SvgFile.of(draw(DIRECT, VOLUME)).words())
        .containsExactly(
            "30×40×200",
            "input",
            "55 filters",
            "of 5×5×200",
            "330,000,000",
            "multiplications",
            "30×40×55",
            "output");
  }

  @Test
  void theTextAlternativeTellsThemToo() {
    assertThat(draw(REDUCED, VOLUME).alt())
        .isEqualTo(
            "To scale but for the thinnest edges: 30×40×200 (input) → 20 filters (of 1×1×200, 4,800,000 multiplications)"
                + " → 30×40×20 → 55 filters (of 5×5×20, 33,000,000 multiplications)"
                + " → 30×40×55 (output)");
  }

  @Test
  void claimsToBeToScaleOnlyWhereItIs() {
    assertThat(draw(DIRECT, VOLUME).alt()).startsWith("To scale: ");
    assertThat(draw(conv(64, 3).same(), Shape.of(224, 224, 3)).alt())
        .startsWith("To scale but for the thinnest edges: 22");
  }

  /** The front face of a volume is channels × height: 200 by 30. */
  @Test
  void volumesAreToScale() {
    double[] front = SvgFile.of(draw(DIRECT, VOLUME)).polygons().get(0);
    double width = front[2] - front[0];
    double height = front[5] - front[3];
    assertThat(width / height).isBetween(6.6, 6.75);
  }

  @Test
  void filtersHaveTheScaleOfTheVolume() {
    List<double[]> faces = SvgFile.of(draw(DIRECT, VOLUME)).polygons();
    double volume = faces.get(0)[5] - faces.get(0)[3];
    double filter = faces.get(3)[5] - faces.get(3)[3];
    assertThat(volume / filter).as("30 rows against 5").isBetween(5.8, 6.2);
  }

  /** Side by side, 200 channels would be a third as long: the second convolution gets its row. */
  @Test
  void whatWouldBeTooSmallStandsInRows() {
    assertThat(draw(REDUCED, VOLUME).height()).isGreaterThan(draw(DIRECT, VOLUME).height() * 3 / 2);
    assertThat(Rows.of(Volumes.of(Graph.of(REDUCED, VOLUME)).stages()))
        .extracting(List::size)
        .containsExactly(3, 2);
    Op small = sequence(conv(4, 3), conv(4, 3));
    assertThat(Rows.of(Volumes.of(Graph.of(small, Shape.of(60, 9, 4))).stages())).hasSize(1);
  }

  @Test
  void depthwiseFiltersSeeOneChannelAndGroupsSeeTheirs() {
    assertThat(SvgFile.of(draw(depthwiseConv(3).same(), Shape.of(28, 28, 64))).words())
        .contains("64 filters", "of 3×3×1");
    assertThat(SvgFile.of(draw(conv(256, 5).same().groups(2), Shape.of(27, 27, 96))).words())
        .contains("256 filters", "of 5×5×48");
  }

  @Test
  void transposedFiltersSeeAllChannelsAndWidenTheImage() {
    Op up = transposedConv(64, 4).stride(2).same();
    assertThat(SvgFile.of(draw(up, Shape.of(14, 14, 128))).words())
        .containsExactly(
            "14×14×128",
            "input",
            "64 transposed filters",
            "of 4×4×128",
            "25,690,112",
            "multiplications",
            "28×28×64",
            "output");
  }

  @Test
  void whatIsNoShortChainOfConvolutionsIsDrawnAsBoxes() {
    Op four = sequence(conv(8, 1), conv(8, 1), conv(8, 1), conv(8, 1));
    for (Op op : List.of(maxPool(2), four, sequence(conv(8, 1), maxPool(2)))) {
      assertThat(SvgFile.of(draw(op, VOLUME)).boxes()).as(op.toString()).isNotEmpty();
    }
    assertThat(SvgFile.of(draw(REDUCED, VOLUME)).boxes()).isEmpty();
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of(DIRECT, VOLUME),
        Arguments.of(REDUCED, VOLUME),
        Arguments.of(conv(1, 1), Shape.of(1, 1, 1)),
        Arguments.of(conv(64, 3).same(), Shape.of(224, 224, 3)),
        Arguments.of(conv(96, 11).stride(4), Shape.of(227, 227, 3)),
        Arguments.of(conv(2048, 1), Shape.of(7, 7, 2048)),
        Arguments.of(transposedConv(21, 64).stride(32).same(), Shape.of(7, 7, 21)),
        Arguments.of(conv(1, 1), Shape.of(1, 10_000, 1)),
        Arguments.of(conv(1, 1), Shape.of(10_000, 1, 1)),
        Arguments.of(conv(1_000_000, 1), Shape.of(1, 1, 1_000_000)),
        Arguments.of(conv(8, 5).pad(4), Shape.of(2, 2, 8)),
        Arguments.of(conv(8, 3).same(), Shape.of(16, 28, 28, 8)),
        Arguments.of(
            sequence(conv(64, 1), conv(64, 3).same(), conv(256, 1)), Shape.of(56, 56, 256)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void nothingIsClipped(Op op, Shape input) {
    Picture picture = draw(op, input);
    SvgFile.of(picture).assertReadable();
    assertThat(picture.width()).as("about as wide as a notebook").isLessThan(720);
    assertThat(picture.height()).isLessThan(600);
  }
}
