package pointwise.exercise.concepts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.answer.Texts;

/** What came with which Inception: V1, V2 and V3. */
final class InceptionVersions {
  private static final String OTHER = "That came with another version: %s.";

  private InceptionVersions() {}

  private static final Map<String, List<String>> NEWS =
      Map.of(
          "V1 (GoogLeNet, 2014)",
              List.of(
                  "Branches of 1×1, 3×3, 5×5 and pooling side by side.",
                  "1×1 reductions before the 3×3 and the 5×5.",
                  "Two auxiliary classifiers, to help the gradient.",
                  "Global average pooling before the only dense layer."),
          "V2 with batch normalisation (Ioffe and Szegedy, 2015)",
              List.of(
                  "Batch normalisation after every convolution.",
                  "Two 3×3 in the place of each 5×5, in modules otherwise unchanged.",
                  "Much larger learning rates, and no dropout or local response normalisation."),
          "V3 (Rethinking the Inception Architecture, 2015)",
              List.of(
                  "Label smoothing.",
                  "1×7 and 7×1 in the place of a 7×7.",
                  "Grids halved by a convolution and a pooling side by side.",
                  "One auxiliary classifier that is seen as a regulariser."));

  static Question draw(Random random) {
    List<String> versions = new ArrayList<>(NEWS.keySet());
    Collections.sort(versions);
    Collections.shuffle(versions, random);
    String asked = versions.get(0);
    Map<String, String> wrong = new LinkedHashMap<>();
    pick(random, NEWS.get(versions.get(1)), 1)
        .forEach(news -> wrong.put(news, Texts.say(OTHER, versions.get(1))));
    pick(random, NEWS.get(versions.get(2)), 2)
        .forEach(news -> wrong.put(news, Texts.say(OTHER, versions.get(2))));
    return Question.asking("Which of these was new in Inception %s?", Texts.say(asked))
        .choices(
            random,
            pick(random, NEWS.get(asked), 1).get(0),
            wrong,
            "The others came with another version.")
        .hint("V1 is about branches and width, V2 about training, V3 about factorising.")
        .hint("In which paper's sections does each of them stand?");
  }

  private static List<String> pick(Random random, List<String> news, int count) {
    List<String> shuffled = new ArrayList<>(news);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }
}
