package pointwise.view;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;

/** The checks that the other tests rely on see what is wrong. */
class SvgFileTest {
  @Test
  void seesBoxesThatOverlap() {
    Svg svg =
        new Svg().box(10, 10, 50, 50, 0, "#fff", "#000").box(30, 40, 50, 20, 0, "#fff", "#000");
    assertThatThrownBy(() -> read(svg).assertReadable()).hasMessageContaining("overlap");
  }

  @Test
  void seesTextOutsideOfTheCard() {
    Svg svg = new Svg().text(95, 50, Font.LABEL, "28×28×192");
    assertThatThrownBy(() -> read(svg).assertReadable()).hasMessageContaining("on the card");
  }

  @Test
  void seesTextThatIsWiderThanItsBox() {
    Svg svg = new Svg().box(40, 40, 20, 20, 0, "#fff", "#000").text(50, 50, Font.LABEL, "5×5 conv");
    assertThatThrownBy(() -> read(svg).assertReadable()).hasMessageContaining("inside of a box");
  }

  @Test
  void seesTextsThatOverlap() {
    Svg svg = new Svg().text(50, 50, Font.NOTE, "one").text(55, 50, Font.NOTE, "two");
    assertThatThrownBy(() -> read(svg).assertReadable()).hasMessageContaining("overlap");
  }

  @Test
  void seesLinesThroughBoxes() {
    Svg svg =
        new Svg()
            .box(40, 40, 20, 20, 0, "#fff", "#000")
            .line("#000", new Point(10, 50), new Point(90, 50));
    assertThatThrownBy(() -> read(svg).assertReadable()).hasMessageContaining("crosses");
  }

  private static SvgFile read(Svg svg) {
    return SvgFile.of(svg.picture(100, 100, "title", "alt"));
  }
}
