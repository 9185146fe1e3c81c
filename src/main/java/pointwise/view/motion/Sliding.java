package pointwise.view.motion;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import pointwise.engine.NaiveEngine;
import pointwise.model.Model;
import pointwise.op.AvgPool;
import pointwise.op.Conv2d;
import pointwise.op.DepthwiseConv2d;
import pointwise.op.Graph;
import pointwise.op.MaxPool;
import pointwise.op.Op;
import pointwise.op.Step;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * One layer that slides its window over one image, as what can be done by hand: place by place and,
 * at each place, filter by filter.
 *
 * @param layer the layer
 * @param name what it is called above its drawing
 * @param x the image
 * @param weights filters, rows × columns × channels × filters; null for a pooling
 * @param bias a number for each output channel; null without one
 * @param y what the defining loops give
 */
record Sliding(Windowed<?> layer, String name, Tensor x, Tensor weights, Tensor bias, Tensor y) {

  /** A window at a place of the output, seen by one filter (of each channel, if depthwise). */
  record Stop(int row, int column, int filter) {}

  /**
   * What a model of one layer does with an image.
   *
   * @throws IllegalArgumentException if it has more than one layer, or one whose window is not
   *     shown in figures, or if the input is no single image
   */
  static Sliding of(Model model, Tensor image) {
    Windowed<?> layer = layer(model.op(), model.graph());
    Shape shape = image.shape();
    if (!shape.isImage() || shape.batch() != 1) {
      throw new IllegalArgumentException(
          "A window slides over one image, height × width × channels, not over " + shape);
    }
    Tensor y = model.forward(image, new NaiveEngine());
    List<Tensor> weights = List.copyOf(model.weights().values());
    return new Sliding(
        layer,
        model.graph().nodes().get(0).step().toString(),
        image,
        weights.isEmpty() ? null : weights.get(0),
        weights.size() < 2 ? null : weights.get(1),
        y);
  }

  /** The one layer of an operation whose window can be shown in figures. */
  static Windowed<?> layer(Op op, Graph graph) {
    if (graph.nodes().size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Figures show one layer, but %s has %d", op, graph.nodes().size()));
    }
    Step step = graph.nodes().get(0).step();
    if (isShown(step)) {
      return (Windowed<?>) step;
    }
    throw new IllegalArgumentException(
        "Figures show a convolution, a depthwise convolution or a pooling, but not " + step);
  }

  static boolean isShown(Step step) {
    return step instanceof Conv2d
        || step instanceof DepthwiseConv2d
        || step instanceof MaxPool
        || step instanceof AvgPool;
  }

  Axis rows() {
    return layer.rows(x.shape());
  }

  Axis columns() {
    return layer.columns(x.shape());
  }

  int channels() {
    return x.shape().channels();
  }

  /** Whether each channel keeps to itself: depthwise convolutions and poolings. */
  boolean keepsChannelsApart() {
    return !(layer instanceof Conv2d);
  }

  /** Filters that are laid on a place one after another. */
  int filters() {
    return keepsChannelsApart() ? outputs() / channels() : outputs();
  }

  int outputs() {
    return y.shape().channels();
  }

  /** All stops: along the rows, at each place filter by filter. */
  int stops() {
    return rows().out() * columns().out() * filters();
  }

  Stop stop(int index) {
    int place = index / filters();
    return new Stop(place / columns().out(), place % columns().out(), index % filters());
  }

  /** The number of a stop among all. */
  int index(Stop stop) {
    return (stop.row() * columns().out() + stop.column()) * filters() + stop.filter();
  }

  /** Whether the filter of a stop sees a channel: with groups, only those of its own. */
  boolean sees(Stop stop, int channel) {
    if (!(layer instanceof Conv2d conv)) {
      return true;
    }
    int filtersOfGroup = conv.filters() / conv.groups();
    int channelsOfGroup = channels() / conv.groups();
    return channel / channelsOfGroup == stop.filter() / filtersOfGroup;
  }

  /** The output channel that a stop gives for an input channel. */
  int output(Stop stop, int channel) {
    return keepsChannelsApart() ? channel * filters() + stop.filter() : stop.filter();
  }

  float weight(Stop stop, int channel, int tapRow, int tapColumn) {
    if (layer instanceof Conv2d conv) {
      return weights.get(tapRow, tapColumn, channel % (channels() / conv.groups()), stop.filter());
    }
    return weights.get(tapRow, tapColumn, channel, stop.filter());
  }

  /** Whether the input has such a cell, or it is padding. */
  boolean isReal(int row, int column) {
    return row >= 0 && row < rows().in() && column >= 0 && column < columns().in();
  }

  /** A number of the input. */
  float pixel(int row, int column, int channel) {
    Tensor image = x.shape().rank() == 4 ? x.slice(0) : x;
    return image.get(row, column, channel);
  }

  /** A number of the output. */
  float result(int row, int column, int output) {
    Tensor image = y.shape().rank() == 4 ? y.slice(0) : y;
    return image.get(row, column, output);
  }

  /** The rows of the input under the window's taps. */
  int[] tapRows(Stop stop) {
    return taps(rows(), stop.row());
  }

  /** The columns of the input under the window's taps. */
  int[] tapColumns(Stop stop) {
    return taps(columns(), stop.column());
  }

  private static int[] taps(Axis axis, int output) {
    return IntStream.range(0, axis.kernel())
        .map(tap -> axis.start(output) + tap * axis.dilation())
        .toArray();
  }
}
