package pointwise.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorTest {
  @Test
  void comesFromNestedArraysAndFromBrackets() {
    Tensor expected = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    assertThat(Tensor.of(new int[][] {{1, 2, 3}, {4, 5, 6}})).isEqualTo(expected);
    assertThat(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}})).isEqualTo(expected);
    assertThat(Tensor.parse("[[1, 2, 3],\n [4., 5e0, 6]]")).isEqualTo(expected);
    assertThat(Tensor.parse("[[1,2,3,],[4,5,6]]")).isEqualTo(expected);
  }

  /** Post 23 writes its kernels kernel by kernel and channel by channel, then transposes. */
  @Test
  void theSimpleWayOfWritingKernelsGivesTheLiteralOfPost23() {
    Tensor literal =
        Tensor.parse(
            "[[[[3,1,-3],[1,-1,7]],[[-2,2,-5],[2,7,3]]],"
                + "[[[-1,3,1],[-3,-8,6]],[[4,6,8],[5,9,-5]]]]");
    Tensor simple =
        Tensor.parse("[3,-2,-1,4, 1,2,-3,5, 1,2,3,6, -1,7,-8,9, -3,-5,1,8, 7,3,6,-5]")
            .reshape(3, 2, 2, 2)
            .transpose(2, 3, 1, 0);
    assertThat(simple).isEqualTo(literal);
    assertThat(simple.get(1, 1, 1, 2)).isEqualTo(-5);
  }

  @Test
  void transposesAnyRank() {
    Tensor x = counting(2, 3, 4, 5);
    Tensor y = x.transpose(3, 0, 2, 1);
    assertThat(y.shape()).isEqualTo(Shape.of(5, 2, 4, 3));
    assertThat(y.get(4, 1, 0, 2)).isEqualTo(x.get(1, 2, 0, 4));
    assertThat(y.transpose(1, 3, 2, 0)).isEqualTo(x);
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    float[] values = {1, 2};
    Tensor x = Tensor.of(Shape.of(2), values);
    values[0] = 9;
    x.toArray()[1] = 9;
    assertThat(x).isEqualTo(Tensor.of(Shape.of(2), 1, 2));
  }

  @Test
  void randomValuesAreStandardNormalAndRepeatable() {
    Tensor x = Tensor.random(Shape.of(100, 1000), 7);
    assertThat(x).isEqualTo(Tensor.random(Shape.of(100, 1000), 7));
    assertThat(x).isNotEqualTo(Tensor.random(Shape.of(100, 1000), 8));
    double mean = x.sum() / 100_000;
    double variance =
        IntStream.range(0, 100_000)
            .mapToDouble(i -> Math.pow(x.data()[i] - mean, 2))
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(-0.02, 0.02);
    assertThat(variance).isBetween(0.98, 1.02);
    assertThat(Tensor.random(Shape.of(3), 42).toArray())
        .as("the same on every Java version")
        .containsExactly(0.49295065f, -0.69400567f, -1.2810774f);
  }

  @Test
  void printsWhatFitsAndTheEdgesOfWhatDoesNot() {
    assertThat(Tensor.parse("[[1, -2.5], [0, 1e9]]"))
        .hasToString("Tensor 2×2\n[[1, -2.5000],\n [0, 1.0E9]]");
    assertThat(counting(1000)).hasToString("Tensor 1000\n[0, 1, 2, …, 997, 998, 999]");
    assertThat(counting(30, 40, 200).toString().lines().count()).isLessThan(12);
    assertThat(Tensor.of(Shape.of(2), Float.NaN, Float.NEGATIVE_INFINITY))
        .hasToString("Tensor 2\n[NaN, -Infinity]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[1,2],[3]]|Ragged literal: 1 entries at depth 1, where the first bracket has 2",
        "[[1,2],3]|Ragged literal: a number at depth 1, where others are at depth 2",
        "[1,[2]]|Ragged literal: a bracket at depth 1, where others have numbers",
        "[]|A tensor literal has an empty bracket",
        "[1,,2]|Expected a number at position 3 of the tensor literal, but found ',2]'",
        "[1,2|Expected ']' at position 4 of the tensor literal, but found the end",
        "[1] 2|Expected the end at position 4 of the tensor literal, but found '2'",
        "7|Expected '[' at position 0 of the tensor literal, but found '7'"
      })
  void refusesBrokenLiterals(String literal, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.parse(literal))
        .withMessage(message);
  }

  @Test
  void refusesWhatIsNoNestOfNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}}))
        .withMessageStartingWith("Ragged literal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(new String[] {"1"}))
        .withMessage("A tensor literal holds numbers, but found 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Tensor.of((Object) null));
  }

  @Test
  void refusesAnotherNumberOfElements() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counting(2, 3).reshape(4, 2))
        .withMessage("Cannot reshape 2×3 (6 elements) to 4×2 (8 elements)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(Shape.of(2, 2), 1, 2, 3))
        .withMessage("Shape 2×2 holds 4 elements, but got 3 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counting(2, 3).transpose(0, 0))
        .withMessage("transpose of shape 2×3 needs each of its 2 axes once, but got [0, 0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counting(2, 3).get(1, 3))
        .withMessage("Index [1, 3] is outside of shape 2×3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.zeros(Shape.of(1 << 16, 1 << 16)))
        .withMessageContaining("more than one Java array can hold");
  }

  private static Tensor counting(int... sizes) {
    Shape shape = Shape.of(sizes);
    float[] data = new float[(int) shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = i;
    }
    return Tensor.of(shape, data);
  }

  @Test
  void itsLiteralIsReadBack() {
    assertThat(Tensor.parse("[[1, -2], [0.25, 1e9]]").toLiteral())
        .isEqualTo("[[1, -2], [0.25, 1.0E9]]");
    Tensor random = Tensor.random(Shape.of(3, 4, 5), 1);
    assertThat(Tensor.parse(random.toLiteral())).isEqualTo(random);
  }

  @Test
  void aSliceIsOneImageOfABatch() {
    Tensor batch = Tensor.random(Shape.of(3, 4, 5, 2), 1);
    assertThat(batch.slice(2).shape()).isEqualTo(Shape.of(4, 5, 2));
    assertThat(batch.slice(2).get(3, 1, 0)).isEqualTo(batch.get(2, 3, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch.slice(3))
        .withMessage("Shape 3×4×5×2 has no slice 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.parse("[1, 2]").slice(0))
        .withMessage("Shape 2 has no slice 0");
  }
}
