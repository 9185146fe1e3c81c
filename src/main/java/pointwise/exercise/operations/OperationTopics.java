package pointwise.exercise.operations;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import pointwise.exercise.Group;
import pointwise.exercise.Question;
import pointwise.exercise.Topic;

/** What is multiplied. Adding a question is adding its file and its line here. */
public final class OperationTopics {
  private OperationTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        topic(
                "multiplications",
                1,
                "Multiplications of a convolution",
                ConvolutionMultiplications::draw)
            .read("01 § Count")
            .followUp("How many of them are with a padding zero?"),
        topic("bottleneck", 1, "The same through a 1×1", BottleneckMultiplications::draw)
            .read("01 § Count")
            .followUp("What does the ReLU between the two change?"),
        topic("break-even", 3, "Break-even width of a reduction", BreakEvenWidth::draw)
            .read("01 § Break-even")
            .followUp("Does the image's size matter for it?"),
        topic("module-saving", 2, "What the reduction in a branch saves", ModuleSaving::draw)
            .read("02 § Count")
            .followUp("Why do papers reduce, and not only narrow the 5×5?"),
        topic("one-by-one-saving", 2, "What VGG's column C saves", OneByOneSaving::draw)
            .read("10 § Columns")
            .followUp("Why is D better than C all the same?"),
        topic("stack-weights", 1, "Small kernels against a large one", StackWeights::draw)
            .read("04 § Count")
            .followUp("What does the stack have besides fewer weights?"),
        topic("separable-ratio", 3, "Depthwise separable: 1/N + 1/k²", SeparableRatio::draw)
            .read("07 § Count")
            .followUp("Why is it not that much faster on a clock?"),
        topic("tool-count", 2, "From a tool's count to multiplications", ToolCount::draw)
            .read("09 § Conventions")
            .followUp("Which tools print MACs and call them FLOPs?"),
        topic("asymmetric-pair", 2, "1×k and k×1 against k×k", AsymmetricPair::draw)
            .read("06 § Count")
            .followUp("Where in the network did the authors find it useful?"),
        topic("grid-reduction", 3, "Halving a grid", GridReduction::draw)
            .read("13 § Reduction")
            .followUp("What is a representational bottleneck?"),
        topic("block-diagonal", 3, "Groups as a block-diagonal matrix", BlockDiagonal::draw)
            .read("07 § Groups")
            .followUp("What undoes the separation of the groups in ShuffleNet?"));
  }

  private static Topic topic(
      String id, int level, String title, Function<Random, Question> source) {
    return Topic.of(id, Group.OPERATIONS, level, title, source);
  }
}
