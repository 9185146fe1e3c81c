package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.LocalResponseNorm;
import pointwise.op.Network;
import pointwise.tensor.Shape;

/**
 * AlexNet (Krizhevsky, Sutskever and Hinton 2012: ImageNet Classification with Deep Convolutional
 * Neural Networks, section 3.5); the rows are named as in Caffe's bvlc_alexnet.
 *
 * <p>The paper says 224×224, but its first layer gives 55×55 without padding only on 227×227: (227
 * − 11) / 4 + 1 = 55. Its 253,440 neurons of that layer are 55 × 48 × 96, where 55 × 55 × 96 are
 * 290,400; its list of neurons then adds up to 659,272 for 622,312, and its text says 650,000.
 */
public final class AlexNet {
  private AlexNet() {}

  /**
   * As trained in 2012 on two GPUs: conv2, conv4 and conv5 see only the half of the maps that is on
   * their own GPU, which is two groups. 60,965,224 parameters.
   */
  public static Network alexnet2012() {
    return alexnet("AlexNet (2012)", 2);
  }

  /** The same layers on one GPU, every map seeing all others. 62,378,344 parameters. */
  public static Network ungrouped() {
    return alexnet("AlexNet (ungrouped)", 1);
  }

  private static Network alexnet(String title, int gpus) {
    return new Network(
        title,
        Shape.of(227, 227, 3),
        sequence(
            conv(96, 11).stride(4).named("conv1"),
            relu(),
            norm().named("norm1"),
            maxPool(3).stride(2).named("pool1"),
            conv(256, 5).pad(2).groups(gpus).named("conv2"),
            relu(),
            norm().named("norm2"),
            maxPool(3).stride(2).named("pool2"),
            conv(384, 3).pad(1).named("conv3"),
            relu(),
            conv(384, 3).pad(1).groups(gpus).named("conv4"),
            relu(),
            conv(256, 3).pad(1).groups(gpus).named("conv5"),
            relu(),
            maxPool(3).stride(2).named("pool5"),
            flatten().named("flatten"),
            dense(4096).named("fc6"),
            relu(),
            dropout(0.5).named("drop6"),
            dense(4096).named("fc7"),
            relu(),
            dropout(0.5).named("drop7"),
            dense(1000).named("fc8"),
            softmax().named("prob")));
  }

  /**
   * torchvision's {@code alexnet}: the single-GPU widths of Krizhevsky 2014 (One weird trick for
   * parallelizing convolutional neural networks) on 224×224, padded by 2, without normalisation. It
   * ends in logits. 61,100,840 parameters. Its adaptive pooling from 6×6 to 6×6, which changes
   * nothing, is written as an average pooling of 1×1; fvcore and thop count 9,216 more for it.
   */
  public static Network torchvision() {
    return new Network(
        "AlexNet (torchvision)",
        Shape.of(224, 224, 3),
        sequence(
            conv(64, 11).pad(2).stride(4).named("features.0"),
            relu(),
            maxPool(3).stride(2).named("features.2"),
            conv(192, 5).pad(2).named("features.3"),
            relu(),
            maxPool(3).stride(2).named("features.5"),
            conv(384, 3).pad(1).named("features.6"),
            relu(),
            conv(256, 3).pad(1).named("features.8"),
            relu(),
            conv(256, 3).pad(1).named("features.10"),
            relu(),
            maxPool(3).stride(2).named("features.12"),
            avgPool(1).named("avgpool"),
            flatten().named("flatten"),
            dropout(0.5).named("classifier.0"),
            dense(4096).named("classifier.1"),
            relu(),
            dropout(0.5).named("classifier.3"),
            dense(4096).named("classifier.4"),
            relu(),
            dense(1000).named("classifier.6")));
  }

  private static LocalResponseNorm norm() {
    return lrn(5, 2, 1e-4, 0.75);
  }
}
