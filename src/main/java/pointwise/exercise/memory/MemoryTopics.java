package pointwise.exercise.memory;

import static pointwise.exercise.Group.MEMORY;

import java.util.List;
import pointwise.exercise.Topic;

/**
 * What is kept in memory, and what a unit sees of the image. Adding a question is adding its file
 * and its line here.
 */
public final class MemoryTopics {
  private MemoryTopics() {}

  /** Internal: the topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        Topic.of("activation-bytes", MEMORY, 1, "Bytes of the activations", ActivationBytes::draw)
            .read("04 § Count with the library")
            .followUp("And the gradients?"),
        Topic.of("training-memory", MEMORY, 2, "Inference against training", TrainingMemory::draw)
            .read("04 § Count with the library")
            .followUp("What is recomputation?"),
        Topic.of("im2col", MEMORY, 2, "im2col's growth", Im2col::draw)
            .read("03 § Convolution or correlation?")
            .followUp("How does one avoid it?"),
        Topic.of("intensity", MEMORY, 3, "Arithmetic intensity of a 1×1", Intensity::draw)
            .read("01 § Time it")
            .followUp("When is a layer bound by memory?"),
        Topic.of(
                "network-field",
                MEMORY,
                3,
                "Receptive field in a published network",
                NetworkField::draw)
            .read("09 § What a unit sees")
            .followUp("Does a unit use all that it sees?"),
        Topic.of("dilated-field", MEMORY, 2, "Receptive field with dilation", DilatedField::draw)
            .read("04 § What a stack sees")
            .followUp("What is gridding?"),
        Topic.of(
                "branch-field",
                MEMORY,
                3,
                "Receptive field of each branch of a module",
                BranchField::draw)
            .read("11 § What a unit sees")
            .followUp("Why does a module mix different reaches?"),
        Topic.of("stack-field", MEMORY, 1, "Receptive field of a stack", StackField::draw)
            .read("04 § What a stack sees")
            .followUp("Is the effective receptive field as large?"),
        Topic.of("strided-field", MEMORY, 2, "Receptive field with strides", StridedField::draw)
            .read("04 § What a stack sees")
            .followUp("Which layer of a network should have the stride?"),
        Topic.of("mlpconv-field", MEMORY, 2, "Does a 1×1 enlarge it?", MlpconvField::draw)
            .read("05 § See: it does not see further")
            .followUp("What does a 1×1 enlarge, then?"));
  }
}
