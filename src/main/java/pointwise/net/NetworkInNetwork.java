package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.Conv2d;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * Network in Network (Lin, Chen and Yan 2013): each convolution is followed by two 1×1
 * convolutions, a small network over the channels of every pixel; the last maps are averaged
 * instead of a dense layer. The 1×1 rows are called cccp, cascaded cross channel parametric pooling
 * (section 3.1).
 */
public final class NetworkInNetwork {
  private NetworkInNetwork() {}

  /**
   * For ImageNet, as the authors published it for Caffe. Caffe rounds poolings up: 54 → 27 → 13 →
   * 6; rounded down they would be 26 → 12 → 5, too small for the 6×6 average at the end.
   */
  public static Network imagenet() {
    return new Network(
        "Network in Network (ImageNet)",
        Shape.of(224, 224, 3),
        sequence(
            micro("conv1", conv(96, 11).stride(4), "cccp1", 96, "cccp2", 96),
            maxPool(3).stride(2).ceil().named("pool1"),
            micro("conv2", conv(256, 5).pad(2), "cccp3", 256, "cccp4", 256),
            maxPool(3).stride(2).ceil().named("pool2"),
            micro("conv3", conv(384, 3).pad(1), "cccp5", 384, "cccp6", 384),
            maxPool(3).stride(2).ceil().named("pool3"),
            dropout(0.5).named("drop"),
            micro("conv4-1024", conv(1024, 3).pad(1), "cccp7-1024", 1024, "cccp8-1024", 1000),
            avgPool(6).stride(1).named("pool4"),
            flatten().named("flatten"),
            softmax().named("prob")));
  }

  /**
   * For CIFAR-10, as the authors published it for Caffe; 966,986 parameters and 222,486,528
   * multiplications. The 222.97 million of imgclsmob's table are 0.2 % more, by no rule known here.
   */
  public static Network cifar10() {
    return new Network(
        "Network in Network (CIFAR-10)",
        Shape.of(32, 32, 3),
        sequence(
            micro("conv1", conv(192, 5).pad(2), "cccp1", 160, "cccp2", 96),
            maxPool(3).stride(2).ceil().named("pool1"),
            dropout(0.5).named("drop3"),
            micro("conv2", conv(192, 5).pad(2), "cccp3", 192, "cccp4", 192),
            avgPool(3).stride(2).ceil().named("pool2"),
            dropout(0.5).named("drop6"),
            micro("conv3", conv(192, 3).pad(1), "cccp5", 192, "cccp6", 10),
            avgPool(8).stride(1).named("pool3"),
            flatten().named("flatten"),
            softmax().named("prob")));
  }

  /** A convolution and the two 1×1 convolutions on top of it. */
  private static Op micro(
      String name, Conv2d conv, String first, int ones, String second, int moreOnes) {
    return sequence(
        conv.named(name),
        relu(),
        conv(ones, 1).named(first),
        relu(),
        conv(moreOnes, 1).named(second),
        relu());
  }
}
