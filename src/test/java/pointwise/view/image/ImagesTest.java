package pointwise.view.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pointwise.data.Dataset;
import pointwise.data.Mnist;
import pointwise.learn.Evaluation;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Palette;
import pointwise.view.Picture;

class ImagesTest {
  private static final int PAPER = Integer.decode(Palette.PAPER);
  private static final int INK = Integer.decode(Palette.INK);

  private static BufferedImage pixels(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(2 * x, 2 * y) & 0xFFFFFF;
  }

  /** Two maps of 2×1, 70 pixels high, 12 from the edges: a number is a square of 35. */
  @Test
  void whatIsLargestIsInkWhatIsNegativeOrangeAndNothingPaper() throws IOException {
    Tensor maps = Tensor.of(Shape.of(2, 1, 2), 4, 0, -4, 2);
    Picture picture = Images.channels("two maps", maps);
    assertThat(picture).hasToString("two maps: 2 maps of 2×1");
    BufferedImage image = pixels(picture);
    assertThat(rgb(image, 12 + 17, 12 + 17)).isEqualTo(INK);
    assertThat(rgb(image, 12 + 17, 12 + 52)).isEqualTo(Palette.VERMILION.rgb());
    int second = (picture.width() - 12) / 2 + 12;
    assertThat(rgb(image, second + 17, 12 + 17)).isEqualTo(PAPER);
    int half = rgb(image, second + 17, 12 + 52) & 0xFF;
    assertThat(half).isEqualTo(Math.round(((PAPER & 0xFF) + (INK & 0xFF)) / 2f));
  }

  @Test
  void whatHasNoContrastOrNoNumbersIsDrawn() throws IOException {
    Picture zeros = Images.channels("zeros", Tensor.zeros(Shape.of(3, 3, 1)));
    assertThat(rgb(pixels(zeros), 20, 20)).isEqualTo(PAPER);
    Tensor odd = Tensor.of(Shape.of(1, 3, 1), Float.NaN, Float.POSITIVE_INFINITY, 1);
    assertThat(pixels(Images.channels("odd", odd))).isNotNull();
  }

  /** A card as every other: rounded, and no number under what is the only one. */
  @Test
  void aSingleChannelNeedsNoNumber() throws IOException {
    Picture one = Images.channels("a digit", Tensor.zeros(Shape.of(28, 28, 1)));
    Picture two = Images.channels("two maps", Tensor.zeros(Shape.of(28, 28, 2)));
    assertThat(one).hasToString("a digit: 1 map of 28×28");
    assertThat(one.height()).isLessThan(two.height());
    assertThat(pixels(one).getRGB(0, 0) >>> 24).as("outside of the corner").isZero();
    assertThat(pixels(one).getRGB(40, 0) >>> 24).isEqualTo(255);
  }

  @Test
  void filtersAreThoseOfOneInputChannel() throws IOException {
    // 1×1 filters, two inputs, two filters: of input 1 they are 3 and −3.
    Tensor filters = Tensor.of(Shape.of(1, 1, 2, 2), 1, 2, 3, -3);
    Picture picture = Images.filters("conv1", filters, 1);
    assertThat(picture).hasToString("conv1: 2 filters of 1×1");
    assertThat(rgb(pixels(picture), 20, 20)).isEqualTo(INK);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Images.filters("conv1", filters, 2))
        .withMessage("There are no filters for channel 2 in a tensor of shape 1×1×2×2");
  }

  @Test
  void digitsAndMistakesSayWhatTheyAre() {
    Dataset digits = Mnist.digits().test().firstOfEach(1);
    assertThat(Images.of(digits, 3).alt()).startsWith("Images, each with its class under it: ");
    float[] nine = new float[100];
    for (int item = 0; item < 10; item++) {
      nine[10 * item + 9] = 1;
    }
    Evaluation always9 = new Evaluation(digits, Tensor.of(Shape.of(10, 10), nine));
    assertThat(Images.mistakes(always9, 20).alt())
        .startsWith("The worst mistakes, what is right first: ")
        .contains("0, not 9 (100 %)")
        .doesNotContain("9, not");
    assertThat(always9.confusion().rowCount()).isEqualTo(10);
  }

  @Test
  void whatIsNoImageIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Images.channels("batch", Tensor.zeros(Shape.of(2, 3, 3, 1))))
        .withMessage("Channels are drawn of one image, height × width × channels, not of 2×3×3×1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Images.channels("features", Tensor.zeros(Shape.of(7))))
        .withMessage("Channels are drawn of one image, height × width × channels, not of 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Images.of(Mnist.digits().test(), 0))
        .withMessage("There is no image to be drawn");
  }
}
