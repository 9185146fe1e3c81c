package pointwise.bench;

import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.softmax;

import java.util.ArrayList;
import java.util.List;
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
          new Workload("GoogLeNet", Shape.of(224, 224, 3), googLeNet(), false),
          new Workload("VGG-16", Shape.of(224, 224, 3), vgg16(), false));

  private Workloads() {}

  /** Table 1 of Szegedy et al. 2014, without the local response normalisations. */
  private static Op googLeNet() {
    return sequence(
        conv(64, 7).stride(2).pad(3),
        relu(),
        maxPool(3).stride(2).ceil(),
        conv(64, 1),
        relu(),
        conv(192, 3).same(),
        relu(),
        maxPool(3).stride(2).ceil(),
        inception(64, 96, 128, 16, 32, 32).named("3a"),
        inception(128, 128, 192, 32, 96, 64).named("3b"),
        maxPool(3).stride(2).ceil(),
        inception(192, 96, 208, 16, 48, 64).named("4a"),
        inception(160, 112, 224, 24, 64, 64).named("4b"),
        inception(128, 128, 256, 24, 64, 64).named("4c"),
        inception(112, 144, 288, 32, 64, 64).named("4d"),
        inception(256, 160, 320, 32, 128, 128).named("4e"),
        maxPool(3).stride(2).ceil(),
        inception(256, 160, 320, 32, 128, 128).named("5a"),
        inception(384, 192, 384, 48, 128, 128).named("5b"),
        globalAvgPool(),
        dense(1000),
        softmax());
  }

  /** Column D of Table 1 of Simonyan and Zisserman 2014. */
  private static Op vgg16() {
    List<Op> ops = new ArrayList<>();
    int[][] stages = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};
    for (int[] stage : stages) {
      for (int i = 0; i < stage[1]; i++) {
        ops.add(conv(stage[0], 3).same());
        ops.add(relu());
      }
      ops.add(maxPool(2));
    }
    ops.add(flatten());
    for (int i = 0; i < 2; i++) {
      ops.add(dense(4096));
      ops.add(relu());
    }
    ops.add(dense(1000));
    ops.add(softmax());
    return sequence(ops.toArray(Op[]::new));
  }
}
