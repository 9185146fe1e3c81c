package pointwise.exercise.concepts;

import java.util.Arrays;
import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.answer.Code;

/** A function to write: the receptive field of a stack of layers. */
final class FieldFunction {
  private FieldFunction() {}

  static Question draw(Random random) {
    boolean step = random.nextInt(3) == 0;
    int layers = 3 + random.nextInt(12);
    int most = 5 + 2 * random.nextInt(5);
    Code.OfLists field = FieldFunction::field;
    Code.OfLists jump = FieldFunction::jump;
    Code.OfLists oneTooFew = (kernels, strides) -> field(kernels, strides) - 1;
    Code.OfLists noStrides =
        (kernels, strides) -> 1 + Arrays.stream(kernels).sum() - kernels.length;
    return Question.asking(
            step
                ? "Write a function that takes the kernels and the strides of layers that follow one"
                    + " another, up to %d of them and kernels up to %d, and gives how many pixels lie"
                    + " between neighbouring outputs of the last one: check((kernels, strides) -> …),"
                    + " both of type int[]."
                : "Write a function that takes the kernels and the strides of layers that follow one"
                    + " another, up to %d of them and kernels up to %d, and gives how many rows of"
                    + " the image one output of the last one sees: check((kernels, strides) -> …),"
                    + " both of type int[].",
            layers,
            most)
        .answer(
            step ? jump : field,
            "kernels, strides",
            cases -> stack(cases, layers, most),
            step
                ? "The product of the strides."
                : "r = 1, j = 1; for each layer r += (k − 1)·j, then j *= s.")
        .mistake(
            step ? field : jump,
            step
                ? "That is what one output sees, not the step to its neighbour."
                : "That is the step to the neighbour, not what one output sees.")
        .mistake(noStrides, "That forgets the strides: after one, neighbours are further apart.")
        .mistake(oneTooFew, "That begins at 0; before any layer a unit sees one pixel.")
        .hint("Go through the layers once. Which two numbers have to be kept?")
        .hint(
            step
                ? "Before the first layer neighbours are 1 pixel apart; a stride multiplies that."
                : "The field grows by (k − 1) steps; the step grows by the stride, afterwards.");
  }

  private static Object[] stack(Random random, int layers, int most) {
    int depth = 1 + random.nextInt(Math.min(layers, 6));
    int[] kernels = new int[depth];
    int[] strides = new int[depth];
    for (int i = 0; i < depth; i++) {
      kernels[i] = 1 + random.nextInt(most);
      strides[i] = 1 + random.nextInt(3);
    }
    return new Object[] {kernels, strides};
  }

  private static long field(int[] kernels, int[] strides) {
    long field = 1;
    long jump = 1;
    for (int i = 0; i < kernels.length; i++) {
      field += (kernels[i] - 1) * jump;
      jump *= strides[i];
    }
    return field;
  }

  private static long jump(int[] kernels, int[] strides) {
    return Arrays.stream(strides).asLongStream().reduce(1, Math::multiplyExact);
  }
}
