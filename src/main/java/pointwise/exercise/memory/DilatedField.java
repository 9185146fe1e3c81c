package pointwise.exercise.memory;

import static pointwise.exercise.Measure.FIELD;
import static pointwise.op.Operations.conv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import pointwise.exercise.Question;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** What a stack of dilated convolutions sees. */
final class DilatedField {
  private DilatedField() {}

  static Question draw(Random random) {
    int layers = 3 + random.nextInt(2);
    int kernel = 3 + 2 * random.nextInt(2);
    int[] dilations = new int[layers];
    List<Op> stack = new ArrayList<>();
    List<Op> plain = new ArrayList<>();
    List<Op> halved = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      dilations[i] = i == 0 ? 1 : dilations[i - 1] + 1 + random.nextInt(4);
      Conv2d conv = conv(8, kernel).same();
      stack.add(conv.dilation(dilations[i]));
      plain.add(conv);
      halved.add(i == 0 ? conv : conv.dilation(dilations[i] - 1));
    }
    Shape image = Shape.of(200, 200, 3);
    int sum = Arrays.stream(dilations).sum();
    return Question.asking(
            "%d convolutions of %d×%d with dilations %s follow one another, with stride 1 and SAME"
                + " padding. How many rows of the image does one output of the last one see?",
            layers,
            kernel,
            kernel,
            Arrays.stream(dilations).mapToObj(String::valueOf).collect(Collectors.joining(", ")))
        .answer(FIELD, new Sequence(stack), image, "1 + %d·%d.", kernel - 1, sum)
        .mistake(new Sequence(plain), "That is without dilation: the taps are further apart.")
        .mistake(
            new Sequence(halved),
            "A dilation of d puts the taps d apart, with d − 1 pixels between them.")
        .mistake(stack.get(layers - 1), "That is the last layer alone; the others see on.")
        .mistake((long) kernel * sum, "A kernel of k with dilation d adds (k − 1)·d rows, not k·d.")
        .mistake((kernel - 1L) * sum, "You begin with the pixel itself: 1 before any kernel.")
        .hint("How many rows does one dilated kernel span?")
        .hint("Each layer adds (kernel − 1) · dilation rows.");
  }
}
