package pointwise.exercise.operations;

import static pointwise.exercise.Group.OPERATIONS;

import java.util.List;
import pointwise.exercise.Topic;

/** Internal: what is multiplied. Adding a question is adding its file and its line here. */
public final class OperationTopics {
  private OperationTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        Topic.of("additions", OPERATIONS, 2, "Additions of a convolution", Additions::draw)
            .read("01 § Count by hand")
            .followUp("Why does nobody count them apart?"),
        Topic.of("flops", OPERATIONS, 1, "MACs to FLOPs", Flops::draw)
            .read("01 § Count by hand")
            .followUp("Which does a paper mean by FLOPs?"),
        Topic.of("direct-five", OPERATIONS, 1, "A 5×5 on a whole module input", DirectFive::draw)
            .read("02 § Count it by hand")
            .followUp("And through a 1×1 to 16?"),
        Topic.of("doubled-channels", OPERATIONS, 2, "Doubling the channels", DoubledChannels::draw)
            .read("10 § Count by hand")
            .followUp("Why do networks double when they halve the image?"),
        Topic.of(
                "padding-zeros",
                OPERATIONS,
                3,
                "What of the padding is multiplied by zero",
                PaddingZeros::draw)
            .read("01 § Count by hand")
            .followUp("Which loops leave it out?"),
        Topic.of("stride-saving", OPERATIONS, 1, "What a stride saves", StrideSaving::draw)
            .read("09 § Count by hand")
            .followUp("What is lost?"),
        Topic.of("two-threes", OPERATIONS, 2, "Two 3×3 against a 5×5", StackMultiplications::two)
            .read("04 § Count by hand")
            .followUp("What does the ReLU between them bring?"),
        Topic.of(
                "three-threes",
                OPERATIONS,
                2,
                "Three 3×3 against a 7×7",
                StackMultiplications::three)
            .read("04 § Count by hand")
            .followUp("Why does VGG not go on to 9×9?"),
        Topic.of(
                "network-share",
                OPERATIONS,
                2,
                "The convolutions' share of a network",
                NetworkShare::draw)
            .read("09 § Count with the library")
            .followUp("What would you make smaller, and what faster?"),
        Topic.of(
                "multiplications",
                OPERATIONS,
                1,
                "Multiplications of a convolution",
                ConvolutionMultiplications::draw)
            .read("01 § Count by hand")
            .followUp("How many of them multiply a padding zero?"),
        Topic.of(
                "bottleneck",
                OPERATIONS,
                1,
                "A convolution after a 1×1 reduction",
                BottleneckMultiplications::draw)
            .read("01 § Count by hand")
            .followUp("What does the ReLU between the two change?"),
        Topic.of(
                "break-even",
                OPERATIONS,
                3,
                "Break-even width of a reduction",
                BreakEvenWidth::draw)
            .read("01 § Where does the trick stop?")
            .followUp("Does the image's size matter for it?"),
        Topic.of(
                "module-saving",
                OPERATIONS,
                2,
                "What the reduction in a branch saves",
                ModuleSaving::draw)
            .read("02 § Count it by hand")
            .followUp("Why do papers reduce, and not only narrow the 5×5?"),
        Topic.of(
                "one-by-one-saving",
                OPERATIONS,
                2,
                "What VGG's column C saves",
                OneByOneSaving::draw)
            .read("10 § What C's 1×1 is for")
            .followUp("Why is D better than C all the same?"),
        Topic.of(
                "stack-weights",
                OPERATIONS,
                1,
                "Small kernels against a large one",
                StackWeights::draw)
            .read("04 § Count by hand")
            .followUp("What does the stack have besides fewer weights?"),
        Topic.of(
                "separable-ratio",
                OPERATIONS,
                3,
                "Depthwise separable: 1/N + 1/k²",
                SeparableRatio::draw)
            .read("07 § Count by hand")
            .followUp("Why is it not that much faster on a clock?"),
        Topic.of(
                "tool-count",
                OPERATIONS,
                2,
                "From a tool's count to multiplications",
                ToolCount::draw)
            .read("09 § Asked on the web: how many FLOPs does AlexNet have?")
            .followUp("Which tools print MACs and call them FLOPs?"),
        Topic.of("asymmetric-pair", OPERATIONS, 2, "1×k and k×1 against k×k", AsymmetricPair::draw)
            .read("06 § Count by hand")
            .followUp("Where in the network did the authors find it useful?"),
        Topic.of("grid-reduction", OPERATIONS, 3, "Halving a grid", GridReduction::draw)
            .read("13 § 2. Grid reduction")
            .followUp("What is a representational bottleneck?"),
        Topic.of(
                "block-diagonal",
                OPERATIONS,
                3,
                "Groups as a block-diagonal matrix",
                BlockDiagonal::draw)
            .read("07 § Grouped convolutions: the middle")
            .followUp("What undoes the separation of the groups in ShuffleNet?"));
  }
}
