package pointwise.exercise.concepts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pointwise.exercise.Question;

/** What a 1×1 convolution is for, and what it is not. */
final class OneByOneUses {
  private OneByOneUses() {}

  private static final List<String> USES =
      List.of(
          "It reduces the channels before an expensive kernel.",
          "It mixes the channels of each pixel.",
          "With a ReLU after it, it makes each pixel's features a small network's output.",
          "It projects a residual's shortcut to another number of channels.",
          "It sums up over the channels what a depthwise convolution left apart.",
          "It turns features into class scores at every pixel, before global average pooling.",
          "It widens the channels again after a narrow kernel.");

  private static final Map<String, String> NO_USES =
      Map.of(
          "It enlarges the receptive field.", "It sees one pixel: k − 1 = 0 rows are added.",
          "It detects edges.", "An edge needs neighbouring pixels; a 1×1 sees one.",
          "It blurs the image.", "To blur is to average neighbours; a 1×1 sees none.",
          "It pads the image's border.", "A 1×1 needs no padding and adds none.",
          "It finds where in the image an object is.", "It does the same at every pixel.",
          "It makes the result independent of shifts.", "A pooling does that, in part.");

  static Question draw(Random random) {
    List<String> uses = new ArrayList<>(USES);
    Collections.shuffle(uses, random);
    List<String> noUses = new ArrayList<>(NO_USES.keySet());
    Collections.sort(noUses);
    String odd = noUses.get(random.nextInt(noUses.size()));
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String use : uses.subList(0, 3)) {
      wrong.put(use, "That is one of its uses.");
    }
    return Question.asking("Three of these are uses of a 1×1 convolution. Which one is not?")
        .choices(random, odd, wrong, NO_USES.get(odd))
        .hint("What does a 1×1 see of the image, and what of the channels?")
        .hint("It sees one pixel and all channels: what needs neighbours is not its work.");
  }
}
