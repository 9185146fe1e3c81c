package pointwise.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.drawMemory;
import static pointwise.Pointwise.drawProduct;

import org.junit.jupiter.api.Test;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Picture;
import pointwise.view.SvgFile;

class FigurePictureTest {
  private static final Tensor IMAGE = Tensor.parse("[[[20, 51], [-3, 34]], [[8.5, 25], [61, 17]]]");

  /** The grids have the channels apart, the row below has them together. */
  @Test
  void memoryIsPixelByPixel() {
    Picture picture = drawMemory(IMAGE);
    SvgFile.of(picture).assertReadable();
    assertThat(SvgFile.of(picture).words())
        .containsSubsequence("channel 0", "20", "−3", "8.50", "61", "channel 1", "51", "34")
        .containsSubsequence("20", "51", "−3", "34", "8.50", "25", "61", "17", "0,0", "0,1", "1,0");
    assertThat(picture.alt())
        .isEqualTo(
            "A 2×2×2 image in memory, pixel by pixel, its channels together:"
                + " [20, 51, -3, 34, 8.5, 25, 61, 17]");
  }

  @Test
  void aKernelOfRankOneIsATableOfProducts() {
    Picture picture = drawProduct(Tensor.parse("[[1], [2], [1]]"), Tensor.parse("[[-1, 0, 1]]"));
    SvgFile.of(picture).assertReadable();
    assertThat(SvgFile.of(picture).words())
        .containsSubsequence("−1", "0", "1", "1", "2", "1", "−1", "0", "1", "−2", "0", "2", "−1");
    assertThat(picture.alt())
        .isEqualTo(
            "The column [1, 2, 1] times the row [-1, 0, 1] gives the kernel"
                + " [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]");
  }

  @Test
  void saysWhatIsTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawMemory(Tensor.zeros(Shape.of(9, 9, 3))))
        .withMessage(
            "Memory is drawn of an image with up to 40 numbers and 5 channels, not of 9×9×3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawProduct(Tensor.zeros(Shape.of(12)), Tensor.zeros(Shape.of(3))))
        .withMessage("A column of up to 11 numbers is drawn, not one of shape 12");
  }
}
