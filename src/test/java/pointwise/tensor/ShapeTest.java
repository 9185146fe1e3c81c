package pointwise.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void readsLikeThePapers() {
    assertThat(Shape.of(30, 40, 200)).hasToString("30×40×200");
    assertThat(Shape.of(30, 40, 200).size()).isEqualTo(240_000);
  }

  @Test
  void knowsTheAxesOfImagesAndBatches() {
    Shape batch = Shape.of(8, 28, 29, 192);
    assertThat(batch.batch()).isEqualTo(8);
    assertThat(batch.height()).isEqualTo(28);
    assertThat(batch.width()).isEqualTo(29);
    assertThat(batch.channels()).isEqualTo(192);
    assertThat(batch.dim(-1)).isEqualTo(192);
    assertThat(batch.withImage(1, 2, 3)).isEqualTo(Shape.of(8, 1, 2, 3));
    assertThat(Shape.of(28, 29, 192).batch()).isEqualTo(1);
    assertThat(Shape.of(5, 7).withChannels(9)).isEqualTo(Shape.of(5, 9));
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    int[] sizes = {2, 3};
    Shape shape = Shape.of(sizes);
    sizes[0] = 9;
    shape.toArray()[1] = 9;
    assertThat(shape).isEqualTo(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2));
  }

  @Test
  void refusesSizesThatAreNoSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(3, 0, 2))
        .withMessage("Every size of a shape must be at least 1, but got 3×0×2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(-1))
        .withMessage("Every size of a shape must be at least 1, but got -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of())
        .withMessage("A shape needs at least one axis");
  }

  @Test
  void refusesMoreElementsThanALongCanCount() {
    int[] sizes = {1 << 30, 1 << 30, 1 << 30};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(sizes))
        .withMessageContaining("has more than 2^63 - 1 elements");
  }

  @Test
  void saysWhichAxisIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(3, 4).height())
        .withMessageContaining("but got 3×4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(3, 4).dim(2))
        .withMessage("Shape 3×4 has no axis 2");
  }

  @Test
  void theInnermostAxisChangesFastest() {
    Shape shape = Shape.of(2, 3, 4, 5);
    assertThat(shape.position(0, 0, 0, 1)).isEqualTo(1);
    assertThat(shape.position(0, 0, 1, 0)).isEqualTo(5);
    assertThat(shape.position(1, 2, 3, 4)).isEqualTo(119);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.position(0, 3, 0, 0))
        .withMessage("Index [0, 3, 0, 0] is outside of shape 2×3×4×5");
  }

  @Test
  void anIndexBelongsToEveryPosition() {
    Shape shape = Shape.of(2, 3, 4, 5);
    for (int position = 0; position < shape.size(); position++) {
      assertThat(shape.position(shape.index(position))).isEqualTo(position);
    }
    assertThat(shape.index(119)).containsExactly(1, 2, 3, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.index(120))
        .withMessage("Position 120 is outside of shape 2×3×4×5");
  }
}
