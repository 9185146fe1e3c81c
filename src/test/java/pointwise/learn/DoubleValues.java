package pointwise.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pointwise.op.AvgPool;
import pointwise.op.BatchNorm;
import pointwise.op.Conv2d;
import pointwise.op.Dense;
import pointwise.op.DepthwiseConv2d;
import pointwise.op.Flatten;
import pointwise.op.GlobalAvgPool;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.op.Join;
import pointwise.op.LocalResponseNorm;
import pointwise.op.MaxPool;
import pointwise.op.PartialConv2d;
import pointwise.op.RadialBasis;
import pointwise.op.Relu;
import pointwise.op.Sigmoid;
import pointwise.op.Softmax;
import pointwise.op.Softmin;
import pointwise.op.Step;
import pointwise.op.Subsample;
import pointwise.op.Tanh;
import pointwise.op.TransposedConv2d;
import pointwise.tensor.Shape;
import pointwise.window.Axis;
import pointwise.window.Window;

/** The operations once more, in double precision, as they behave in training. */
final class DoubleValues {
  private final Map<String, double[]> weights;
  private final double[][] values;
  private final Graph graph;

  /** Runs a graph. */
  DoubleValues(Graph graph, Map<String, double[]> weights, double[] x) {
    this.graph = graph;
    this.weights = weights;
    this.values = new double[graph.nodes().size() + 1][];
    values[0] = x;
    for (Node node : graph.nodes()) {
      values[node.index()] = value(node);
    }
  }

  double[] output() {
    return values[graph.output().id()];
  }

  private double[] w(Node node, String name) {
    return weights.get(node.name() + "/" + name);
  }

  private double[] value(Node node) {
    Shape in = node.inputs().get(0).shape();
    Shape out = node.output().shape();
    double[] x = values[node.inputs().get(0).id()];
    double[] y = new double[(int) out.size()];
    Step step = node.step();
    if (step == Join.ADD) {
      node.inputs().forEach(v -> add(values[v.id()], y));
    } else if (step == Join.CONCAT) {
      int first = 0;
      for (Graph.Value v : node.inputs()) {
        int channels = v.shape().channels();
        for (int i = 0; i < values[v.id()].length; i++) {
          y[i / channels * out.channels() + first + i % channels] = values[v.id()][i];
        }
        first += channels;
      }
    } else if (step instanceof Conv2d conv) {
      int part = out.channels() / conv.groups();
      int depth = in.channels() / conv.groups();
      each(
          conv.window(),
          in,
          out,
          (o, i, tap) -> {
            for (int f = 0; f < out.channels(); f++) {
              for (int c = 0; c < depth; c++) {
                double weight = w(node, "weights")[(tap * depth + c) * out.channels() + f];
                y[o + f] += x[i + f / part * depth + c] * weight;
              }
            }
          });
      bias(node, y);
    } else if (step instanceof DepthwiseConv2d conv) {
      int m = conv.multiplier();
      each(
          conv.window(),
          in,
          out,
          (o, i, tap) -> {
            for (int f = 0; f < out.channels(); f++) {
              y[o + f] += x[i + f / m] * w(node, "weights")[tap * out.channels() + f];
            }
          });
      bias(node, y);
    } else if (step instanceof TransposedConv2d conv) {
      Axis rows = conv.rows(in);
      Axis columns = conv.columns(in);
      each(
          rows,
          columns,
          out,
          in,
          (i, o, tap) -> {
            for (int f = 0; f < out.channels(); f++) {
              for (int c = 0; c < in.channels(); c++) {
                double weight = w(node, "weights")[(tap * out.channels() + f) * in.channels() + c];
                y[o + f] += x[i + c] * weight;
              }
            }
          });
      bias(node, y);
    } else if (step instanceof PartialConv2d conv) {
      int pairs = conv.connections().stream().mapToInt(List::size).sum();
      each(
          conv.window(),
          in,
          out,
          (o, i, tap) -> {
            int pair = 0;
            for (int f = 0; f < out.channels(); f++) {
              for (int c : conv.connections().get(f)) {
                y[o + f] += x[i + c] * w(node, "weights")[tap * pairs + pair++];
              }
            }
          });
      bias(node, y);
    } else if (step instanceof MaxPool pool) {
      Arrays.fill(y, Double.NEGATIVE_INFINITY);
      each(
          pool.window(),
          in,
          out,
          (o, i, tap) -> {
            for (int c = 0; c < out.channels(); c++) {
              y[o + c] = Math.max(y[o + c], x[i + c]);
            }
          });
    } else if (step instanceof AvgPool pool) {
      sums(pool.window(), in, out, x, y);
      for (int i = 0; i < y.length; i++) {
        int pixel = i / out.channels();
        int column = pixel % out.width();
        int row = pixel / out.width() % out.height();
        Axis rows = pool.rows(in);
        Axis columns = pool.columns(in);
        y[i] /=
            pool.padded()
                ? rows.paddedTaps(row) * columns.paddedTaps(column)
                : rows.insideTaps(row) * columns.insideTaps(column);
      }
    } else if (step instanceof Subsample pool) {
      sums(pool.window(), in, out, x, y);
      for (int i = 0; i < y.length; i++) {
        y[i] *= w(node, "coefficient")[i % out.channels()];
      }
      bias(node, y);
    } else if (step instanceof GlobalAvgPool) {
      int pixels = in.height() * in.width();
      for (int i = 0; i < x.length; i++) {
        int c = in.channels();
        y[i / c / pixels * c + i % c] += x[i] / pixels;
      }
    } else if (step instanceof Dense) {
      for (int i = 0; i < y.length; i++) {
        for (int k = 0; k < in.channels(); k++) {
          double weight = w(node, "weights")[k * out.channels() + i % out.channels()];
          y[i] += x[i / out.channels() * in.channels() + k] * weight;
        }
      }
      bias(node, y);
    } else if (step instanceof BatchNorm norm) {
      batchNorm(node, norm, x, y);
    } else if (step instanceof LocalResponseNorm norm) {
      double factor = norm.overSize() ? norm.alpha() / norm.size() : norm.alpha();
      for (int i = 0; i < y.length; i++) {
        int c = i % out.channels();
        double squares = 0;
        for (int other = c - norm.size() / 2; other <= c + norm.size() / 2; other++) {
          squares += other < 0 || other >= out.channels() ? 0 : Math.pow(x[i - c + other], 2);
        }
        y[i] = x[i] * Math.pow(norm.k() + factor * squares, -norm.beta());
      }
    } else if (step instanceof Relu) {
      Arrays.setAll(y, i -> Math.max(0, x[i]));
    } else if (step instanceof Tanh tanh) {
      Arrays.setAll(y, i -> tanh.amplitude() * Math.tanh(tanh.slope() * x[i]));
    } else if (step instanceof Sigmoid) {
      Arrays.setAll(y, i -> 1 / (1 + Math.exp(-x[i])));
    } else if (step instanceof Softmax) {
      softmax(x, y, out.channels(), 1);
    } else if (step instanceof Softmin) {
      softmax(x, y, out.channels(), -1);
    } else if (step instanceof RadialBasis) {
      for (int i = 0; i < y.length; i++) {
        for (int k = 0; k < in.channels(); k++) {
          double pattern = w(node, "patterns")[k * out.channels() + i % out.channels()];
          y[i] += Math.pow(x[i / out.channels() * in.channels() + k] - pattern, 2);
        }
      }
    } else if (step instanceof Flatten) {
      return x.clone();
    } else {
      throw new IllegalStateException("Add " + step + " to this test's definitions");
    }
    return y;
  }

