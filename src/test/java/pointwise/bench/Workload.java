package pointwise.bench;

import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;

import java.util.List;
import pointwise.cost.CostReport;
import pointwise.net.GoogLeNet;
import pointwise.net.LeNet;
import pointwise.net.Vgg;
import pointwise.op.LocalResponseNorm;
import pointwise.op.Named;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/**
 * What the benchmarks measure.
 *
 * @param name what it is called in commands and tables
 * @param description what it computes
 * @param kind who measures it, and how long it has to warm up
 */
record Workload(String name, String description, Shape input, Op op, Kind kind) {
  /** How a workload is measured. */
  enum Kind {
    /** An operation that a quick run measures too. */
    QUICK(4),
    /** An operation that only a full run measures. */
    FULL(4),
    /** A network, measured by a full run: it has more code to compile. */
    NETWORK(5),
    /** Steps of training a network, against PyTorch: still more code. */
    TRAINING(12, 8);

    private final double warmUp;
    private final int steps;

    Kind(double warmUp) {
      this(warmUp, 1);
    }

    Kind(double warmUp, int steps) {
      this.warmUp = warmUp;
      this.steps = steps;
    }

    /** The steps of training in a call; 1 for what is only run. */
    int steps() {
      return steps;
    }

    /** How long the warm-up lasts for a measurement of that many milliseconds. */
    long warmUp(long measured) {
      return Math.round(warmUp * measured);
    }
  }

  /** The items of a step of training. */
  static final int BATCH = 64;

  static final List<Workload> ALL =
      List.of(
          new Workload(
              "W1", "30×40×200 → 55, 5×5", Shape.of(30, 40, 200), conv(55, 5).same(), Kind.QUICK),
          new Workload(
              "W2",
              "30×40×200 → 20, 1×1 → 55, 5×5",
              Shape.of(30, 40, 200),
              sequence(conv(20, 1), relu(), conv(55, 5).same()),
              Kind.QUICK),
          new Workload("W3a", "28×28×192 → 64, 1×1", Shape.of(28, 28, 192), conv(64, 1), Kind.FULL),
          new Workload("W3b", "56×56×64 → 256, 1×1", Shape.of(56, 56, 64), conv(256, 1), Kind.FULL),
          new Workload(
              "W4",
              "Inception 3a",
              Shape.of(28, 28, 192),
              inception(64, 96, 128, 16, 32, 32),
              Kind.QUICK),
          new Workload(
              "W5a", "56×56×64 → 64, 3×3", Shape.of(56, 56, 64), conv(64, 3).same(), Kind.QUICK),
          new Workload(
              "W5b", "224×224×64 → 64, 3×3", Shape.of(224, 224, 64), conv(64, 3).same(), Kind.FULL),
          new Workload(
              "W6",
              "depthwise 3×3 on 112×112×64",
              Shape.of(112, 112, 64),
              depthwiseConv(3).same(),
              Kind.QUICK),
          of("GoogLeNet", "as in Caffe, with LRN", GoogLeNet.caffe()),
          of("GoogLeNet-noLRN", "the same without LRN", withoutNorms(GoogLeNet.caffe())),
          of("VGG-16", "as published", Vgg.d()),
          new Workload(
              "LeNet-training",
              "LeNet, a step on " + BATCH + " digits",
              LeNet.modern28().input(),
              LeNet.modern28().body(),
              Kind.TRAINING));

  private static Workload of(String name, String description, Network network) {
    return new Workload(name, description, network.input(), network.body(), Kind.NETWORK);
  }

  private static Network withoutNorms(Network network) {
    List<Op> layers = ((Sequence) network.body()).ops();
    Op others = sequence(layers.stream().filter(op -> !isNorm(op)).toArray(Op[]::new));
    return new Network(network.title() + " without LRN", network.input(), others);
  }

  private static boolean isNorm(Op op) {
    return op instanceof Named named && named.op() instanceof LocalResponseNorm;
  }

  /**
   * The workload of a name.
   *
   * @throws IllegalArgumentException listing the names, if there is none
   */
  static Workload named(String name) {
    return ALL.stream()
        .filter(workload -> workload.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No workload is called '%s'; there are %s"
                        .formatted(name, ALL.stream().map(Workload::name).toList())));
  }

  /** Its multiplications, as papers count them; those of a step, if it is a training. */
  long multiplications() {
    CostReport report = CostReport.of(op, input);
    return kind == Kind.TRAINING ? BATCH * report.training().total() : report.multiplications();
  }

  /** The library that the engines are compared with. */
  String peer() {
    return kind == Kind.TRAINING ? "pytorch" : "ort";
  }
}
