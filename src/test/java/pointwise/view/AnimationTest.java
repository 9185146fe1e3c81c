package pointwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pointwise.view.Animation.Frame;
import pointwise.view.ApngReader.Shown;
import pointwise.view.Svg.Font;

class AnimationTest {
  private static Picture drawing(double x, String text) {
    return new Svg()
        .box(x, 30, 40, 20, 3, Palette.GREEN.fill(), Palette.GREEN.stroke())
        .text(x + 20, 45, Font.LABEL, text)
        .picture(200, 90, text, "A box with " + text);
  }

  private static final Animation THREE =
      new Animation(
          List.of(
              new Frame(drawing(20, "one"), 2000),
              new Frame(drawing(80, "two"), 150),
              new Frame(drawing(140, "three"), 70)));

  @Test
  void everyFrameIsShownAsItWasDrawn() throws IOException {
    List<Shown> shown = ApngReader.frames(THREE.picture().png());
    assertThat(shown).extracting(Shown::millis).containsExactly(2000, 150, 70);
    for (int i = 0; i < shown.size(); i++) {
      BufferedImage drawn = SvgRaster.image(THREE.frames().get(i).drawing());
      assertSame(shown.get(i).image(), drawn);
    }
  }

  /** Flat areas exactly, the shades at the edges of text within what a palette of 256 leaves. */
  private static void assertSame(BufferedImage played, BufferedImage drawn) {
    int exact = 0;
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        int a = played.getRGB(x, y);
        int b = drawn.getRGB(x, y);
        exact += a == b ? 1 : 0;
        for (int shift = 0; shift < 32; shift += 8) {
          int off = Math.abs((a >> shift & 255) - (b >> shift & 255));
          if (off > 64) {
            assertThat(off).as("(%d, %d): %x for %x", x, y, a, b).isLessThan(64);
          }
        }
      }
    }
    assertThat(exact).isGreaterThan(drawn.getWidth() * drawn.getHeight() * 95 / 100);
  }

  /** What knows nothing of animations reads the first frame. */
  @Test
  void theFirstFrameIsAPictureOfItsOwn() throws IOException {
    Picture picture = THREE.picture();
    BufferedImage first = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertSame(first, SvgRaster.image(THREE.frames().get(0).drawing()));
    assertThat(picture).hasToString("A box with one");
    assertThat(picture.mediaType()).isEqualTo("image/png");
    assertThat(List.of(picture.width(), picture.height())).containsExactly(200, 90);
  }

  @Test
  void equalFramesAreOneThatStaysLonger() throws IOException {
    Frame one = THREE.frames().get(0);
    Frame two = THREE.frames().get(1);
    Animation slow = new Animation(List.of(one, one, two, two, two));
    assertThat(ApngReader.frames(slow.picture().png()))
        .extracting(Shown::millis)
        .containsExactly(4000, 450);
  }

  @Test
  void itsSourceIsThatOfAllFrames() {
    Animation shorter = new Animation(THREE.frames().subList(0, 2));
    assertThat(source(THREE)).hasSize(64).isEqualTo(source(THREE)).isNotEqualTo(source(shorter));
  }

  private static String source(Animation animation) {
    String file = new String(animation.picture().png(), StandardCharsets.ISO_8859_1);
    int start = file.indexOf(Picture.SOURCE) + Picture.SOURCE.length() + 1;
    return file.substring(start, start + 64);
  }

  @Test
  void saysWhatIsNoAnimation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Animation(List.of()))
        .withMessage("An animation needs at least 1 frame");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Frame(drawing(1, "x"), 0))
        .withMessage("A frame is shown for 1 to 65535 ms, not for 0");
    Picture larger = new Svg().picture(201, 90, "", "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Animation(List.of(THREE.frames().get(0), new Frame(larger, 10))))
        .withMessage(
            "The frames of an animation are of one size, but one is 200×90 and another 201×90");
  }
}
