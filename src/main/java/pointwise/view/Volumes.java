package pointwise.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pointwise.op.Graph;
import pointwise.op.Layer;
import pointwise.tensor.Shape;

/**
 * A chain of convolutions as what stands in a row: a volume, the filters it meets, the volume they
 * give, and so on.
 *
 * @param stages volumes and filters by turns; the first and the last is a volume
 */
record Volumes(List<Stage> stages) {
  /** More than that do not stand in a row. */
  private static final int MOST_CONVOLUTIONS = 3;

  /**
   * A volume, or a number of equal filters.
   *
   * @param count how many filters; 0 for a volume
   * @param height rows
   * @param width columns
   * @param depth channels
   * @param title what it is called
   * @param note what else is said of it
   */
  record Stage(int count, int height, int width, int depth, String title, String note, Tint tint) {
    boolean isFilters() {
      return count > 0;
    }
  }

  /** Whether a graph is nothing but a few convolutions one after another, with activations. */
  static boolean fit(Graph graph) {
    long convolutions = graph.nodes().stream().filter(Volumes::isConvolution).count();
    return convolutions > 0
        && convolutions <= MOST_CONVOLUTIONS
        && graph.nodes().stream().allMatch(node -> isConvolution(node) || isActivation(node));
  }

  private static boolean isConvolution(Graph.Node node) {
    return node.step().kind().equals("conv") || node.step().kind().equals("depthwise");
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
        stages.add(volume(node.output().shape(), ""));
      }
    }
    stages.set(stages.size() - 1, volume(graph.output().shape(), "output"));
    return new Volumes(List.copyOf(stages));
  }

  private static Stage volume(Shape shape, String note) {
    return new Stage(
        0, shape.height(), shape.width(), shape.channels(), shape.toString(), note, Tint.GREY);
  }

  /** Filters see all channels of their group; those of a depthwise convolution see a single one. */
  private static Stage filters(Graph.Node node) {
    Shape weights = node.parameters().get(0).shape();
    int count = node.output().shape().channels();
    int depth = node.step().kind().equals("depthwise") ? 1 : weights.dim(2);
    String title =
        "%s of %d×%d×%d"
            .formatted(
                count == 1 ? "1 filter" : count + " filters",
                weights.dim(0),
                weights.dim(1),
                depth);
    String note = String.format(Locale.ROOT, "%,d multiplications", node.multiplications().dense());
    return new Stage(
        count, weights.dim(0), weights.dim(1), depth, title, note, Tint.of(node.step()));
  }
}
