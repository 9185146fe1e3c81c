package pointwise.view.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.animate;
import static pointwise.Pointwise.animateReceptiveField;
import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.ApngReader;
import pointwise.view.Picture;

/** Whatever slides, a notebook can hold several of it. */
class SmallFilesPropertyTest {
  private static final int LARGEST = 300_000;

  @Property(tries = 3)
  void whatSlidesIsSmall(@ForAll("layers") Op layer, @ForAll("inputs") Shape input)
      throws IOException {
    assertSmall(animate(layer, input));
  }

  /** Poolings slide in figures alone. */
  @Property(tries = 2)
  void poolingsAreSmall(@ForAll("poolings") Op pooling, @ForAll("images") Shape image)
      throws IOException {
    assertSmall(animate(pooling, image));
  }

  /** Most figures that fit a page: with all of their steps it would be twice as large. */
  @Example
  void aPageFullOfFiguresShowsFewerSteps() throws IOException {
    Picture full = animate(conv(3, 3), Shape.of(5, 5, 4));
    assertSmall(full);
    assertThat(full.alt()).containsPattern("(?<=[. ])([2-9]|1[0-9]) of 27 steps are shown");
  }

  @Example
  void aFieldOfManyLayersIsSmall() throws IOException {
    Op deep =
        sequence(
            IntStream.range(0, 24)
                .mapToObj(i -> conv(4, 3).same().stride(1 + i % 6 / 5))
                .toArray(Op[]::new));
    assertSmall(animateReceptiveField(deep, Shape.of(500, 300, 3)));
  }

  private static void assertSmall(Picture picture) throws IOException {
    byte[] file = picture.png();
    assertThat(file.length).as("%s", picture).isLessThanOrEqualTo(LARGEST);
    assertThat(ApngReader.frames(file)).hasSizeGreaterThan(1);
    int width = ImageIO.read(new ByteArrayInputStream(file)).getWidth();
    assertThat(width).isCloseTo(2 * picture.width(), Offset.offset(1));
  }

  @Provide
  Arbitrary<Op> layers() {
    Arbitrary<Integer> kernels = Arbitraries.integers().between(2, 4);
    return Combinators.combine(kernels, Arbitraries.integers().between(1, 4))
        .flatAs(
            (kernel, filters) ->
                Arbitraries.of(
                    conv(filters, kernel).same(),
                    conv(filters, kernel),
                    depthwiseConv(kernel).multiplier(filters),
                    sequence(conv(10 * filters, 1), relu(), conv(filters, kernel).same())));
  }

  @Provide
  Arbitrary<Op> poolings() {
    return Arbitraries.integers()
        .between(2, 3)
        .flatMap(kernel -> Arbitraries.of(maxPool(kernel).stride(1), avgPool(kernel).same()));
  }

  @Provide
  Arbitrary<Shape> inputs() {
    return shapes(12, 60);
  }

  @Provide
  Arbitrary<Shape> images() {
    return shapes(6, 2);
  }

  private static Arbitrary<Shape> shapes(int largest, int deepest) {
    Arbitrary<Integer> side = Arbitraries.integers().between(4, largest);
    return Combinators.combine(side, side, Arbitraries.integers().between(1, deepest))
        .as((height, width, channels) -> Shape.of(height, width, channels));
  }
}
