package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pointwise.op.Family;
import pointwise.op.Graph;
import pointwise.op.Layer;
import pointwise.tensor.Shape;
import pointwise.view.Palette;

/**
 * A chain of convolutions as what stands in a row: a volume, the filters it meets, the volume they
 * give, and so on.
 *
 * @param stages volumes and filters by turns; the first and the last is a volume
 */
record Volumes(List<Stage> stages) {
  /** More than that do not stand in a row. */
  private static final int MOST_CONVOLUTIONS = 3;

  private static final int LONGEST_LINE = 20;

  /**
   * A volume, or a number of equal filters.
   *
   * @param count how many filters; 0 for a volume
   * @param height rows
   * @param width columns
   * @param depth channels
   * @param title what it is
   * @param notes what else is said of it
   */
  record Stage(
      int count, int height, int width, int depth, String title, List<String> notes, Palette tint) {
    boolean isFilters() {
      return count > 0;
    }

    /** A piece of it, as deep, in a colour of its own. */
    Stage cut(int rows, int columns, Palette other) {
      return new Stage(count, rows, columns, depth, title, notes, other);
    }

    /** What is written below it: the title, then the notes, a long one in two lines. */
    List<String> lines() {
      return Stream.concat(Stream.of(title), notes.stream().flatMap(Stage::broken)).toList();
    }

    private static Stream<String> broken(String note) {
      int space = note.lastIndexOf(' ');
      return note.length() <= LONGEST_LINE || space < 0
          ? Stream.of(note)
          : Stream.of(note.substring(0, space), note.substring(space + 1));
    }

    /** Its text in one line. */
    String spoken() {
      return notes.isEmpty() ? title : title + " (" + String.join(", ", notes) + ")";
    }
  }

  /** Whether a graph is nothing but a few convolutions one after another, with activations. */
  static boolean fit(Graph graph) {
    long convolutions = graph.nodes().stream().filter(Volumes::isConvolution).count();
    return convolutions > 0
        && graph.sideOutputs().isEmpty()
        && convolutions <= MOST_CONVOLUTIONS
        && graph.nodes().stream().allMatch(node -> isConvolution(node) || isActivation(node));
  }

  static boolean isConvolution(Graph.Node node) {
    return switch (node.step().family()) {
      case CONVOLUTION, DEPTHWISE_CONVOLUTION, TRANSPOSED_CONVOLUTION -> true;
      case PARTIAL_CONVOLUTION, // its filters differ in depth
          DENSE,
          MAX_POOLING,
          AVERAGE_POOLING,
          GLOBAL_POOLING,
          BATCH_NORM,
          LOCAL_RESPONSE_NORM,
          RELU,
          SATURATING_ACTIVATION,
          SOFTMAX,
          SOFTMIN,
          DROPOUT,
          RESHAPE,
          CONCATENATION,
          ADDITION,
          CUSTOM ->
          false;
    };
  }

  private static boolean isActivation(Graph.Node node) {
    return node.step() instanceof Layer layer && layer.belongsToPrevious();
  }

  static Volumes of(Graph graph) {
    List<Stage> stages = new ArrayList<>();
    stages.add(volume(graph.input().shape(), "input"));
    for (Graph.Node node : graph.nodes()) {
      if (isConvolution(node)) {
        stages.add(filters(node));
        stages.add(volume(node.output().shape()));
      }
    }
    stages.set(stages.size() - 1, volume(graph.output().shape(), "output"));
    return new Volumes(List.copyOf(stages));
  }

  private static Stage volume(Shape shape, String... notes) {
    return new Stage(
        0,
        shape.height(),
        shape.width(),
        shape.channels(),
        shape.toString(),
        List.of(notes),
        Palette.GREY);
  }

  /** Filters see all channels of their group; those of a depthwise convolution see a single one. */
  private static Stage filters(Graph.Node node) {
    Shape weights = node.parameters().get(0).shape();
    int count = node.output().shape().channels();
    Family family = node.step().family();
    boolean transposed = family == Family.TRANSPOSED_CONVOLUTION;
    int depth = family == Family.DEPTHWISE_CONVOLUTION ? 1 : weights.dim(transposed ? 3 : 2);
    Shape filter = Shape.of(weights.dim(0), weights.dim(1), depth);
    long multiplications = node.multiplications().dense();
    return new Stage(
        count,
        filter.height(),
        filter.width(),
        depth,
        counted(count, transposed ? "transposed filter" : "filter"),
        List.of("of " + filter, counted(multiplications, "multiplication")),
        Palette.of(node.step()));
  }

  private static String counted(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
