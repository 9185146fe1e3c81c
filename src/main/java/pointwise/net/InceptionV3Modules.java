package pointwise.net;

import static pointwise.net.InceptionV3.unit;
import static pointwise.op.Operations.*;

import pointwise.op.Op;

/** The modules of {@link InceptionV3}, called by the figures of the paper. */
final class InceptionV3Modules {
  private InceptionV3Modules() {}

  /** 35×35: one branch keeps a 5×5, another has two 3×3 in its place. */
  static Op figure5(int projection) {
    return concat(
            unit("branch1x1", conv(64, 1)),
            sequence(unit("branch5x5_1", conv(48, 1)), unit("branch5x5_2", conv(64, 5).same())),
            sequence(
                unit("branch3x3dbl_1", conv(64, 1)),
                unit("branch3x3dbl_2", conv(96, 3).same()),
                unit("branch3x3dbl_3", conv(96, 3).same())),
            pooled(projection))
        .resultNamed("concat");
  }

  /** 35×35 to 17×17 without a bottleneck: convolutions and pooling side by side (Figure 10). */
  static Op reductionTo17() {
    return concat(
            unit("branch3x3", conv(384, 3).stride(2)),
            sequence(
                unit("branch3x3dbl_1", conv(64, 1)),
                unit("branch3x3dbl_2", conv(96, 3).same()),
                unit("branch3x3dbl_3", conv(96, 3).stride(2))),
            maxPool(3).stride(2).named("max_pool"))
        .resultNamed("concat");
  }

  /** 17×17: each 7×7 is a 1×7 and a 7×1. */
  static Op figure6(int width) {
    return concat(
            unit("branch1x1", conv(192, 1)),
            sequence(
                unit("branch7x7_1", conv(width, 1)),
                unit("branch7x7_2", conv(width, 1, 7).same()),
                unit("branch7x7_3", conv(192, 7, 1).same())),
            sequence(
                unit("branch7x7dbl_1", conv(width, 1)),
                unit("branch7x7dbl_2", conv(width, 7, 1).same()),
                unit("branch7x7dbl_3", conv(width, 1, 7).same()),
                unit("branch7x7dbl_4", conv(width, 7, 1).same()),
                unit("branch7x7dbl_5", conv(192, 1, 7).same())),
            pooled(192))
        .resultNamed("concat");
  }

  /** 17×17 to 8×8. */
  static Op reductionTo8() {
    return concat(
            sequence(
                unit("branch3x3_1", conv(192, 1)), unit("branch3x3_2", conv(320, 3).stride(2))),
            sequence(
                unit("branch7x7x3_1", conv(192, 1)),
                unit("branch7x7x3_2", conv(192, 1, 7).same()),
                unit("branch7x7x3_3", conv(192, 7, 1).same()),
                unit("branch7x7x3_4", conv(192, 3).stride(2))),
            maxPool(3).stride(2).named("max_pool"))
        .resultNamed("concat");
  }

  /** 8×8: the last 3×3 of a branch is a 1×3 and a 3×1 side by side, which widens it. */
  static Op figure7() {
    return concat(
            unit("branch1x1", conv(320, 1)),
            sequence(unit("branch3x3_1", conv(384, 1)), widened("branch3x3_2", "branch3x3_concat")),
            sequence(
                unit("branch3x3dbl_1", conv(448, 1)),
                unit("branch3x3dbl_2", conv(384, 3).same()),
                widened("branch3x3dbl_3", "branch3x3dbl_concat")),
            pooled(192))
        .resultNamed("concat");
  }

  private static Op widened(String name, String result) {
    return concat(
            unit(name + "a", conv(384, 1, 3).same()), unit(name + "b", conv(384, 3, 1).same()))
        .resultNamed(result);
  }

  private static Op pooled(int projection) {
    return sequence(
        avgPool(3).pad(1).stride(1).countPadding().named("avg_pool"),
        unit("branch_pool", conv(projection, 1)));
  }
}