  private void batchNorm(Node node, BatchNorm norm, double[] x, double[] y) {
    int channels = node.output().shape().channels();
    int count = x.length / channels;
    Map<Integer, double[]> moments = new HashMap<>();
    for (int c = 0; c < channels; c++) {
      double mean = 0;
      double variance = 0;
      for (int i = c; i < x.length; i += channels) {
        mean += x[i] / count;
      }
      for (int i = c; i < x.length; i += channels) {
        variance += Math.pow(x[i] - mean, 2) / count;
      }
      moments.put(c, new double[] {mean, variance});
    }
    for (int i = 0; i < y.length; i++) {
      int c = i % channels;
      double[] own = moments.get(c);
      y[i] = (x[i] - own[0]) / Math.sqrt(own[1] + norm.epsilon());
      y[i] *= norm.scale() ? w(node, "gamma")[c] : 1;
      y[i] += norm.offset() ? w(node, "beta")[c] : 0;
    }
  }

  private static void softmax(double[] x, double[] y, int classes, int sign) {
    for (int first = 0; first < y.length; first += classes) {
      double sum = 0;
      for (int i = first; i < first + classes; i++) {
        y[i] = Math.exp(sign * x[i]);
        sum += y[i];
      }
      for (int i = first; i < first + classes; i++) {
        y[i] /= sum;
      }
    }
  }

  private void bias(Node node, double[] y) {
    double[] bias = w(node, "bias");
    for (int i = 0; bias != null && i < y.length; i++) {
      y[i] += bias[i % bias.length];
    }
  }

  private static void sums(Window window, Shape in, Shape out, double[] x, double[] y) {
    each(
        window,
        in,
        out,
        (o, i, tap) -> {
          for (int c = 0; c < out.channels(); c++) {
            y[o + c] += x[i + c];
          }
        });
  }

  private static void add(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] += x[i];
    }
  }

  /** Where the channels of an output and of an input pixel begin, and the tap between them. */
  private interface Visitor {
    void visit(int output, int input, int tap);
  }

  private static void each(Window window, Shape in, Shape out, Visitor visitor) {
    each(window.vertical(in.height()), window.horizontal(in.width()), in, out, visitor);
  }

  private static void each(Axis rows, Axis columns, Shape in, Shape out, Visitor visitor) {
    for (int image = 0; image < in.batch(); image++) {
      for (int pixel = 0; pixel < out.height() * out.width(); pixel++) {
        for (int tap = 0; tap < rows.kernel() * columns.kernel(); tap++) {
          int row = rows.start(pixel / out.width()) + tap / columns.kernel() * rows.dilation();
          int column =
              columns.start(pixel % out.width()) + tap % columns.kernel() * columns.dilation();
          if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
            visitor.visit(
                (image * out.height() * out.width() + pixel) * out.channels(),
                ((image * in.height() + row) * in.width() + column) * in.channels(),
                tap);
          }
        }
      }
    }
  }
}
