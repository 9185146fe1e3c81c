package pointwise.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pointwise.model.Model;
import pointwise.op.AvgPool;
import pointwise.op.Conv2d;
import pointwise.op.Dense;
import pointwise.op.DepthwiseConv2d;
import pointwise.op.Graph;
import pointwise.op.LocalResponseNorm;
import pointwise.op.MaxPool;
import pointwise.op.Step;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;
import pointwise.window.Window;

/**
 * Writes a model in ONNX's format, as far as the benchmarks need it: a protocol buffer, by hand.
 *
 * <p>The numbers of the fields are those of onnx.proto; images are channels × height × width there.
 */
final class Onnx {
  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Onnx() {}

  /** The model as a file's bytes; input {@code x}, output {@code y}. */
  static byte[] of(Model model) {
    Graph graph = model.graph();
    Onnx g = new Onnx();
    for (Graph.Node node : graph.nodes()) {
      g.message(1, node(graph, node));
      for (String name : parameters(node)) {
        g.message(5, tensor(node.name() + "/" + name, node, model.weights()));
      }
    }
    g.text(2, "pointwise");
    g.message(11, value("x", graph.input().shape()));
    g.message(12, value("y", graph.output().shape()));
    Onnx file = new Onnx();
    file.number(1, 8);
    file.message(7, g);
    Onnx opset = new Onnx();
    opset.number(2, 13);
    file.message(8, opset);
    return file.out.toByteArray();
  }

  /** An image's values in ONNX's order of the axes. */
  static float[] channelsFirst(Tensor x) {
    return switch (x.shape().rank()) {
      case 3 -> x.transpose(2, 0, 1).toArray();
      case 4 -> x.transpose(0, 3, 1, 2).toArray();
      default -> x.toArray();
    };
  }

  /** The sizes of a tensor in ONNX's order of the axes, always with a batch. */
  static long[] sizes(Shape shape) {
    return switch (shape.rank()) {
      case 1 -> new long[] {1, shape.dim(0)};
      case 3 -> new long[] {1, shape.dim(2), shape.dim(0), shape.dim(1)};
      case 4 -> new long[] {shape.dim(0), shape.dim(3), shape.dim(1), shape.dim(2)};
      default -> IntStream.of(shape.toArray()).asLongStream().toArray();
    };
  }

  private static List<String> parameters(Graph.Node node) {
    return node.parameters().stream().map(parameter -> parameter.name()).toList();
  }

  private static Onnx node(Graph graph, Graph.Node node) {
    Onnx n = new Onnx();
    for (Graph.Value input : node.inputs()) {
      n.text(1, name(graph, input));
    }
    for (String parameter : parameters(node)) {
      n.text(1, node.name() + "/" + parameter);
    }
    n.text(2, name(graph, node.output()));
    n.text(3, node.name());
    Step step = node.step();
    if (step instanceof Conv2d conv) {
      n.text(4, "Conv");
      n.window(conv.window(), node);
      n.attribute("group", (long) conv.groups());
    } else if (step instanceof DepthwiseConv2d conv) {
      n.text(4, "Conv");
      n.window(conv.window(), node);
      n.attribute("group", (long) node.inputShapes().get(0).channels());
    } else if (step instanceof MaxPool pool) {
      n.text(4, "MaxPool");
      n.window(pool.window(), node);
      n.attribute("ceil_mode", pool.window().ceil() ? 1L : 0L);
    } else if (step instanceof AvgPool pool) {
      n.text(4, "AveragePool");
      n.window(pool.window(), node);
      n.attribute("ceil_mode", pool.window().ceil() ? 1L : 0L);
      n.attribute("count_include_pad", pool.padded() ? 1L : 0L);
    } else if (step instanceof LocalResponseNorm norm) {
      n.text(4, "LRN");
      n.attribute("size", (long) norm.size());
      n.attribute("alpha", (float) (norm.overSize() ? norm.alpha() : norm.alpha() * norm.size()));
      n.attribute("beta", (float) norm.beta());
      n.attribute("bias", (float) norm.k());
    } else if (step instanceof Dense) {
      n.text(4, "Gemm");
    } else {
      n.simple(step.kind());
    }
    return n;
  }

