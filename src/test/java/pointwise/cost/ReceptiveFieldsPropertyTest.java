package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.receptiveFields;
import static pointwise.Pointwise.transposedConv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pointwise.model.Model;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The recurrence against the pixels that really change a unit. */
class ReceptiveFieldsPropertyTest {
  private static final int PIXELS = 64;

  @Provide
  Arbitrary<Op> stacks() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.of(false, false, true))
        .as(
            (kernel, stride, padding, dilation, transposed) ->
                transposed
                    ? (Op)
                        transposedConv(1, kernel, 1)
                            .stride(stride + padding, 1)
                            .pad(padding, 0, 0, 0)
                            .dilation(dilation, 1)
                            .noBias()
                    : conv(1, kernel, 1)
                        .stride(stride, 1)
                        .pad(padding, padding, 0, 0)
                        .dilation(dilation, 1)
                        .noBias())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(Sequence::new);
  }

  @Property(tries = 200)
  void firstAndLastPixelAreThoseThatMatter(@ForAll("stacks") Op stack) {
    Shape image = Shape.of(PIXELS, 1, 1);
    List<ReceptiveFields.Row> rows = receptiveFields(stack, image).rows();
    Span span = rows.get(rows.size() - 1).vertical();
    Model ones = ones(model(stack, image, 1));
    List<Tensor> seen =
        IntStream.range(0, PIXELS).mapToObj(pixel -> ones.forward(only(pixel))).toList();
    int units = stack.output(image).height();
    // Near the border a layer's padding stands for what a transposed convolution has cropped.
    for (int unit = units * 3 / 10; unit < units * 7 / 10; unit++) {
      int row = unit;
      int[] pixels =
          IntStream.range(0, PIXELS).filter(pixel -> seen.get(pixel).get(row, 0, 0) != 0).toArray();
      long first = span.first(unit);
      long last = span.last(unit);
      if (first > last) {
        assertThat(pixels).as("what unit %d sees", unit).isEmpty();
      } else if (first >= 0 && last < PIXELS) {
        assertThat((long) pixels[0]).as("first of unit %d", unit).isEqualTo(first);
        assertThat((long) pixels[pixels.length - 1]).as("last of unit %d", unit).isEqualTo(last);
        assertThat(last - first + 1).isLessThanOrEqualTo(span.size());
      }
    }
  }

  private static Model ones(Model model) {
    Map<String, Tensor> ones = new HashMap<>();
    model.weights().forEach((name, weights) -> ones.put(name, Tensor.full(weights.shape(), 1)));
    return model.withWeights(ones);
  }

  private static Tensor only(int pixel) {
    float[] values = new float[PIXELS];
    values[pixel] = 1;
    return Tensor.of(Shape.of(PIXELS, 1, 1), values);
  }
}
