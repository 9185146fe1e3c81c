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
        topic("additions", 2, "Additions of a convolution", Additions::draw)
            .read("01 § Count by hand")
            .followUp("Why does nobody count them apart?"),
        topic("flops", 1, "MACs to FLOPs", Flops::draw)
            .read("01 § Count by hand")
            .followUp("Which does a paper mean by FLOPs?"),
        topic("direct-five", 1, "A 5×5 on a whole module input", DirectFive::draw)
            .read("02 § Count it by hand")
            .followUp("And through a 1×1 to 16?"),
        topic("doubled-channels", 2, "Doubling the channels", DoubledChannels::draw)
            .read("10 § Count by hand")
            .followUp("Why do networks double when they halve the image?"),
        topic("padding-zeros", 3, "What of the padding is multiplied by zero", PaddingZeros::draw)
            .read("01 § Count by hand")
            .followUp("Which loops leave it out?"),
        topic("stride-saving", 1, "What a stride saves", StrideSaving::draw)
            .read("09 § Count by hand")
            .followUp("What is lost?"),
        topic("two-threes", 2, "Two 3×3 against a 5×5", StackMultiplications::two)
            .read("04 § Count by hand")
            .followUp("What does the ReLU between them bring?"),
        topic("three-threes", 2, "Three 3×3 against a 7×7", StackMultiplications::three)
            .read("04 § Count by hand")
            .followUp("Why does VGG not go on to 9×9?"),
        topic("network-share", 2, "The convolutions' share of a network", NetworkShare::draw)
            .read("09 § Count with the library")
            .followUp("What would you make smaller, and what faster?"),
        topic(
                "multiplications",
                1,
                "Multiplications of a convolution",
                ConvolutionMultiplications::draw)
            .read("01 § Count by hand")
            .followUp("How many of them are with a padding zero?"),
        topic(
                "bottleneck",
                1,
                "A convolution behind a 1×1 reduction",
                BottleneckMultiplications::draw)
            .read("01 § Count by hand")
            .followUp("What does the ReLU between the two change?"),
        topic("break-even", 3, "Break-even width of a reduction", BreakEvenWidth::draw)
            .read("01 § Where does the trick stop?")
            .followUp("Does the image's size matter for it?"),
        topic("module-saving", 2, "What the reduction in a branch saves", ModuleSaving::draw)
            .read("02 § Count it by hand")
            .followUp("Why do papers reduce, and not only narrow the 5×5?"),
        topic("one-by-one-saving", 2, "What VGG's column C saves", OneByOneSaving::draw)
            .read("10 § What C's 1×1 is for")
            .followUp("Why is D better than C all the same?"),
        topic("stack-weights", 1, "Small kernels against a large one", StackWeights::draw)
            .read("04 § Count by hand")
            .followUp("What does the stack have besides fewer weights?"),
        topic("separable-ratio", 3, "Depthwise separable: 1/N + 1/k²", SeparableRatio::draw)
            .read("07 § Count by hand")
            .followUp("Why is it not that much faster on a clock?"),
        topic("tool-count", 2, "From a tool's count to multiplications", ToolCount::draw)
            .read("09 § Asked on the web: how many FLOPs does AlexNet have?")
            .followUp("Which tools print MACs and call them FLOPs?"),
        topic("asymmetric-pair", 2, "1×k and k×1 against k×k", AsymmetricPair::draw)
            .read("06 § Count by hand")
            .followUp("Where in the network did the authors find it useful?"),
        topic("grid-reduction", 3, "Halving a grid", GridReduction::draw)
            .read("13 § 2. Grid reduction")
            .followUp("What is a representational bottleneck?"),
        topic("block-diagonal", 3, "Groups as a block-diagonal matrix", BlockDiagonal::draw)
            .read("07 § Grouped convolutions: the middle")
            .followUp("What undoes the separation of the groups in ShuffleNet?"));
  }

  private static Topic topic(
      String id, int level, String title, Function<Random, Question> source) {
    return Topic.of(id, Group.OPERATIONS, level, title, source);
  }
}
