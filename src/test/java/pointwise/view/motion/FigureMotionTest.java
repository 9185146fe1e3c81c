package pointwise.view.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.animate;
import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.batchNorm;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Animation;
import pointwise.view.Animation.Frame;
import pointwise.view.ApngReader;
import pointwise.view.Picture;
import pointwise.view.SvgFile;
import pointwise.view.diagram.Figures;

class FigureMotionTest {
  private static final Tensor IMAGE =
      Tensor.parse(
          "[[[2, 5], [3, 3], [8, 2]], [[6, 1], [1, 2], [5, 4]], [[7, 9], [2, 3], [-1, 3]]]");
  private static final Tensor FILTER =
      Tensor.parse("[[[3, 1], [-2, 2]], [[-1, -3], [4, 5]]]").reshape(2, 2, 2, 1);
  private static final Model ORDINARY =
      model(conv(1, 2).noBias(), IMAGE.shape(), 1).withWeights(FILTER);
  private static final Model DEPTHWISE =
      model(depthwiseConv(2).noBias(), IMAGE.shape(), 1).withWeights(FILTER);

  private static List<String> words(Animation animation, int frame) {
    return SvgFile.of(animation.frames().get(frame).drawing()).words();
  }

  /** The worked example: −2 and 18 make 16, then 12 and 21 make 33, and so on. */
  @Test
  void theSumsOfTheWorkedExample() {
    Animation animation = Motions.of(IMAGE, ORDINARY);
    assertThat(animation.frames()).as("all of it, then four places").hasSize(5);
    assertThat(words(animation, 0))
        .contains("2·3 + 3·(−2)", "+ 6·(−1) + 1·4", "= −2", "5·1 + 3·2", "= 18", "−2 + 18 = 16")
        .contains("16", "33", "10");
    List<String> totals = List.of("−2 + 18 = 16", "12 + 21 = 33", "17 + (−7) = 10", "−13 + 16 = 3");
    for (int place = 0; place < 4; place++) {
      assertThat(words(animation, place + 1)).contains(totals.get(place));
    }
    assertThat(words(animation, 1)).contains("16").doesNotContain("33", "10");
  }

