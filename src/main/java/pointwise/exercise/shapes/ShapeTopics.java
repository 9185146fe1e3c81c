package pointwise.exercise.shapes;

import static pointwise.exercise.Group.SHAPES;

import java.util.List;
import pointwise.exercise.Topic;

/** Internal: which shape comes out. Adding a question is adding its file and its line here. */
public final class ShapeTopics {
  private ShapeTopics() {}

  /** The topics, the easy ones first. */
  public static List<Topic> all() {
    return List.of(
        Topic.of("valid-shape", SHAPES, 1, "No padding", WindowShape::valid)
            .read("03 § VALID and SAME by hand")
            .followUp("Why do deep networks pad?"),
        Topic.of("same-shape", SHAPES, 1, "SAME padding", WindowShape::same)
            .read("03 § VALID and SAME by hand")
            .followUp("Where do the zeros go if their number is odd?"),
        Topic.of("strided-shape", SHAPES, 1, "Stride", WindowShape::strided)
            .read("03 § VALID and SAME by hand")
            .followUp("Which pixels are never seen?"),
        Topic.of("dilated-shape", SHAPES, 2, "Dilation", WindowShape::dilated)
            .read("04 § What a stack sees")
            .followUp("When is dilation better than a larger kernel?"),
        Topic.of("rectangular-shape", SHAPES, 2, "A rectangular kernel", WindowShape::rectangular)
            .read("06 § One kernel, two passes, by hand")
            .followUp("Does the order of 1×k and k×1 matter?"),
        Topic.of(
                "unequal-branch",
                SHAPES,
                2,
                "Which branches can be concatenated",
                UnequalBranch::draw)
            .read("02 § The module, with a shape below every layer")
            .followUp("How would you make the odd one fit?"),
        Topic.of(
                "smallest-input",
                SHAPES,
                3,
                "The smallest image that is accepted",
                SmallestInput::draw)
            .read("11 § The network, with a shape below every layer")
            .followUp("Which layer decides it?"),
        Topic.of("output-rows", SHAPES, 2, "AlexNet: 224 or 227?", OutputRows::draw)
            .read("09 § The network, with a shape below every layer")
            .followUp("Why do torchvision and the paper disagree about 224?"),
        Topic.of("transposed-rows", SHAPES, 3, "Transposed convolution", TransposedRows::draw)
            .read("03 § VALID and SAME by hand")
            .followUp(
                "Why does it leave a checkerboard where the stride does not divide the kernel?"),
        Topic.of("ceil-pooling", SHAPES, 2, "Pooling, floor or ceil", CeilPooling::draw)
            .read("11 § Poolings that round up")
            .followUp("What would rounding down change in GoogLeNet?"),
        Topic.of("concat-channels", SHAPES, 1, "Channels after a concat", ConcatChannels::draw)
            .read("02 § The module, with a shape below every layer")
            .followUp(
                "Which of the six numbers of a module can change without changing its output?"),
        Topic.of("flat-index", SHAPES, 2, "Where flatten puts an element", FlatIndex::draw)
            .read("03 § Flatten by hand")
            .followUp("What goes wrong if weights trained channels-last are read channels-first?"),
        Topic.of(
                "same-with-stride",
                SHAPES,
                3,
                "TensorFlow's SAME with stride 2",
                SameWithStride::draw)
            .read("03 § VALID and SAME by hand")
            .followUp("How do you port such a layer to PyTorch?"));
  }
}
