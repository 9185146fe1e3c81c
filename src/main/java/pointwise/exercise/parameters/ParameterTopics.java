package pointwise.exercise.parameters;

import static pointwise.exercise.Group.PARAMETERS;

import java.util.List;
import pointwise.exercise.Topic;

/** Internal: what is learned and stored. Adding a question is adding its file and its line here. */
public final class ParameterTopics {
  private ParameterTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        Topic.of(
                "parameters",
                PARAMETERS,
                1,
                "A convolution with biases",
                ConvolutionParameters::withBias)
            .read("01 § Count by hand")
            .followUp("Do they depend on the image's size?"),
        Topic.of(
                "parameters-without-bias",
                PARAMETERS,
                1,
                "A convolution without biases",
                ConvolutionParameters::withoutBias)
            .read("01 § Count by hand")
            .followUp("When is the bias left out?"),
        Topic.of(
                "partial-connections",
                PARAMETERS,
                3,
                "LeNet-5's C3: 1,516 or 2,416",
                PartialConnections::draw)
            .read("08")
            .followUp("Why did LeCun leave connections out?"),
        Topic.of("group-saving", PARAMETERS, 2, "What AlexNet's grouping saves", GroupSaving::draw)
            .read("09 § What was new: two GPUs")
            .followUp("What does it cost in accuracy?"),
        Topic.of(
                "norm-parameters",
                PARAMETERS,
                1,
                "Batch normalisation: learned and stored",
                NormParameters::draw)
            .read("12")
            .followUp("Where do mean and variance come from at inference?"),
        Topic.of(
                "dense-as-convolution",
                PARAMETERS,
                2,
                "A convolution that equals a dense layer",
                DenseAsConvolution::draw)
            .read("10 § Dense layers that slide")
            .followUp("What does it give on a larger image?"),
        Topic.of(
                "grouped-parameters",
                PARAMETERS,
                2,
                "A convolution in groups",
                GroupedParameters::draw)
            .read("09 § What was new: two GPUs")
            .followUp("Why did AlexNet use groups?"),
        Topic.of(
                "separable-parameters",
                PARAMETERS,
                2,
                "A depthwise separable convolution",
                SeparableParameters::draw)
            .read("07 § Count by hand")
            .followUp("Which of its two parts has most of the parameters?"),
        Topic.of("nin-block", PARAMETERS, 2, "A block of Network in Network", NinBlock::draw)
            .read("05 § Count by hand")
            .followUp("Why is a 1×1 a small network for every pixel?"),
        Topic.of("module-parameters", PARAMETERS, 3, "An Inception module", ModuleParameters::draw)
            .read("02 § Count it by hand")
            .followUp("Which branch has most of them?"),
        Topic.of("stage-parameters", PARAMETERS, 1, "A stage of VGG", StageParameters::draw)
            .read("10 § Count by hand")
            .followUp("What do the poolings cost?"),
        Topic.of("dense-share", PARAMETERS, 3, "VGG's first dense layer", DenseShare::draw)
            .read("10 § Where they sit")
            .followUp("How would you make VGG-16 smaller? And faster?"),
        Topic.of(
                "pooling-instead-of-dense",
                PARAMETERS,
                2,
                "Global average pooling instead of a dense layer",
                PoolingInsteadOfDense::draw)
            .read("11 § What global average pooling does")
            .followUp("What else does it change, besides the parameters?"),
        Topic.of("five-as-three", PARAMETERS, 2, "A 5×5 that is built as 3×3", FiveAsThree::draw)
            .read("11 § torchvision's GoogLeNet is another network")
            .followUp("How does one notice such a deviation?"),
        Topic.of(
                "branch-parameters",
                PARAMETERS,
                3,
                "A branch of Inception V3 with its normalisation",
                BranchParameters::draw)
            .read("13 § 1. Factorised filters")
            .followUp("Why does a convolution before a normalisation have no bias?"));
  }
}
