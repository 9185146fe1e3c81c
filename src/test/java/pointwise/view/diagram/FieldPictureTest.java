package pointwise.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.drawReceptiveField;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.net.GoogLeNet;
import pointwise.net.LeNet;
import pointwise.net.MobileNet;
import pointwise.net.Published;
import pointwise.net.Vgg;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.Picture;
import pointwise.view.SvgFile;

class FieldPictureTest {
  private static final Shape IMAGE = Shape.of(12, 12, 3);
  private static final Op THREE = sequence(conv(8, 3), relu(), conv(8, 3), relu(), conv(8, 3));
  private static final Op PADDED =
      sequence(conv(8, 3).same(), conv(8, 3).same(), conv(8, 3).same());

  @Test
  void threeSmallKernelsSeeSevenPixels() {
    Picture picture = drawReceptiveField(THREE, IMAGE);
    assertThat(picture.alt())
        .isEqualTo(
            "One unit of conv3 sees 7×7 of 12×12 pixels. conv1 sees 3×3, jump 1, start 0; conv2"
                + " sees 5×5, jump 1, start 0; conv3 sees 7×7, jump 1, start 0. Drawn for unit"
                + " (3, 3): rows 3 to 9, columns 3 to 9.");
    List<String> words = SvgFile.of(picture).words();
    for (String size : List.of("3×3", "5×5", "7×7")) {
      assertThat(Collections.frequency(words, size)).as("in the field and beside it").isEqualTo(2);
    }
    assertThat(words).contains("12×12").doesNotContain("padding");
  }

  /** Padding area, image, three fields of three polygons each; then the legend. */
  @Test
  void fieldsLieInEachOtherToScale() {
    List<double[]> polygons = SvgFile.of(drawReceptiveField(THREE, IMAGE)).polygons();
    double pixel = side(polygons.get(1)) / 12;
    assertThat(Stream.of(2, 5, 8).map(i -> side(polygons.get(i)) / pixel).map(Math::round))
        .containsExactly(7L, 5L, 3L);
    for (int i : List.of(5, 8)) {
      double[] outer = polygons.get(i - 3);
      double[] inner = polygons.get(i);
      assertThat(inner[0] - outer[0]).as("one pixel to the left").isBetween(pixel - 1, pixel + 1);
      assertThat(inner[1] - outer[1]).as("one pixel above").isBetween(pixel - 1, pixel + 1);
    }
  }

  private static double side(double[] polygon) {
    return polygon[2] - polygon[0];
  }

  /** Unit (0, 1) of three padded 3×3: 4 rows by 5 columns of its 49 pixels are inside. */
  @Test
  void paddingIsShownWhereTheFieldReachesOverTheBorder() {
    Picture picture = drawReceptiveField(PADDED, Shape.of(9, 9, 3), "conv3", 0, 1);
    assertThat(picture.alt())
        .contains("conv3 sees 7×7, jump 1, start −3")
        .endsWith("(0, 1): rows −3 to 3, columns −2 to 4. 29 of its 49 pixels are padding.");
    assertThat(SvgFile.of(picture).words()).contains("padding");
  }

