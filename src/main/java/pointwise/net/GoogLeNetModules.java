package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.Conv2d;
import pointwise.op.MaxPool;
import pointwise.op.Op;

/**
 * The parts of {@link GoogLeNet}.
 *
 * @param caffe as in Caffe, with biases and local response normalisation, or with batch
 *     normalisation as in torchvision
 * @param true5x5 whether the 5×5 convolutions are 5×5
 */
record GoogLeNetModules(boolean caffe, boolean true5x5) {
  /** The columns of Table 1: #1×1, #3×3 reduce, #3×3, #5×5 reduce, #5×5, pool proj. */
  Op module(int ones, int reduce3, int threes, int reduce5, int fives, int projection) {
    Conv2d large = conv(fives, true5x5 ? 5 : 3).same();
    Op pool = maxPool(3).pad(1).stride(1).named("pool");
    return concat(
            unit("1x1", conv(ones, 1)),
            sequence(unit("3x3_reduce", conv(reduce3, 1)), unit("3x3", conv(threes, 3).same())),
            sequence(
                unit("5x5_reduce", conv(reduce5, 1)), unit(true5x5 ? "5x5" : "5x5(as 3x3)", large)),
            sequence(pool, unit("pool_proj", conv(projection, 1))))
        .resultNamed("output");
  }

  /** An auxiliary classifier. */
  Op head(String pool) {
    return sideHead(
        avgPool(5).stride(3).named(pool),
        unit("conv", conv(128, 1)),
        flatten().named("flatten"),
        dense(1024).named("fc"),
        relu(),
        dropout(0.7).named("drop"),
        dense(1000).named("classifier"));
  }

  /** A convolution and what follows it. */
  Op unit(String name, Conv2d conv) {
    return caffe
        ? sequence(conv.named(name), relu())
        : sequence(conv.noBias().named(name), batchNorm(), relu());
  }

  Op norm(String name) {
    return caffe ? lrn(5, 1, 1e-4, 0.75).alphaOverSize().named(name) : sequence();
  }

  Op pool4() {
    return caffe ? pool().named("pool4/3x3_s2") : maxPool(2).named("pool4/2x2_s2");
  }

  static MaxPool pool() {
    return maxPool(3).stride(2).ceil();
  }
}