  private void simple(String kind) {
    switch (kind) {
      case "relu" -> text(4, "Relu");
      case "flatten" -> text(4, "Flatten");
      case "add" -> text(4, "Add");
      case "globalavgpool" -> {
        text(4, "ReduceMean");
        attribute("axes", new long[] {2, 3});
        attribute("keepdims", 0L);
      }
      case "softmax" -> text(4, "Softmax");
      case "dropout" -> text(4, "Identity");
      case "concat" -> {
        text(4, "Concat");
        attribute("axis", 1L);
      }
      default -> throw new IllegalArgumentException("No ONNX operator is known for " + kind);
    }
  }

  private static String name(Graph graph, Graph.Value value) {
    if (value.id() == 0) {
      return "x";
    }
    return value.id() == graph.output().id() ? "y" : "value" + value.id();
  }

  /** Filters become cout × cin × kh × kw, whatever else stays as it is. */
  private static Onnx tensor(String name, Graph.Node node, Map<String, Tensor> weights) {
    Tensor tensor = weights.get(name);
    if (node.step() instanceof DepthwiseConv2d && tensor.shape().rank() == 4) {
      Shape f = tensor.shape();
      tensor = tensor.reshape(f.dim(0), f.dim(1), 1, f.dim(2) * f.dim(3));
    }
    if (tensor.shape().rank() == 4) {
      tensor = tensor.transpose(3, 2, 0, 1);
    }
    Onnx t = new Onnx();
    for (int size : tensor.shape().toArray()) {
      t.number(1, size);
    }
    t.number(2, 1);
    t.text(8, name);
    ByteBuffer raw = ByteBuffer.allocate(4 * tensor.data().length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(tensor.data());
    t.bytes(9, raw.array());
    return t;
  }

  private static Onnx value(String name, Shape shape) {
    Onnx sizes = new Onnx();
    for (long size : sizes(shape)) {
      Onnx dimension = new Onnx();
      dimension.number(1, size);
      sizes.message(1, dimension);
    }
    Onnx tensor = new Onnx();
    tensor.number(1, 1);
    tensor.message(2, sizes);
    Onnx type = new Onnx();
    type.message(1, tensor);
    Onnx value = new Onnx();
    value.text(1, name);
    value.message(2, type);
    return value;
  }

  private void window(Window w, Graph.Node node) {
    Shape input = node.inputShapes().get(0);
    Axis rows = w.vertical(input.height());
    Axis columns = w.horizontal(input.width());
    attribute("kernel_shape", w.kernelHeight(), w.kernelWidth());
    attribute("strides", w.strideHeight(), w.strideWidth());
    attribute("dilations", w.dilationHeight(), w.dilationWidth());
    attribute("pads", rows.before(), columns.before(), rows.after(), columns.after());
  }

  private void attribute(String name, float value) {
    Onnx a = new Onnx();
    a.text(1, name);
    a.varint(2 << 3 | FIXED32);
    ByteBuffer four = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value);
    a.out.writeBytes(four.array());
    a.number(20, 1);
    message(5, a);
  }

  private void attribute(String name, long value) {
    Onnx a = new Onnx();
    a.text(1, name);
    a.number(3, value);
    a.number(20, 2);
    message(5, a);
  }

  private void attribute(String name, long... values) {
    Onnx a = new Onnx();
    a.text(1, name);
    LongStream.of(values).forEach(value -> a.number(8, value));
    a.number(20, 7);
    message(5, a);
  }

  private void number(int field, long value) {
    varint(field << 3 | VARINT);
    varint(value);
  }

  private void text(int field, String value) {
    bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private void message(int field, Onnx message) {
    bytes(field, message.out.toByteArray());
  }

  private void bytes(int field, byte[] value) {
    varint(field << 3 | BYTES);
    varint(value.length);
    out.writeBytes(value);
  }

  private void varint(long value) {
    for (; value >>> 7 != 0; value >>>= 7) {
      out.write((int) (value & 0x7f | 0x80));
    }
    out.write((int) value);
  }
}