  /** The 3×3 sees 2 or 3 pixels through the 3×3 that doubled the image. */
  @Test
  void behindATransposedConvolutionUnitsSeeByTurns() {
    Op op = sequence(transposedConv(8, 3).stride(2).same(), relu(), conv(8, 3).same());
    assertThat(drawReceptiveField(op, IMAGE, "conv1", 8, 9).alt())
        .isEqualTo(
            "One unit of conv1 sees 2×3 of 12×12 pixels. transposed1 sees 2×1, jump 1/2, start −1;"
                + " conv1 sees 2×3, jump 1/2, start −1. Drawn for unit (8, 9): rows 3 to 4, columns"
                + " 3 to 5. By turns its units see 2 and 3 rows.");
    Op gaps = transposedConv(8, 1).stride(2);
    assertThat(drawReceptiveField(gaps, Shape.of(6, 6, 3)).alt())
        .contains("transposed1 sees 1×1, jump 1/2, start 0.", "units see 1 and 0 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawReceptiveField(gaps, IMAGE, "transposed1", 1, 2))
        .withMessage("Unit (1, 2) of transposed1 sees nothing: no input reaches it");
  }

  @Test
  void rowsAndColumnsMayDiffer() {
    Op op = sequence(conv(8, 3, 1).stride(2, 1), conv(8, 1, 7).same());
    Picture picture = drawReceptiveField(op, Shape.of(28, 28, 3));
    assertThat(picture.alt()).contains("conv2 sees 3×7, jump 2, 1, start 0, −3");
    assertThat(SvgFile.of(picture).words())
        .contains("two numbers: along the rows, along the columns");
  }

  @Test
  void aLargeNetworkShowsAFieldForEachJump() {
    assertThat(drawReceptiveField(Vgg.d()).alt())
        .startsWith("One unit of pool5 sees 212×212 of 224×224 pixels. conv1_2 sees 5×5, jump 1")
        .contains("conv4_3 sees 92×92, jump 8", "rows 6 to 217");
    assertThat(drawReceptiveField(GoogLeNet.caffe()).alt())
        .startsWith("One unit of inception_5b/5x5 sees 715×715 of 224×224 pixels.")
        .contains("inception_4e/5x5 sees 427×427", "Its paths see from 203 to 715 rows.");
  }

  @Test
  void aBranchThatDoesNotLeadThereIsLeftOut() {
    Op module = sequence(conv(8, 3).named("conv1"), inception(4, 4, 4, 4, 4, 4).named("3a"));
    assertThat(drawReceptiveField(module, IMAGE, "3a/3x3").alt())
        .contains("3a/3x3 sees 5×5")
        .doesNotContain("5x5");
    assertThat(drawReceptiveField(module, IMAGE, "3a/concat1").alt()).contains("sees 7×7");
  }

  @Test
  void manyLayersOfOneJumpAreThinnedEvenly() {
    Op twenty =
        sequence(IntStream.range(0, 20).mapToObj(i -> conv(2, 3).same()).toArray(Op[]::new));
    String alt = drawReceptiveField(twenty, Shape.of(64, 64, 1)).alt();
    assertThat(alt.split(" sees ", -1)).hasSizeBetween(6, 2 + FieldFinder.MANY);
    assertThat(alt).contains("conv17 sees 35×35", "conv20 sees 41×41");
  }

  @Test
  void saysWhatCannotBeDrawn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawReceptiveField(THREE, IMAGE, "conv4"))
        .withMessage("There is no layer named 'conv4'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawReceptiveField(THREE, IMAGE, "conv3", 6, 0))
        .withMessage("conv3 has no unit (6, 0): its output is 6×6×8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawReceptiveField(dense(10), Shape.of(100)))
        .withMessage("A receptive field is part of an image, but the input is 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawReceptiveField(relu(), IMAGE))
        .withMessage("No layer of relu() slides a window");
  }

  @Test
  void theSameLayersGiveTheSameBytes() {
    assertThat(drawReceptiveField(Vgg.d())).isEqualTo(drawReceptiveField(Vgg.d()));
  }

  static Stream<Picture> pictures() {
    return Stream.of(
        drawReceptiveField(THREE, IMAGE),
        drawReceptiveField(PADDED, Shape.of(9, 9, 3), "conv3", 0, 0),
        drawReceptiveField(PADDED, Shape.of(9, 9, 3), "conv3", 8, 8),
        drawReceptiveField(conv(1, 1), Shape.of(1, 1, 1)),
        drawReceptiveField(conv(1, 1), Shape.of(1, 10_000, 1)),
        drawReceptiveField(conv(1, 3).dilation(4).named("a & b"), Shape.of(10_000, 9, 1)),
        drawReceptiveField(conv(8, 5).pad(4), Shape.of(2, 2, 8)),
        drawReceptiveField(maxPool(2), Shape.of(16, 28, 28, 8)),
        drawReceptiveField(LeNet.lenet1998()),
        drawReceptiveField(MobileNet.v1(), "prob"));
  }

  static Stream<Picture> networks() {
    return Published.names().stream().map(name -> drawReceptiveField(Published.network(name)));
  }

  @ParameterizedTest
  @MethodSource({"pictures", "networks"})
  void nothingOverlapsOrIsClipped(Picture picture) {
    SvgFile.of(picture).assertReadable();
    assertThat(picture.width()).as("about as wide as a notebook").isLessThan(800);
    assertThat(picture.bytes().length).as("small enough for a notebook").isLessThan(40_000);
  }
}
