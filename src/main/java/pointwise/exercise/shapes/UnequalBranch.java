package pointwise.exercise.shapes;

import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.maxPool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pointwise.exercise.Question;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** Which branch does not fit beside the others. */
final class UnequalBranch {
  private UnequalBranch() {}

  static Question draw(Random random) {
    Shape input = Shape.of(14 + 2 * random.nextInt(12), 14 + 2 * random.nextInt(12), 192);
    int filters = 16 * (1 + random.nextInt(8));
    List<Op> fitting =
        List.of(
            conv(filters, 1),
            conv(filters, 3).same(),
            conv(filters, 5).same(),
            conv(filters, 3).pad(1),
            conv(filters, 3).dilation(2).pad(2),
            maxPool(3).stride(1).same());
    List<Op> others =
        List.of(
            conv(filters, 3),
            conv(filters, 5).pad(1),
            conv(filters, 3).stride(2).same(),
            maxPool(2),
            maxPool(3).same(),
            conv(filters, 3).dilation(2).pad(1));
    Op odd = others.get(random.nextInt(others.size()));
    List<Op> shuffled = new ArrayList<>(fitting);
    Collections.shuffle(shuffled, random);
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Op op : shuffled.subList(0, 3)) {
      wrong.put(op.toString(), "That one keeps the rows and columns, and channels may differ.");
    }
    return Question.asking(
            "Three of these branches over a %s volume can be concatenated. Which one cannot stand"
                + " beside them? In this code a pooling's stride is its kernel unless it says"
                + " otherwise.",
            input)
        .choices(random, odd.toString(), wrong, "Its rows and columns are not the input's.")
        .hint("A concat needs equal rows and columns; the channels may differ.")
        .hint("Which of them changes the number of rows? Do the sum for each.");
  }
}
