package pointwise.op;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pointwise.engine.Engine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * A convolution whose output maps each see only some of the input's maps, by a table: LeNet-5's
 * layer C3 (LeCun et al. 1998, Table I).
 *
 * <p>One kernel a connected pair of maps; the weights are kernel height × kernel width × pairs, in
 * the order of the table.
 *
 * @param connections for each output map, the input maps that it sees, counted from 0
 * @param window kernel, stride, padding, dilation
 */
public record PartialConv2d(List<List<Integer>> connections, Window window)
    implements Windowed<PartialConv2d> {

  public PartialConv2d {
    Require.given(window, "a window");
    connections =
        Require.all(connections, "the connections of an output map").stream()
            .map(maps -> Require.all(maps, "the number of an input map"))
            .toList();
    for (List<Integer> maps : connections) {
      if (maps.stream().anyMatch(map -> map < 0) || Set.copyOf(maps).size() < maps.size()) {
        throw new IllegalArgumentException(
            "An output map sees different input maps, counted from 0, but got " + maps);
      }
    }
    if (connections.isEmpty() || connections.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          "A partial convolution needs at least 1 output map, and each needs at least 1 input map");
    }
  }

  @Override
  public PartialConv2d withWindow(Window changed) {
    return new PartialConv2d(connections, changed);
  }

  @Override
  public Shape output(Shape input) {
    Require.given(input, "the shape of the input");
    for (int map = 0; map < connections.size(); map++) {
      for (int seen : connections.get(map)) {
        if (seen >= input.channels()) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Output map %d sees input map %d, but there are %d",
                  map,
                  seen,
                  input.channels()));
        }
      }
    }
    return input.withImage(rows(input).out(), columns(input).out(), connections.size());
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Require.given(input, "the shape of the input");
    long taps = (long) window.kernelHeight() * window.kernelWidth();
    Shape shape = Shape.of(window.kernelHeight(), window.kernelWidth(), pairs());
    long connected = taps * pairs();
    return List.of(
        Parameter.weights(shape, connected / connections.size(), connected / input.channels()),
        Parameter.bias(connections.size()));
  }

  /** Output positions × kernel × connected pairs of maps. */
  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.ofWindow(rows(input), columns(input), input.batch(), pairs());
  }

  /** Every output map is a convolution of its own, over the input maps that it sees. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    Shape shape = output(Require.given(x, "an input").shape());
    float[] y = Tensor.allocate(shape);
    int filters = connections.size();
    int first = 0;
    for (int map = 0; map < filters; map++) {
      List<Integer> seen = connections.get(map);
      Tensor kernels = Channels.range(Parameter.of(weights, "weights"), first, seen.size());
      Tensor bias = Channels.range(Parameter.of(weights, "bias"), map, 1);
      int[] sizes = {window.kernelHeight(), window.kernelWidth(), seen.size(), 1};
      Tensor one =
          Require.given(engine, "an engine")
              .conv2d(Channels.pick(x, seen), kernels.reshape(sizes), bias, window, 1);
      for (int pixel = 0; pixel < one.data().length; pixel++) {
        y[pixel * filters + map] = one.data()[pixel];
      }
      first += seen.size();
    }
    return Tensor.wrap(shape, y);
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    Shape shape = x.shape();
    Engine engine = pass.engine();
    float[] input = new float[pass.inputs() ? x.data().length : 0];
    float[] filters = new float[Parameter.of(weights, "weights").data().length];
    for (int map = 0, first = 0; map < connections.size(); map++) {
      List<Integer> seen = connections.get(map);
      int[] sizes = {window.kernelHeight(), window.kernelWidth(), seen.size(), 1};
      Tensor one = Channels.range(gradient, map, 1);
      if (pass.inputs()) {
        Tensor own =
            Channels.range(Parameter.of(weights, "weights"), first, seen.size()).reshape(sizes);
        Shape picked = shape.withChannels(seen.size());
        Tensor part = ConvGradients.ofInput(one, own, picked, window, 1, engine);
        Channels.add(part, seen, input, shape.channels());
      }
      Tensor learned = ConvGradients.ofFilters(Channels.pick(x, seen), one, window, 1, engine);
      Channels.put(learned.reshape(sizes[0], sizes[1], sizes[2]), first, filters, pairs());
      first += seen.size();
    }
    return ConvGradients.of(
        pass.inputs() ? Tensor.wrap(shape, input) : null,
        Tensor.wrap(Parameter.of(weights, "weights").shape(), filters),
        gradient,
        true);
  }

  private int pairs() {
    return connections.stream().mapToInt(List::size).sum();
  }

  @Override
  public Family family() {
    return Family.PARTIAL_CONVOLUTION;
  }

  @Override
  public String kind() {
    return "partialconv";
  }

  @Override
  public String label() {
    return String.format(Locale.ROOT, "%s partial conv, %d", kernelLabel(), connections.size());
  }

  @Override
  public String toString() {
    return WindowText.of("partialConv", connections + ", ", window, 1, 1);
  }
}
