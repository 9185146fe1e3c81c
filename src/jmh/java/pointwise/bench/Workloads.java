package pointwise.bench;

import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;

import java.util.List;
import pointwise.net.GoogLeNet;
import pointwise.net.Vgg;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** What is measured. */
final class Workloads {
  /**
   * One workload.
   *
   * @param quick whether a short run measures it too
   */
  record Workload(String name, Shape input, Op op, boolean quick) {}

  static final List<Workload> ALL =
      List.of(
          new Workload("W1", Shape.of(30, 40, 200), conv(55, 5).same(), true),
          new Workload(
              "W2",
              Shape.of(30, 40, 200),
              sequence(conv(20, 1), relu(), conv(55, 5).same()),
              true),
          new Workload("W3a", Shape.of(28, 28, 192), conv(64, 1), false),
          new Workload("W3b", Shape.of(56, 56, 64), conv(256, 1), false),
          new Workload(
              "W4", Shape.of(28, 28, 192), inception(64, 96, 128, 16, 32, 32), true),
          new Workload("W5a", Shape.of(56, 56, 64), conv(64, 3).same(), true),
          new Workload("W5b", Shape.of(224, 224, 64), conv(64, 3).same(), false),
          new Workload("W6", Shape.of(112, 112, 64), depthwiseConv(3).same(), true),
          new Workload("GoogLeNet", GoogLeNet.caffe().input(), GoogLeNet.caffe().body(), false),
          new Workload("VGG-16", Vgg.d().input(), Vgg.d().body(), false));

  private Workloads() {}
}
