package pointwise.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.memory;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pointwise.engine.NaiveEngine;
import pointwise.model.Model;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

class TransposedConv2dTest {
  private static final Shape IMAGE = Shape.of(7, 9, 16);

  @Test
  void printsAsTheCodeThatMakesIt() {
    TransposedConv2d op = transposedConv(8, 4, 3).same().stride(2).dilation(1, 2).noBias();
    assertThat(op).hasToString("transposedConv(8, 4, 3).same().stride(2).dilation(1, 2).noBias()");
    assertThat(transposedConv(8, 2)).hasToString("transposedConv(8, 2)");
    assertThat(op.label()).isEqualTo("4×3/2 transposed conv, 8");
  }

  /** What the convolution takes to the input's size, the transposed one takes back. */
  @Test
  void turnsTheConvolutionsShapesRound() {
    assertThat(transposedConv(8, 4).stride(2).pad(1).output(IMAGE)).isEqualTo(Shape.of(14, 18, 8));
    assertThat(transposedConv(8, 3).stride(2).same().output(IMAGE)).isEqualTo(Shape.of(14, 18, 8));
    assertThat(transposedConv(8, 3).stride(2).output(Shape.of(2, 7, 9, 16)))
        .isEqualTo(Shape.of(2, 15, 19, 8));
    assertThat(conv(16, 3).stride(2).output(Shape.of(15, 19, 8))).isEqualTo(IMAGE);
  }

  /** PyTorch doubles with a kernel of 3, stride 2, padding 1 and output padding 1. */
  @Test
  void outputPaddingIsLessPaddingAtTheEnd() {
    assertThat(transposedConv(8, 3).stride(2).pad(1, 0, 1, 0).output(IMAGE))
        .isEqualTo(Shape.of(14, 18, 8));
  }

  @Test
  void itsWeightsHaveTheOutputsChannelsFirst() {
    Model model = model(sequence(transposedConv(8, 4, 3), relu()), IMAGE, 1);
    assertThat(model.weights().keySet()).containsExactly("transposed1/weights", "transposed1/bias");
    assertThat(model.weights().get("transposed1/weights").shape()).isEqualTo(Shape.of(4, 3, 8, 16));
    assertThat(model.weights().get("transposed1/bias").shape()).isEqualTo(Shape.of(8));
  }

  /** He's rule doubles the variance, for the ReLU that follows to halve it, whatever the stride. */
  @ParameterizedTest
  @CsvSource({"3, 1", "4, 2", "2, 2", "6, 3"})
  void initialWeightsKeepTheSignalInRange(int kernel, int stride) {
    Shape image = Shape.of(12, 12, 64);
    Op op = transposedConv(16, kernel).stride(stride).pad(kernel - stride).noBias();
    Tensor y = model(op, image, 1).forward(Tensor.random(image, 2), new NaiveEngine());
    double squares = 0;
    for (float value : y.toArray()) {
      squares += (double) value * value;
    }
    assertThat(squares / y.shape().size()).isCloseTo(2, within(0.2));
  }

  @Test
  void itsOutputIsWhatTakesTheMemory() {
    assertThat(memory(transposedConv(8, 2).stride(2), IMAGE).rows().get(0).written())
        .isEqualTo(4L * 14 * 18 * 8);
  }
}
