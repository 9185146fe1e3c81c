package pointwise.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.animate;
import static pointwise.Pointwise.animateReceptiveField;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.draw;
import static pointwise.Pointwise.drawReceptiveField;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.Animation;
import pointwise.view.ApngReader;
import pointwise.view.Picture;
import pointwise.view.SvgFile;

class MotionTest {
  private static final Shape IMAGE = Shape.of(13, 13, 8);
  private static final Op THREE =
      sequence(conv(8, 3).same(), relu(), conv(8, 3).same(), relu(), conv(8, 3).same());
  private static final Shape VOLUME = Shape.of(30, 40, 200);
  private static final Op REDUCED = sequence(conv(20, 1), relu(), conv(55, 5).same());

  private static List<String> words(Animation animation, int frame) {
    return SvgFile.of(animation.frames().get(frame).drawing()).words();
  }

  /** All of it; then for each layer nine taps and what they see together. */
  @Test
  void aFieldGrowsLayerByLayer() {
    Animation animation = Diagrams.growingField(THREE, IMAGE);
    assertThat(animation.frames()).hasSize(1 + 3 * (9 + 1));
    assertThat(words(animation, 0)).isEqualTo(SvgFile.of(whole()).words());
    assertThat(words(animation, 9)).doesNotContain("3×3");
    assertThat(words(animation, 10)).contains("3×3").doesNotContain("5×5", "conv2");
    assertThat(words(animation, 20)).contains("3×3", "5×5", "conv2").doesNotContain("7×7");
    assertThat(words(animation, 30)).isEqualTo(words(animation, 0));
    assertThat(animateReceptiveField(THREE, IMAGE).alt())
        .isEqualTo("Animation, layer by layer. " + whole().alt());
  }

  private static Picture whole() {
    return drawReceptiveField(THREE, IMAGE);
  }

  /** The second layer's taps are one pixel apart, and so are the 3×3 that they see. */
  @Test
  void theTapsTogetherSeeTheNextField() {
    Animation animation = Diagrams.growingField(THREE, IMAGE);
    double[] first = polygons(animation, 11).get(2);
    double[] ninth = polygons(animation, 19).get(2 + 8);
    double[] whole = polygons(animation, 20).get(2);
    assertThat(first[0]).as("left").isEqualTo(whole[0]);
    assertThat(first[1]).as("top").isEqualTo(whole[1]);
    assertThat(ninth[4]).as("right").isEqualTo(whole[4]);
    assertThat(ninth[5]).as("bottom").isEqualTo(whole[5]);
    assertThat(first[4] - first[0]).isLessThan(whole[4] - whole[0]);
  }

  private static List<double[]> polygons(Animation animation, int frame) {
    return SvgFile.of(animation.frames().get(frame).drawing()).polygons();
  }

  /** Behind a transposed convolution the fields do not lie evenly: they just appear. */
  @Test
  void unevenFieldsAppearAtOnce() {
    Op op = sequence(transposedConv(8, 3).stride(2).same(), relu(), conv(8, 3).same());
    Animation animation = Diagrams.growingField(op, IMAGE);
    assertThat(animation.frames().size()).isBetween(3, 1 + 2 * 10);
    assertThat(words(animation, animation.frames().size() - 1)).isEqualTo(words(animation, 0));
  }

  /** Four frames that tell most: all of it, one and another place, the second convolution. */
  @Test
  void filtersSlideThroughOneVolumeAfterAnother() {
    Animation animation = Diagrams.sliding(REDUCED, VOLUME);
    assertThat(animation.frames()).hasSize(1 + 2 * 3 * 4);
    assertThat(words(animation, 0))
        .containsAll(SvgFile.of(draw(REDUCED, VOLUME)).words())
        .contains("24 of 2,400 places are shown");
    assertThat(animate(REDUCED, VOLUME).alt())
        .startsWith("Animation. To scale but for the thinnest edges: 30×40×200 (input)")
        .endsWith("24 of 2,400 places are shown.");
    assertThat(filled(animation, 1)).as("the second filters' output is empty").isEqualTo(2);
    assertThat(filled(animation, 13)).as("only the output is not there yet").isEqualTo(1);
  }

  /** How many volumes are only outlined. */
  private static long filled(Animation animation, int frame) {
    String svg = animation.frames().get(frame).drawing().toSvg();
    return svg.lines().filter(l -> l.contains("polygon") && l.contains("fill=\"none\"")).count()
        / 3;
  }

  @Test
  void aWindowAtTheBorderCoversOnlyWhatIsThere() {
    Animation animation = Diagrams.sliding(conv(4, 5).same(), Shape.of(9, 9, 300));
    for (Animation.Frame frame : animation.frames()) {
      SvgFile.of(frame.drawing()).assertReadable();
    }
  }

  static Stream<Animation> animations() {
    return Stream.of(
        Diagrams.growingField(conv(8, 3), IMAGE),
        Diagrams.sliding(REDUCED, VOLUME),
        Diagrams.sliding(conv(1, 1), Shape.of(1, 1, 2000)));
  }

  @ParameterizedTest
  @MethodSource("animations")
  void framesDifferAndTheFileIsSmall(Animation animation) throws IOException {
    byte[] file = animation.picture().png();
    assertThat(file.length).isLessThan(300_000);
    List<ApngReader.Shown> shown = ApngReader.frames(file);
    assertThat(shown).hasSizeGreaterThan(1);
    for (int i = 1; i < shown.size(); i++) {
      assertThat(pixels(shown.get(i))).isNotEqualTo(pixels(shown.get(i - 1)));
    }
  }

  private static int[] pixels(ApngReader.Shown shown) {
    int width = shown.image().getWidth();
    return shown.image().getRGB(0, 0, width, shown.image().getHeight(), null, 0, width);
  }
}
