package pointwise.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pointwise.model.Model;
import pointwise.op.DepthwiseConv2d;
import pointwise.op.Graph;
import pointwise.op.LocalResponseNorm;
import pointwise.op.MaxPool;
import pointwise.op.Windowed;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Window;

/** A model in PyTorch, through DJL, operation by operation as PyTorch's users run it. */
final class PyTorch implements Contestant {
  private final Graph graph;
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final Map<String, NDArray> weights = new HashMap<>();
  private final float[] x;
  private final Shape sizes;
  private final int threads;

  PyTorch(Model model, Tensor x, int threads) {
    this.graph = model.graph();
    this.x = Onnx.channelsFirst(x);
    this.sizes = new Shape(Onnx.sizes(x.shape()));
    this.threads = threads;
    for (Graph.Node node : graph.nodes()) {
      boolean depthwise = node.step() instanceof DepthwiseConv2d;
      node.parameters()
          .forEach(
              parameter -> {
                String name = node.name() + "/" + parameter.name();
                weights.put(name, array(model.weights().get(name), depthwise));
              });
    }
  }

  private NDArray array(Tensor tensor, boolean depthwise) {
    int[] sizes = tensor.shape().toArray();
    Tensor turned = tensor;
    if (depthwise && sizes.length == 4) {
      turned = tensor.reshape(sizes[0], sizes[1], 1, sizes[2] * sizes[3]);
    }
    turned =
        switch (sizes.length) {
          case 4 -> turned.transpose(3, 2, 0, 1);
          case 2 -> turned.transpose(1, 0);
          default -> turned;
        };
    long[] shape = IntStream.of(turned.shape().toArray()).asLongStream().toArray();
    return manager.create(turned.toArray(), new Shape(shape));
  }

  @Override
  public float[] run() {
    JniUtils.setNumThreads(threads);
    try (NDManager scope = manager.newSubManager()) {
      NDArray[] values = new NDArray[graph.nodes().size() + 1];
      values[0] = scope.create(x, sizes);
      for (Graph.Node node : graph.nodes()) {
        List<NDArray> inputs = new ArrayList<>();
        node.inputs().forEach(input -> inputs.add(values[input.id()]));
        values[node.index()] = apply(node, inputs);
        values[node.index()].attach(scope);
      }
      return values[graph.output().id()].toFloatArray();
    }
  }

  private NDArray apply(Graph.Node node, List<NDArray> inputs) {
    NDArray first = inputs.get(0);
    NDArray w = weights.get(node.name() + "/weights");
    NDArray bias = weights.get(node.name() + "/bias");
    return switch (node.step().kind()) {
      case "conv", "depthwise" -> conv(node, first, w, bias);
      case "maxpool", "avgpool" -> pool(node, first);
      case "relu" -> Activation.relu(first);
      case "concat" -> NDArrays.concat(new NDList(inputs), 1);
      case "globalavgpool" -> first.mean(new int[] {3}).mean(new int[] {2});
      case "dropout" -> first.duplicate();
      case "lrn" -> normalise((LocalResponseNorm) node.step(), first);
      case "flatten" -> first.reshape(first.getShape().get(0), -1);
      case "dense" -> Linear.linear(first, w, bias).singletonOrThrow();
      case "softmax" -> first.softmax(-1);
      default -> throw new IllegalArgumentException("Not known here: " + node.step().kind());
    };
  }

  private static NDArray conv(Graph.Node node, NDArray x, NDArray w, NDArray bias) {
    Window window = ((Windowed<?>) node.step()).window();
    int groups = Math.toIntExact(x.getShape().get(1) / w.getShape().get(1));
    return Conv2d.conv2d(
            x,
            w,
            bias,
            new Shape(window.strideHeight(), window.strideWidth()),
            padding(node, window),
            new Shape(window.dilationHeight(), window.dilationWidth()),
            groups)
        .singletonOrThrow();
  }

  /** The sum over neighbouring channels is an average pooling along them. */
  private static NDArray normalise(LocalResponseNorm norm, NDArray x) {
    Shape shape = x.getShape();
    NDArray squares = x.mul(x).reshape(shape.get(0), 1, shape.get(1), -1);
    Shape window = new Shape(norm.size(), 1);
    Shape padding = new Shape(norm.size() / 2, 0);
    NDArray mean = Pool.avgPool2d(squares, window, new Shape(1, 1), padding, false, true);
    double factor = norm.overSize() ? norm.alpha() : norm.alpha() * norm.size();
    return x.div(mean.reshape(shape).mul(factor).add(norm.k()).pow(norm.beta()));
  }

  private static NDArray pool(Graph.Node node, NDArray x) {
    Window window = ((Windowed<?>) node.step()).window();
    Shape kernel = new Shape(window.kernelHeight(), window.kernelWidth());
    Shape stride = new Shape(window.strideHeight(), window.strideWidth());
    Shape padding = padding(node, window);
    return node.step() instanceof MaxPool
        ? Pool.maxPool2d(x, kernel, stride, padding, window.ceil())
        : Pool.avgPool2d(x, kernel, stride, padding, window.ceil(), false);
  }

  private static Shape padding(Graph.Node node, Window window) {
    Axis rows = window.vertical(node.inputShapes().get(0).height());
    Axis columns = window.horizontal(node.inputShapes().get(0).width());
    return new Shape(rows.before(), columns.before());
  }

  @Override
  public void close() {
    manager.close();
  }
}
