package pointwise.exercise.memory;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import pointwise.exercise.Group;
import pointwise.exercise.Question;
import pointwise.exercise.Topic;

/**
 * What is kept in memory, and what a unit sees of the image. Adding a question is adding its file
 * and its line here.
 */
public final class MemoryTopics {
  private MemoryTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        topic("activation-bytes", 1, "Bytes of the activations", ActivationBytes::draw)
            .read("04 § Count with the library")
            .followUp("And the gradients?"),
        topic("training-memory", 2, "Inference against training", TrainingMemory::draw)
            .read("04 § Count with the library")
            .followUp("What is recomputation?"),
        topic("im2col", 2, "im2col's growth", Im2col::draw)
            .read("03 § Convolution or correlation?")
            .followUp("How does one avoid it?"),
        topic("intensity", 3, "Arithmetic intensity of a 1×1", Intensity::draw)
            .read("01 § Time it")
            .followUp("When is a layer bound by memory?"),
        topic("network-field", 3, "Receptive field in a published network", NetworkField::draw)
            .read("09 § What a unit sees")
            .followUp("Does a unit use all that it sees?"),
        topic("dilated-field", 2, "Receptive field with dilation", DilatedField::draw)
            .read("04 § What a stack sees")
            .followUp("What is gridding?"),
        topic("branch-field", 3, "Receptive field of each branch of a module", BranchField::draw)
            .read("11 § What a unit sees")
            .followUp("Why does a module mix different reaches?"),
        topic("stack-field", 1, "Receptive field of a stack", StackField::draw)
            .read("04 § What a stack sees")
            .followUp("Is the effective receptive field as large?"),
        topic("strided-field", 2, "Receptive field with strides", StridedField::draw)
            .read("04 § What a stack sees")
            .followUp("Which layer of a network should have the stride?"),
        topic("mlpconv-field", 2, "Does a 1×1 enlarge it?", MlpconvField::draw)
            .read("05 § See: it does not see further")
            .followUp("What does a 1×1 enlarge, then?"));
  }

  private static Topic topic(
      String id, int level, String title, Function<Random, Question> source) {
    return Topic.of(id, Group.MEMORY, level, title, source);
  }
}
