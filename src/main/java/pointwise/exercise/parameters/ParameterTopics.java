package pointwise.exercise.parameters;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import pointwise.exercise.Group;
import pointwise.exercise.Question;
import pointwise.exercise.Topic;

/** What is learned and stored. Adding a question is adding its file and its line here. */
public final class ParameterTopics {
  private ParameterTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        topic("grouped-parameters", 2, "A convolution in groups", GroupedParameters::draw)
            .read("09 § Groups")
            .followUp("Why did AlexNet use groups?"),
        topic(
                "separable-parameters",
                2,
                "A depthwise separable convolution",
                SeparableParameters::draw)
            .read("07 § Count")
            .followUp("Which of its two parts has most of the parameters?"),
        topic("nin-block", 2, "A block of Network in Network", NinBlock::draw)
            .read("05 § Count")
            .followUp("Why is a 1×1 a small network for every pixel?"),
        topic("module-parameters", 3, "An Inception module", ModuleParameters::draw)
            .read("02 § Count")
            .followUp("Which branch has most of them?"),
        topic("stage-parameters", 1, "A stage of VGG", StageParameters::draw)
            .read("10 § Count")
            .followUp("What do the poolings cost?"),
        topic("dense-share", 3, "VGG's first dense layer", DenseShare::draw)
            .read("10 § Shares")
            .followUp("How would you make VGG-16 smaller? And faster?"),
        topic(
                "pooling-instead-of-dense",
                2,
                "Global average pooling instead of a dense layer",
                PoolingInsteadOfDense::draw)
            .read("11 § Average")
            .followUp("What else does it change, besides the parameters?"),
        topic("five-as-three", 2, "A 5×5 that is built as 3×3", FiveAsThree::draw)
            .read("11 § Versions")
            .followUp("How does one notice such a deviation?"),
        topic(
                "branch-parameters",
                3,
                "A branch of Inception V3 with its normalisation",
                BranchParameters::draw)
            .read("13 § Count")
            .followUp("Why does a convolution before a normalisation have no bias?"));
  }

  private static Topic topic(
      String id, int level, String title, Function<Random, Question> source) {
    return Topic.of(id, Group.PARAMETERS, level, title, source);
  }
}
