package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.AvgPool;
import pointwise.op.Conv2d;
import pointwise.op.MaxPool;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * BN-Inception, called Inception V2 (Ioffe and Szegedy 2015: Batch Normalization, Figure 5): the
 * 5×5 of GoogLeNet becomes two 3×3, and every convolution is normalised. Rows are named as in
 * Caffe.
 *
 * <p>Figure 5 contradicts itself: the branches of 4c and 4d add up to 160 + 160 + 160 + 128 = 608
 * and 96 + 192 + 192 + 128 = 608 channels, but 576 are printed, and 4e then gives 1,056, not 1,024.
 * Two lineages follow: Caffe keeps the filters, TF-slim the printed sums. The sizes printed for 3c
 * and 4e (28×28×576, 14×14×1024) are those of the input grid; their outputs are 14×14 and 7×7.
 */
public final class BnInception {
  private final boolean slim;

  private BnInception(boolean slim) {
    this.slim = slim;
  }

  /**
   * The filters of Figure 5 literally, as Caffe's users built it: biases before the normalisation,
   * gamma and beta. 11,295,240 parameters, where the paper's text says 13.6 million.
   */
  public static Network paper() {
    return new BnInception(false).network("BN-Inception (paper)", 128);
  }

  /**
   * TF-slim's: conv1 separable with multiplier 8 (the paper, appendix), no bias, beta only, and 96
   * filters behind the poolings of 4c and 4d. 11,178,336 parameters.
   */
  public static Network tfSlim() {
    return new BnInception(true).network("Inception V2 (TF-slim)", 96);
  }

  private Network network(String title, int projection4) {
    return new Network(
        title,
        Shape.of(224, 224, 3),
        sequence(
            slim ? separable() : unit("conv1_7x7_s2", conv(64, 7).pad(3).stride(2)),
            halvedPool().named("pool1_3x3_s2"),
            unit("conv2_3x3_reduce", conv(64, 1)),
            unit("conv2_3x3", conv(192, 3).same()),
            halvedPool().named("pool2_3x3_s2"),
            module(64, 64, 64, 64, 96, average(), 32).named("inception_3a_"),
            module(64, 64, 96, 64, 96, average(), 64).named("inception_3b_"),
            reduction(128, 160, 64, 96).named("inception_3c_"),
            module(224, 64, 96, 96, 128, average(), 128).named("inception_4a_"),
            module(192, 96, 128, 96, 128, average(), 128).named("inception_4b_"),
            module(160, 128, 160, 128, 160, average(), projection4).named("inception_4c_"),
            module(96, 128, 192, 160, 192, average(), projection4).named("inception_4d_"),
            reduction(128, 192, 192, 256).named("inception_4e_"),
            module(352, 192, 320, 160, 224, average(), 128).named("inception_5a_"),
            module(352, 192, 320, 192, 224, maxPool(3).stride(1).same(), 128)
                .named("inception_5b_"),
            globalAvgPool().named("global_pool"),
            dense(1000).named("fc"),
            softmax().named("prob")));
  }

  /** The columns of Figure 5: #1×1, #3×3 reduce, #3×3, double #3×3 reduce, double #3×3, pool. */
  private Op module(
      int ones, int reduce, int threes, int doubleReduce, int doubled, Op pool, int projection) {
    return concat(
            unit("1x1", conv(ones, 1)),
            sequence(unit("3x3_reduce", conv(reduce, 1)), unit("3x3", conv(threes, 3).same())),
            sequence(
                unit("double_3x3_reduce", conv(doubleReduce, 1)),
                unit("double_3x3_1", conv(doubled, 3).same()),
                unit("double_3x3_2", conv(doubled, 3).same())),
            sequence(pool.named("pool"), unit("pool_proj", conv(projection, 1))))
        .resultNamed("output");
  }

  /** A module with stride 2: no 1×1 branch, and the pooling passes through. */
  private Op reduction(int reduce, int threes, int doubleReduce, int doubled) {
    return concat(
            sequence(unit("3x3_reduce", conv(reduce, 1)), unit("3x3", halved(conv(threes, 3)))),
            sequence(
                unit("double_3x3_reduce", conv(doubleReduce, 1)),
                unit("double_3x3_1", conv(doubled, 3).same()),
                unit("double_3x3_2", halved(conv(doubled, 3)))),
            halvedPool().named("pool"))
        .resultNamed("output");
  }

  private Op unit(String name, Conv2d conv) {
    return slim
        ? sequence(conv.noBias().named(name), batchNorm().noScale(), relu())
        : sequence(conv.named(name), batchNorm(), relu());
  }

  private Op separable() {
    Op depthwise = depthwiseConv(7).multiplier(8).stride(2).same().noBias().named("depthwise");
    return sequence(depthwise, unit("pointwise", conv(64, 1))).named("conv1_7x7_s2");
  }

  private AvgPool average() {
    return slim ? avgPool(3).stride(1).same() : avgPool(3).stride(1).pad(1).countPadding();
  }

  /** Caffe pads by 1 on all sides, TensorFlow at the bottom and right only. */
  private Conv2d halved(Conv2d conv) {
    return slim ? conv.stride(2).same() : conv.stride(2).pad(1);
  }

  private MaxPool halvedPool() {
    return slim ? maxPool(3).stride(2).same() : maxPool(3).stride(2).ceil();
  }
}
