package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * GoogLeNet (Szegedy et al. 2014: Going Deeper with Convolutions, Table 1); the rows are named as
 * in Caffe's bvlc_googlenet.
 *
 * <p>Table 1's conv1 row, 2.7K parameters and 34M operations, is no 7×7 convolution of 3 channels
 * to 64: that has 7·7·3·64 = 9,408 weights and 118,013,952 multiplications. It is what a separable
 * one with multiplier 8 has: 7·7·3·8 + 24·64 = 2,712 and 34,019,328. With it the network has
 * 1,498,677,248 multiplications, the paper's 1.5 billion; as everybody builds it, 1,582,671,872.
 */
public final class GoogLeNet {
  private final boolean caffe;
  private final boolean true5x5;

  private GoogLeNet(boolean caffe, boolean true5x5) {
    this.caffe = caffe;
    this.true5x5 = true5x5;
  }

  /** Caffe's, which follows the filters of Table 1, without the auxiliary classifiers. */
  public static Network caffe() {
    return new GoogLeNet(true, true).network("GoogLeNet (Caffe)", false);
  }

  /** Caffe's with the two auxiliary classifiers of training; 13,378,280 parameters. */
  public static Network caffeWithHeads() {
    return new GoogLeNet(true, true).network("GoogLeNet (Caffe, auxiliary heads)", true);
  }

  /**
   * torchvision's: batch normalisation for biases and LRN, 2×2 for the 3×3 of pool4, and 3×3 for
   * the 5×5 convolutions, a mistake that came from TF-slim (pytorch/vision issue 906) and that
   * saves 380,928 weights and 84,295,680 multiplications. Its 1.498 billion are not the paper's
   * 1.502.
   */
  public static Network torchvision() {
    return new GoogLeNet(false, false).network("GoogLeNet (torchvision)", false);
  }

  /**
   * torchvision's with the auxiliary classifiers. Its adaptive pooling from 14×14 to 4×4 is written
   * as Table 1's 5×5 with stride 3, which gives the same shape.
   */
  public static Network torchvisionWithHeads() {
    return new GoogLeNet(false, false).network("GoogLeNet (torchvision, auxiliary heads)", true);
  }

  /** What torchvision's would be with the 5×5 convolutions of the paper. */
  public static Network normalised() {
    return new GoogLeNet(false, true).network("GoogLeNet (batch norm, true 5×5)", false);
  }

  private Network network(String title, boolean heads) {
    return new Network(
        title,
        Shape.of(224, 224, 3),
        sequence(
            unit("7x7_s2", conv(64, 7).pad(3).stride(2)).named("conv1"),
            sequence(pool("3x3_s2"), norm("norm1")).named("pool1"),
            sequence(
                    unit("3x3_reduce", conv(64, 1)),
                    unit("3x3", conv(192, 3).same()),
                    norm("norm2"))
                .named("conv2"),
            pool("3x3_s2").named("pool2/3x3_s2"),
            module(64, 96, 128, 16, 32, 32).named("inception_3a"),
            module(128, 128, 192, 32, 96, 64).named("inception_3b"),
            pool("3x3_s2").named("pool3/3x3_s2"),
            module(192, 96, 208, 16, 48, 64).named("inception_4a"),
            heads ? head().named("loss1") : sequence(),
            module(160, 112, 224, 24, 64, 64).named("inception_4b"),
            module(128, 128, 256, 24, 64, 64).named("inception_4c"),
            module(112, 144, 288, 32, 64, 64).named("inception_4d"),
            heads ? head().named("loss2") : sequence(),
            module(256, 160, 320, 32, 128, 128).named("inception_4e"),
            caffe ? pool("3x3_s2").named("pool4/3x3_s2") : maxPool(2).named("pool4/2x2_s2"),
            module(256, 160, 320, 32, 128, 128).named("inception_5a"),
            module(384, 192, 384, 48, 128, 128).named("inception_5b"),
            globalAvgPool().named("pool5/7x7_s1"),
            dropout(0.4).named("pool5/drop"),
            dense(1000).named("loss3/classifier"),
            softmax().named("prob")));
  }

  /** The columns of Table 1: #1×1, #3×3 reduce, #3×3, #5×5 reduce, #5×5, pool proj. */
  private Op module(int ones, int reduce3, int threes, int reduce5, int fives, int projection) {
    return concat(
            unit("1x1", conv(ones, 1)),
            sequence(unit("3x3_reduce", conv(reduce3, 1)), unit("3x3", conv(threes, 3).same())),
            sequence(
                unit("5x5_reduce", conv(reduce5, 1)),
                true5x5
                    ? unit("5x5", conv(fives, 5).same())
                    : unit("5x5(as 3x3)", conv(fives, 3).same())),
            sequence(
                maxPool(3).pad(1).stride(1).named("pool"), unit("pool_proj", conv(projection, 1))))
        .resultNamed("output");
  }

  private Op head() {
    return sideHead(
        avgPool(5).stride(3).named(caffe ? "ave_pool" : "adaptive_avg_pool_4x4"),
        unit("conv", conv(128, 1)),
        flatten().named("flatten"),
        dense(1024).named("fc"),
        relu(),
        dropout(0.7).named("drop"),
        dense(1000).named("classifier"));
  }

  private Op unit(String name, Conv2d conv) {
    return caffe
        ? sequence(conv.named(name), relu())
        : sequence(conv.noBias().named(name), batchNorm(), relu());
  }

  private Op norm(String name) {
    return caffe ? lrn(5, 1, 1e-4, 0.75).alphaOverSize().named(name) : sequence();
  }

  private static Op pool(String name) {
    return maxPool(3).stride(2).ceil().named(name);
  }
}
