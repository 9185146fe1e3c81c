package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * SqueezeNet (Iandola et al. 2016: AlexNet-level accuracy with 50x fewer parameters and <0.5MB
 * model size, Table 1), on torchvision's 224×224 and with its poolings that round up.
 */
public final class SqueezeNet {
  private SqueezeNet() {}

  /** Version 1.0, the paper's. */
  public static Network v10() {
    return new Network(
        "SqueezeNet 1.0",
        Shape.of(224, 224, 3),
        sequence(
            conv(96, 7).stride(2).named("conv1"),
            relu(),
            maxPool(3).stride(2).ceil().named("pool1"),
            fire(16, 64).named("fire2"),
            fire(16, 64).named("fire3"),
            fire(32, 128).named("fire4"),
            maxPool(3).stride(2).ceil().named("pool4"),
            fire(32, 128).named("fire5"),
            fire(48, 192).named("fire6"),
            fire(48, 192).named("fire7"),
            fire(64, 256).named("fire8"),
            maxPool(3).stride(2).ceil().named("pool8"),
            fire(64, 256).named("fire9"),
            classifier()));
  }

  /** Version 1.1 of the authors' repository: a smaller first layer and earlier poolings. */
  public static Network v11() {
    return new Network(
        "SqueezeNet 1.1",
        Shape.of(224, 224, 3),
        sequence(
            conv(64, 3).stride(2).named("conv1"),
            relu(),
            maxPool(3).stride(2).ceil().named("pool1"),
            fire(16, 64).named("fire2"),
            fire(16, 64).named("fire3"),
            maxPool(3).stride(2).ceil().named("pool3"),
            fire(32, 128).named("fire4"),
            fire(32, 128).named("fire5"),
            maxPool(3).stride(2).ceil().named("pool5"),
            fire(48, 192).named("fire6"),
            fire(48, 192).named("fire7"),
            fire(64, 256).named("fire8"),
            fire(64, 256).named("fire9"),
            classifier()));
  }

  /** A fire module: few 1×1 filters, then as many 1×1 as 3×3 filters (section 3.2). */
  private static Op fire(int squeeze, int expand) {
    return sequence(
        conv(squeeze, 1).named("squeeze1x1"),
        relu(),
        concat(
                sequence(conv(expand, 1).named("expand1x1"), relu()),
                sequence(conv(expand, 3).pad(1).named("expand3x3"), relu()))
            .resultNamed("concat"));
  }

  private static Op classifier() {
    return sequence(
        dropout(0.5).named("drop9"),
        conv(1000, 1).named("conv10"),
        relu(),
        globalAvgPool().named("pool10"),
        flatten().named("flatten"),
        softmax().named("prob"));
  }
}
