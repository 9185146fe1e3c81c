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
        topic("stack-field", 1, "Receptive field of a stack", StackField::draw)
            .read("04 § Field")
            .followUp("Is the effective receptive field as large?"),
        topic("strided-field", 2, "Receptive field with strides", StridedField::draw)
            .read("04 § Field")
            .followUp("Which layer of a network should have the stride?"),
        topic("mlpconv-field", 2, "Does a 1×1 enlarge it?", MlpconvField::draw)
            .read("05 § Field")
            .followUp("What does a 1×1 enlarge, then?"));
  }

  private static Topic topic(
      String id, int level, String title, Function<Random, Question> source) {
    return Topic.of(id, Group.MEMORY, level, title, source);
  }
}
