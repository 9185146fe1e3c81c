package pointwise.exercise.memory;

import static pointwise.exercise.Measure.FIELD;
import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.maxPool;
import static pointwise.op.Operations.relu;
import static pointwise.op.Operations.sequence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.answer.Texts;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** What the branches of a module see, each of the image. */
final class BranchField {
  private BranchField() {}

  static Question draw(Random random) {
    int first = 5 + 2 * random.nextInt(4);
    int stride = 2 + random.nextInt(3);
    int middle = 3 + 2 * random.nextInt(3);
    Op stem = sequence(conv(8, first).stride(stride), conv(8, middle), maxPool(3).stride(2));
    Map<String, Op> branches = new LinkedHashMap<>();
    branches.put("the 1×1", conv(8, 1));
    branches.put("the 1×1 and the 3×3 after it", sequence(conv(8, 1), conv(8, 3).same()));
    branches.put("the 1×1 and the 5×5 after it", sequence(conv(8, 1), conv(8, 5).same()));
    branches.put(
        "the 1×1 and the two 3×3 after it",
        sequence(conv(8, 1), conv(8, 3).same(), conv(8, 3).same(), relu()));
    branches.put(
        "the pooling of 3×3 with stride 1 and the 1×1 after it",
        sequence(maxPool(3).stride(1).same(), conv(8, 1)));
    branches.put(
        "the 1×1, the 1×7 and the 7×1 after it",
        sequence(conv(8, 1), conv(8, 1, 7).same(), conv(8, 7, 1).same()));
    List<String> names = List.copyOf(branches.keySet());
    String name = names.get(1 + random.nextInt(names.size() - 1));
    Op branch = branches.get(name);
    Shape image = Shape.of(224, 224, 3);
    return Question.asking(
            "A %d×%d convolution with stride %d, a %d×%d with stride 1 and a max pooling of 3×3 with"
                + " stride 2, and after them a module. How many rows of the image does one output of"
                + " this branch of it see: %s?",
            first, first, stride, middle, middle, Texts.say(name))
        .answer(
            FIELD,
            sequence(stem, branch),
            image,
            "Before the module a step is %d pixels; each kernel adds (k − 1) of them.",
            2 * stride)
        .drawn()
        .mistake(stem, "That is what the module's input sees; the branch sees more.")
        .mistake(branch, "That is in units of the module's input, which themselves see more.")
        .mistake(
            sequence(conv(8, first), conv(8, middle), maxPool(3).stride(1), branch),
            "That forgets the strides before the module.")
        .hint("How many pixels lie between neighbours where the module begins?")
        .hint("Field of the stem + (k − 1) · step for each kernel of the branch; a 1×1 adds none.");
  }
}
