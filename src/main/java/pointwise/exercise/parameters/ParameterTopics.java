package pointwise.exercise.parameters;

import static pointwise.exercise.Group.PARAMETERS;

import java.util.List;
import pointwise.exercise.Topic;

/** What is learned and stored. Adding a question is adding its file and its line here. */
public final class ParameterTopics {
  private ParameterTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        PARAMETERS.topic("parameters", 1, "A convolution with biases", ConvolutionParameters::withBias)
            .read("01 § Count by hand")
            .followUp("Do they depend on the image's size?"),
        PARAMETERS.topic(
                "parameters-without-bias",
                1,
                "A convolution without biases",
                ConvolutionParameters::withoutBias)
            .read("01 § Count by hand")
            .followUp("When is the bias left out?"),
        PARAMETERS.topic("partial-connections", 3, "LeNet-5's C3: 1,516 or 2,416", PartialConnections::draw)
            .read("08")
            .followUp("Why did LeCun leave connections out?"),
        PARAMETERS.topic("group-saving", 2, "What AlexNet's grouping saves", GroupSaving::draw)
            .read("09 § What was new: two GPUs")
            .followUp("What does it cost in accuracy?"),
        PARAMETERS.topic("norm-parameters", 1, "Batch normalisation: learned and stored", NormParameters::draw)
            .read("12")
            .followUp("Where do mean and variance come from at inference?"),
        PARAMETERS.topic(
                "dense-as-convolution",
                2,
                "A convolution that equals a dense layer",
                DenseAsConvolution::draw)
            .read("10 § Dense layers that slide")
            .followUp("What does it give on a larger image?"),
        PARAMETERS.topic("grouped-parameters", 2, "A convolution in groups", GroupedParameters::draw)
            .read("09 § What was new: two GPUs")
            .followUp("Why did AlexNet use groups?"),
        PARAMETERS.topic(
                "separable-parameters",
                2,
                "A depthwise separable convolution",
                SeparableParameters::draw)
            .read("07 § Count by hand")
            .followUp("Which of its two parts has most of the parameters?"),
        PARAMETERS.topic("nin-block", 2, "A block of Network in Network", NinBlock::draw)
            .read("05 § Count by hand")
            .followUp("Why is a 1×1 a small network for every pixel?"),
        PARAMETERS.topic("module-parameters", 3, "An Inception module", ModuleParameters::draw)
            .read("02 § Count it by hand")
            .followUp("Which branch has most of them?"),
        PARAMETERS.topic("stage-parameters", 1, "A stage of VGG", StageParameters::draw)
            .read("10 § Count by hand")
            .followUp("What do the poolings cost?"),
        PARAMETERS.topic("dense-share", 3, "VGG's first dense layer", DenseShare::draw)
            .read("10 § Where they sit")
            .followUp("How would you make VGG-16 smaller? And faster?"),
        PARAMETERS.topic(
                "pooling-instead-of-dense",
                2,
                "Global average pooling instead of a dense layer",
                PoolingInsteadOfDense::draw)
            .read("11 § What global average pooling does")
            .followUp("What else does it change, besides the parameters?"),
        PARAMETERS.topic("five-as-three", 2, "A 5×5 that is built as 3×3", FiveAsThree::draw)
            .read("11 § torchvision's GoogLeNet is another network")
            .followUp("How does one notice such a deviation?"),
        PARAMETERS.topic(
                "branch-parameters",
                3,
                "A branch of Inception V3 with its normalisation",
                BranchParameters::draw)
            .read("13 § 1. Factorised filters")
            .followUp("Why does a convolution before a normalisation have no bias?"));
  }
}
