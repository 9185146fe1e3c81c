package pointwise.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Graph.Value;
import pointwise.op.Parameter;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * The weights of a graph under the names and in the order of the axes that PyTorch has.
 *
 * <p>There images are channels × height × width, convolution filters outputs × inputs of a group ×
 * height × width, those of transposed convolutions inputs × outputs × height × width, and dense
 * weights outputs × inputs. Flattening reads channel by channel, here it reads pixel by pixel: what
 * a dense layer or a normalisation behind it has for each feature stands in another order, too.
 */
final class PyTorchWeights {
  private static final int[] OWN_TO_FILTERS = {3, 2, 0, 1};
  private static final int[] FILTERS_TO_OWN = {2, 3, 1, 0};

  private final Graph graph;

  /** For each value of the graph where PyTorch has its features; null where they stand alike. */
  private final int[][] places;

  PyTorchWeights(Graph graph) {
    this.graph = graph;
    this.places = new int[graph.nodes().size() + 1][];
    graph.nodes().forEach(node -> places[node.index()] = places(node));
  }

  private int[] places(Node node) {
    Shape output = node.output().shape();
    Value first = node.inputs().get(0);
    return switch (node.step().family()) {
      case RESHAPE -> first.shape().isImage() ? flattened(first.shape()) : places[first.id()];
      case CONCATENATION -> output.isImage() ? null : sideBySide(node.inputs());
      case DENSE -> null;
      default -> output.isImage() ? null : places[first.id()];
    };
  }

  private static int[] flattened(Shape image) {
    int pixels = image.height() * image.width();
    int channels = image.channels();
    return IntStream.range(0, pixels * channels)
        .map(feature -> feature % channels * pixels + feature / channels)
        .toArray();
  }

  private int[] sideBySide(List<Value> values) {
    List<Integer> all = new ArrayList<>();
    for (Value value : values) {
      int before = all.size();
      int[] own = places[value.id()];
      IntStream.range(0, value.shape().channels())
          .forEach(feature -> all.add(before + (own == null ? feature : own[feature])));
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * What PyTorch calls them: {@code conv1.weight} for {@code conv1/weights}.
   *
   * @throws IllegalArgumentException naming the layer that PyTorch does not have
   */
  Map<String, Tensor> toPyTorch(Map<String, Tensor> own) {
    Map<String, Tensor> theirs = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      for (Parameter parameter : node.parameters()) {
        theirs.put(name(node, parameter), toPyTorch(node, own.get(node.weightName(parameter))));
      }
    }
    return theirs;
  }

  private Tensor toPyTorch(Node node, Tensor tensor) {
    int[] places = places(node.inputs());
    return switch (node.step().family()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION ->
          tensor.shape().rank() == 4 ? tensor.transpose(OWN_TO_FILTERS) : tensor;
      case DEPTHWISE_CONVOLUTION ->
          tensor.shape().rank() == 4 ? oneChannel(tensor).transpose(OWN_TO_FILTERS) : tensor;
      case DENSE ->
          tensor.shape().rank() == 2 ? moved(tensor, places, true).transpose(1, 0) : tensor;
      case BATCH_NORM -> moved(tensor, places, true);
      default -> throw unknown(node);
    };
  }

  /**
   * What they are here; the other way round of {@link #toPyTorch}.
   *
   * @param theirs under PyTorch's names, for each weight of the graph one
   * @throws IllegalArgumentException naming the weights whose shape is another
   */
  Map<String, Tensor> toOwn(Map<String, Tensor> theirs) {
    Map<String, Tensor> own = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      for (Parameter parameter : node.parameters()) {
        Tensor tensor = theirs.get(name(node, parameter));
        Shape expected = toPyTorch(node, Tensor.zeros(parameter.shape())).shape();
        if (!tensor.shape().equals(expected)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "The weights '%s' have shape %s in PyTorch's order, but the new ones have shape %s",
                  name(node, parameter),
                  expected,
                  tensor.shape()));
        }
        own.put(node.weightName(parameter), toOwn(node, parameter.shape(), tensor));
      }
    }
    return own;
  }

  private Tensor toOwn(Node node, Shape shape, Tensor tensor) {
    int[] places = places(node.inputs());
    return switch (node.step().family()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, DEPTHWISE_CONVOLUTION ->
          shape.rank() == 4 ? tensor.transpose(FILTERS_TO_OWN).reshape(shape.toArray()) : tensor;
      case DENSE -> shape.rank() == 2 ? moved(tensor.transpose(1, 0), places, false) : tensor;
      case BATCH_NORM -> moved(tensor, places, false);
      default -> throw unknown(node);
    };
  }

  private int[] places(List<Value> inputs) {
    return places[inputs.get(0).id()];
  }

  /** A depthwise convolution is one with as many groups as channels. */
  private static Tensor oneChannel(Tensor filters) {
    Shape shape = filters.shape();
    return filters.reshape(shape.dim(0), shape.dim(1), 1, shape.dim(2) * shape.dim(3));
  }

  /** Moves what belongs to each feature, the outermost axis, to PyTorch's place or back from it. */
  private static Tensor moved(Tensor tensor, int[] places, boolean there) {
    if (places == null) {
      return tensor;
    }
    float[] from = tensor.toArray();
    float[] to = new float[from.length];
    int size = from.length / places.length;
    for (int feature = 0; feature < places.length; feature++) {
      int here = feature * size;
      int place = places[feature] * size;
      System.arraycopy(from, there ? here : place, to, there ? place : here, size);
    }
    return Tensor.of(tensor.shape(), to);
  }

  /** All names, in the order of the layers. */
  List<String> names() {
    return graph.nodes().stream()
        .flatMap(node -> node.parameters().stream().map(parameter -> name(node, parameter)))
        .toList();
  }

  private static String name(Node node, Parameter parameter) {
    String last =
        switch (parameter.role()) {
          case WEIGHT, SCALE -> "weight";
          case BIAS, OFFSET -> "bias";
          case MEAN -> "running_mean";
          case VARIANCE -> "running_var";
          case PATTERN -> throw unknown(node);
        };
    return node.name().replace('/', '.') + "." + last;
  }

  private static IllegalArgumentException unknown(Node node) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "PyTorch has no layer like %s (%s)", node.name(), node.step()));
  }
}
