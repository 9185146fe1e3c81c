package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.receptiveFields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
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
            Arbitraries.integers().between(1, 2))
        .as(
            (kernel, stride, padding, dilation) ->
                (Op)
                    conv(1, kernel, 1)
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
    int unit = stack.output(image).height() / 2;
    Assume.that(span.first(unit) >= 0 && span.last(unit) < PIXELS);
    List<Integer> seen = new ArrayList<>();
    IntStream.range(0, PIXELS)
        .filter(pixel -> ones.forward(only(pixel)).get(unit, 0, 0) != 0)
        .forEach(seen::add);
    assertThat((long) seen.get(0)).isEqualTo(span.first(unit));
    assertThat((long) seen.get(seen.size() - 1)).isEqualTo(span.last(unit));
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
