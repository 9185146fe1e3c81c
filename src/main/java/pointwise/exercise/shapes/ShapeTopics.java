package pointwise.exercise.shapes;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import pointwise.exercise.Group;
import pointwise.exercise.Question;
import pointwise.exercise.Topic;

/** Which shape comes out. Adding a question is adding its file and its line here. */
public final class ShapeTopics {
  private ShapeTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        topic("valid-shape", 1, "No padding", WindowShape::valid)
            .read("03 § VALID and SAME by hand")
            .followUp("Why do deep networks pad?"),
        topic("same-shape", 1, "SAME padding", WindowShape::same)
            .read("03 § VALID and SAME by hand")
            .followUp("Where do the zeros go if their number is odd?"),
        topic("strided-shape", 1, "Stride", WindowShape::strided)
            .read("03 § VALID and SAME by hand")
            .followUp("Which pixels are never seen?"),
        topic("dilated-shape", 2, "Dilation", WindowShape::dilated)
            .read("04 § What a stack sees")
            .followUp("When is dilation better than a larger kernel?"),
        topic("rectangular-shape", 2, "A rectangular kernel", WindowShape::rectangular)
            .read("06 § One kernel, two passes, by hand")
            .followUp("Does the order of 1×k and k×1 matter?"),
        topic("unequal-branch", 2, "Which branches can be concatenated", UnequalBranch::draw)
            .read("02 § The module, with a shape on every edge")
            .followUp("How would you make the odd one fit?"),
        topic("smallest-input", 3, "The smallest image that is accepted", SmallestInput::draw)
            .read("11 § The network, with a shape on every edge")
            .followUp("Which layer decides it?"),
        topic("output-rows", 2, "AlexNet: 224 or 227?", OutputRows::draw)
            .read("09 § The network, with a shape on every edge")
            .followUp("Why do torchvision and the paper disagree about 224?"),
        topic("transposed-rows", 3, "Transposed convolution", TransposedRows::draw)
            .read("03 § VALID and SAME by hand")
            .followUp(
                "Why does it leave a checkerboard where the stride does not divide the kernel?"),
        topic("ceil-pooling", 2, "Pooling, floor or ceil", CeilPooling::draw)
            .read("11 § Poolings that round up")
            .followUp("What would rounding down change in GoogLeNet?"),
        topic("concat-channels", 1, "Channels after a concat", ConcatChannels::draw)
            .read("02 § The module, with a shape on every edge")
            .followUp(
                "Which of the six numbers of a module can change without changing its output?"),
        topic("flat-index", 2, "Where flatten puts an element", FlatIndex::draw)
            .read("03 § Flatten by hand")
            .followUp("What goes wrong if weights trained channels-last are read channels-first?"),
        topic("same-with-stride", 3, "TensorFlow's SAME with stride 2", SameWithStride::draw)
            .read("03 § VALID and SAME by hand")
            .followUp("How do you port such a layer to PyTorch?"));
  }

  private static Topic topic(
      String id, int level, String title, Function<Random, Question> source) {
    return Topic.of(id, Group.SHAPES, level, title, source);
  }
}
