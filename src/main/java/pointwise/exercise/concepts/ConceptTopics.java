package pointwise.exercise.concepts;

import static pointwise.exercise.Group.CONCEPTS;

import java.util.List;
import pointwise.exercise.Topic;

/**
 * Values by hand, functions to write, what things are for. Adding a question is adding its file and
 * its line here.
 */
public final class ConceptTopics {
  private ConceptTopics() {}

  /** Internal: the topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        Topic.of(
                "convolution-or-correlation",
                CONCEPTS,
                2,
                "Convolution or correlation, in a word",
                ConvolutionOrCorrelation::draw)
            .read("03 § Convolution or correlation?")
            .followUp("Which one is commutative?"),
        Topic.of("pool-gradient", CONCEPTS, 2, "Max pooling's gradient", PoolGradient::draw)
            .read("08")
            .followUp("What if two pixels are equal?"),
        Topic.of(
                "field-function",
                CONCEPTS,
                3,
                "Write the receptive-field function",
                FieldFunction::draw)
            .read("04 § What a stack sees")
            .followUp("And for branches?"),
        Topic.of(
                "output-function",
                CONCEPTS,
                2,
                "Write the output-size function",
                OutputFunction::draw)
            .read("03 § VALID and SAME by hand")
            .followUp("And for a dilated kernel?"),
        Topic.of("one-by-one-uses", CONCEPTS, 1, "Three uses of a 1×1", OneByOneUses::draw)
            .read("01 § The answer to give in the interview")
            .followUp("Give a network for each."),
        Topic.of(
                "inception-versions",
                CONCEPTS,
                2,
                "What changed from V1 to V2 to V3",
                InceptionVersions::draw)
            .read("13 § From V1 to V2 to V3")
            .followUp("Which of them mattered most?"),
        Topic.of("convolve-by-hand", CONCEPTS, 1, "Convolve by hand", ConvolveByHand::draw)
            .read("03 § Convolution or correlation?")
            .followUp("How would you do it as a matrix product?"),
        Topic.of(
                "one-by-one-product",
                CONCEPTS,
                1,
                "A 1×1 as a matrix product",
                OneByOneProduct::draw)
            .read("05 § A 1×1 convolution is a matrix product at each pixel")
            .followUp("Which matrix is it for the whole image?"),
        Topic.of("composed-pair", CONCEPTS, 3, "Two kernels composed into one", ComposedPair::draw)
            .read("06 § Two channels in the middle")
            .followUp("Why does a ReLU in between make that impossible?"),
        Topic.of("rank-one", CONCEPTS, 2, "Is this kernel separable?", RankOne::draw)
            .read("06 § Rank: which kernels come apart")
            .followUp("Which rank can a pair with more channels between reach?"),
        Topic.of(
                "impulse-response",
                CONCEPTS,
                2,
                "Convolution or correlation?",
                ImpulseResponse::draw)
            .read("03 § Convolution or correlation?")
            .followUp("Why does it not matter for a learned kernel?"),
        Topic.of("smoothed-targets", CONCEPTS, 2, "Label smoothing", SmoothedTargets::draw)
            .read("13 § 4. Label smoothing")
            .followUp("What does the plain loss do to the logits?"));
  }
}