  @Test
  void depthwiseBesideOrdinary() {
    Animation animation = Motions.of(IMAGE, ORDINARY, DEPTHWISE);
    List<Tensor> outputs = List.of(ORDINARY.forward(IMAGE), DEPTHWISE.forward(IMAGE));
    List<String> last = words(animation, 4);
    for (Tensor output : outputs) {
      for (float value : output.toArray()) {
        assertThat(last).contains(Figures.text(value));
      }
    }
    assertThat(animation.picture().alt())
        .contains(
            "5·1 + 3·2 + 1·(−3) + 2·5 = 18; together −2 + 18 = 16. Output 2×2×1: [[[16], [33]]")
        .contains(
            "each channel on its own on 3×3×2", "[[[-2, 18], [12, 21]], [[17, -7], [-13, 16]]]");
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        Arguments.of(conv(3, 2), Shape.of(3, 3, 2)),
        Arguments.of(conv(2, 3).same(), Shape.of(3, 4, 1)),
        Arguments.of(conv(4, 2).groups(2).stride(2).pad(1), Shape.of(3, 3, 4)),
        Arguments.of(conv(1, 2).dilation(2).noBias(), Shape.of(1, 4, 4, 1)),
        Arguments.of(conv(1, 1).noBias(), Shape.of(1, 1, 1)),
        Arguments.of(depthwiseConv(2).multiplier(2), Shape.of(3, 3, 2)),
        Arguments.of(depthwiseConv(3).same().noBias(), Shape.of(3, 3, 2)),
        Arguments.of(maxPool(2).same(), Shape.of(3, 3, 2)),
        Arguments.of(maxPool(3).stride(2), Shape.of(5, 5, 1)),
        Arguments.of(avgPool(2).same(), Shape.of(3, 3, 2)),
        Arguments.of(avgPool(2).pad(0, 1, 0, 1).countPadding(), Shape.of(3, 3, 2)));
  }

  /** Of all stops: the channels' figures make what the fast engine gives, and are in the frame. */
  @ParameterizedTest
  @MethodSource("layers")
  void theFiguresAreTheEngines(Op op, Shape input) {
    Tensor image = WholeNumbers.image(input);
    Model model = WholeNumbers.model(op, input);
    Tensor y = model.forward(image, Engines.fastest());
    float[] expected = y.toArray();
    Sliding sliding = Sliding.of(model, image);
    Sums sums = new Sums(sliding);
    Animation animation = Motions.of(input, op);
    for (int i = 0; i < sliding.stops(); i++) {
      Sliding.Stop stop = sliding.stop(i);
      List<String> words = words(animation, i + 1);
      int place = stop.row() * sliding.columns().out() + stop.column();
      double together = sliding.bias() == null ? 0 : sliding.bias().get(sliding.output(stop, 0));
      for (int channel = 0; channel < sliding.channels(); channel++) {
        double value = sliding.sees(stop, channel) ? sums.value(stop, channel) : 0;
        together += value;
        if (sliding.keepsChannelsApart()) {
          float result = expected[place * sliding.outputs() + sliding.output(stop, channel)];
          assertThat((float) value).isEqualTo(result);
        }
        if (sliding.sees(stop, channel)) {
          assertThat(words).contains("= " + Figures.text(value));
        }
      }
      if (!sliding.keepsChannelsApart()) {
        float result = expected[place * sliding.outputs() + stop.filter()];
        assertThat((float) together).isEqualTo(result);
        assertThat(words).anyMatch(word -> word.endsWith(" = " + Figures.text(result)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void nothingOverlapsOrIsClipped(Op op, Shape input) {
    for (Frame frame : Motions.of(input, op).frames()) {
      SvgFile.of(frame.drawing()).assertReadable();
    }
  }

  /** Of those above the one with the most numbers. */
  @Test
  void framesDifferAndTheFileIsSmall() throws IOException {
    Animation animation = Motions.of(Shape.of(4, 4, 4), conv(4, 2).groups(2).stride(2).pad(1));
    byte[] file = animation.picture().png();
    assertThat(file.length).isLessThan(300_000);
    assertThat(ApngReader.frames(file)).hasSameSizeAs(animation.frames());
  }

  @Test
  void manyStepsAreThinnedOutAndThatIsSaid() {
    Animation animation = Motions.of(Shape.of(9, 9, 1), conv(1, 2).noBias());
    assertThat(animation.frames()).hasSize(25);
    assertThat(words(animation, 0)).contains("24 of 64 steps are shown");
    assertThat(animation.picture().alt()).endsWith("24 of 64 steps are shown.");
  }

  @Test
  void saysWhatDoesNotSlide() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(dense(4), Shape.of(13)))
        .withMessage(
            "Windows slide to scale through one to three convolutions, but not through dense(4)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(transposedConv(4, 3), Shape.of(8, 8, 3)))
        .withMessage(
            "The window of transposedConv(4, 3) lies on its output: it does not slide over what it"
                + " reads");
    Op two = sequence(conv(1, 2), relu());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(IMAGE, model(two, IMAGE.shape(), 1)))
        .withMessage("Figures show one layer, but sequence(conv(1, 2), relu()) has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(IMAGE, model(batchNorm(), IMAGE.shape(), 1)))
        .withMessage(
            "Figures show a convolution, a depthwise convolution or a pooling, but not batchNorm()");
    Tensor batch = Tensor.zeros(Shape.of(2, 3, 3, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(batch, model(conv(1, 2), batch.shape(), 1)))
        .withMessage("A window slides over one image, height × width × channels, not over 2×3×3×2");
    Tensor large = Tensor.zeros(Shape.of(30, 40, 200));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(large, model(conv(1, 2), large.shape(), 1)))
        .withMessage(
            "The figures of [conv(1, 2)] on 30×40×200 do not fit a page: animate(op, shape) slides"
                + " to scale");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(large.shape(), conv(1, 2), maxPool(2)))
        .withMessage(
            "Only layers whose figures fit a page slide beside each other, but not [conv(1, 2),"
                + " maxPool(2)] on 30×40×200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> animate(IMAGE))
        .withMessage("An animation needs at least one layer");
  }

  @Test
  void theSameLayerGivesTheSameBytes() {
    Picture once = animate(conv(1, 2), Shape.of(3, 3, 1));
    assertThat(animate(conv(1, 2), Shape.of(3, 3, 1))).isEqualTo(once);
  }
}
