package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.receptiveFields;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;
import static pointwise.net.Published.number;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.net.GoogLeNet;
import pointwise.net.Published;
import pointwise.op.Op;
import pointwise.tensor.Shape;

class ReceptiveFieldsTest {
  private static final Map<String, ReceptiveFields> FIELDS = new ConcurrentHashMap<>();

  static Stream<Arguments> layers() {
    return Published.rows("receptive_fields.csv").stream()
        .map(row -> Arguments.of(row.get("network"), row.get("name"), row));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("layers")
  void sizeAndJump(String network, String layer, Map<String, String> published) {
    ReceptiveFields.Row row =
        FIELDS
            .computeIfAbsent(network, name -> receptiveFields(Published.network(name)))
            .row(layer);
    assertThat(row.vertical().size()).isEqualTo(number(published, "rf_h"));
    assertThat(row.horizontal().size()).isEqualTo(number(published, "rf_w"));
    assertThat(row.vertical().jump()).isEqualTo(number(published, "jump_h"));
    assertThat(row.horizontal().jump()).isEqualTo(number(published, "jump_w"));
  }

  /** Two 3×3 see 5 pixels; padded by 1 each, unit 0 begins 2 pixels before the image. */
  @Test
  void paddingMovesTheStart() {
    Shape image = Shape.of(8, 8, 1);
    assertThat(receptiveFields(sequence(conv(1, 3), conv(1, 3)), image).row("conv2").vertical())
        .isEqualTo(new Span(5, 1, 0));
    Span same =
        receptiveFields(sequence(conv(1, 3).same(), conv(1, 3).same()), image)
            .row("conv2")
            .vertical();
    assertThat(same).isEqualTo(new Span(5, 1, -2));
    assertThat(same.first(3)).isEqualTo(1);
    assertThat(same.last(3)).isEqualTo(5);
    assertThat(same.center()).isZero();
  }

  /** TensorFlow pads an even image at the bottom only: with stride 2 unit 0 begins at pixel 0. */
  @Test
  void samePaddingIsThatOfTheImage() {
    assertThat(
            receptiveFields(conv(1, 3).stride(2).same(), Shape.of(8, 9, 1))
                .row("conv1")
                .fields()
                .get(0))
        .isEqualTo(new ReceptiveFields.Field(new Span(3, 2, 0), new Span(3, 2, -1)));
  }

  /**
   * 3a sees 27 pixels through its 1×1 (what pool2 sees), 43 through 3×3 and pool, 59 by the 5×5.
   */
  @Test
  void everyPathHasItsField() {
    assertThat(receptiveFields(GoogLeNet.caffe()).row("inception_3a/output").fields())
        .extracting(field -> field.vertical().size())
        .containsExactlyInAnyOrder(27L, 43L, 59L);
  }

  /**
   * With stride 2, three taps reach every other unit by one input and the ones between by two: 1,
   * 2, 1, 2 … pixels. A 3×3 behind it sees two of them everywhere, or three.
   */
  @Test
  void transposedConvolutionsStepByFractionsOfAPixel() {
    Shape image = Shape.of(8, 8, 1);
    Op up = transposedConv(1, 3).stride(2).same();
    ReceptiveFields fields = receptiveFields(sequence(up, conv(1, 3).same()), image);
    Span span = fields.row("transposed1").vertical();
    assertThat(span).isEqualTo(new Span(List.of(new Span.Reach(-1, 0), new Span.Reach(0, 0)), 1));
    assertThat(span.size()).isEqualTo(2);
    assertThat(span.pixelsPerUnit()).isEqualTo(0.5);
    assertThat(span.jumpText()).isEqualTo("1/2");
    assertThat(span.first(5)).isEqualTo(2);
    assertThat(fields.row("conv1").vertical().reaches())
        .containsExactly(new Span.Reach(-1, 0), new Span.Reach(-1, 1));
  }

  /** Two taps a stride of 2 apart never overlap: each unit sees one pixel, and so after pooling. */
  @Test
  void whatATransposedConvolutionSpreadsAPoolingGathers() {
    Op op = sequence(transposedConv(1, 2).stride(2), maxPool(2));
    ReceptiveFields fields = receptiveFields(op, Shape.of(8, 8, 1));
    assertThat(fields.row("transposed1").vertical().size()).isEqualTo(1);
    assertThat(fields.row("maxpool1").vertical()).isEqualTo(new Span(1, 1, 0));
    assertThat(fields.table().doubleColumn("jump").asList()).containsExactly(0.5, 1.0);
  }

  /** A stride of 3 leaves every third unit of a kernel of 2 to the bias. */
  @Test
  void someUnitsSeeNothing() {
    Span span =
        receptiveFields(transposedConv(1, 2).stride(3), Shape.of(8, 8, 1))
            .row("transposed1")
            .vertical();
    assertThat(span.last(2)).isLessThan(span.first(2));
    assertThat(span.first(3)).isEqualTo(1);
  }

  @Test
  void branchesThatStepDifferentlyAreToldApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> receptiveFields(residual(conv(1, 3).stride(2), maxPool(4)), Shape.of(4, 4, 1)))
        .withMessage("add1: its branches step over the image differently, by 2×2 and 4×4 pixels");
    Op up = transposedConv(1, 1).stride(2).pad(1, 2, 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> receptiveFields(concat(conv(1, 1), up), Shape.of(4, 4, 1)))
        .withMessage(
            "concat1: its branches step over the image differently, by 1×1 and 1/2×1/2 pixels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> receptiveFields(conv(1, 3), Shape.of(4, 4, 1)).row("conv2"))
        .withMessage("There is no layer named 'conv2'");
  }
}
