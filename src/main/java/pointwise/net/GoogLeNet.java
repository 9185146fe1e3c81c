package pointwise.net;

import static pointwise.net.GoogLeNetModules.pool;
import static pointwise.op.Operations.*;

import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * GoogLeNet (Szegedy et al. 2014: Going Deeper with Convolutions, Table 1); the rows are named as
 * in Caffe's bvlc_googlenet.
 *
 * <p>Table 1 gives conv1 2.7K parameters and 34M operations, but a 7×7 convolution of 3 channels to
 * 64 has 7·7·3·64 = 9,408 weights and 118,013,952 multiplications. A separable one with multiplier
 * 8 has 7·7·3·8 + 24·64 = 2,712 and 34,019,328; with it the network has the paper's 1.5 billion
 * (1,498,677,248), and without it 1,582,671,872.
 *
 * <p>The "5 million parameters, 12 times fewer than AlexNet" of later papers are 6,998,552
 * (5,973,552 without the classifier), 8.7 times fewer; the parameters of Table 1 alone add up to
 * 6.8 million.
 */
public final class GoogLeNet {
  private static final GoogLeNetModules CAFFE = new GoogLeNetModules(true, true);
  private static final GoogLeNetModules TORCHVISION = new GoogLeNetModules(false, false);
  private static final GoogLeNetModules NORMALISED = new GoogLeNetModules(false, true);

  private GoogLeNet() {}

  /** Caffe's, which follows the filters of Table 1, without the auxiliary classifiers. */
  public static Network caffe() {
    return network("GoogLeNet (Caffe)", CAFFE, sequence());
  }

  /** Caffe's with the two auxiliary classifiers of training; 13,378,280 parameters. */
  public static Network caffeWithHeads() {
    return network("GoogLeNet (Caffe, auxiliary heads)", CAFFE, CAFFE.head("ave_pool"));
  }

  /**
   * torchvision's: batch normalisation for biases and LRN, 2×2 for the 3×3 of pool4, and 3×3 for
   * the 5×5, a mistake that came from TF-slim (pytorch/vision issue 906) and saves 380,928 weights
   * and 84,295,680 multiplications. Its 1.498 billion are not the paper's 1.502.
   */
  public static Network torchvision() {
    return network("GoogLeNet (torchvision)", TORCHVISION, sequence());
  }

  /** torchvision's with the heads; its adaptive pooling to 4×4 is written as Table 1's 5×5/3. */
  public static Network torchvisionWithHeads() {
    Op head = TORCHVISION.head("adaptive_avg_pool_4x4");
    return network("GoogLeNet (torchvision, auxiliary heads)", TORCHVISION, head);
  }

  /** What torchvision's would be with the 5×5 convolutions of the paper. */
  public static Network normalised() {
    return network("GoogLeNet (batch norm, true 5×5)", NORMALISED, sequence());
  }

  private static Network network(String title, GoogLeNetModules build, Op head) {
    return new Network(
        title,
        Shape.of(224, 224, 3),
        sequence(
            build.unit("conv1/7x7_s2", conv(64, 7).pad(3).stride(2)),
            pool().named("pool1/3x3_s2"),
            build.norm("pool1/norm1"),
            build.unit("conv2/3x3_reduce", conv(64, 1)),
            build.unit("conv2/3x3", conv(192, 3).same()),
            build.norm("conv2/norm2"),
            pool().named("pool2/3x3_s2"),
            build.module(64, 96, 128, 16, 32, 32).named("inception_3a"),
            build.module(128, 128, 192, 32, 96, 64).named("inception_3b"),
            pool().named("pool3/3x3_s2"),
            build.module(192, 96, 208, 16, 48, 64).named("inception_4a"),
            head.named("loss1"),
            build.module(160, 112, 224, 24, 64, 64).named("inception_4b"),
            build.module(128, 128, 256, 24, 64, 64).named("inception_4c"),
            build.module(112, 144, 288, 32, 64, 64).named("inception_4d"),
            head.named("loss2"),
            build.module(256, 160, 320, 32, 128, 128).named("inception_4e"),
            build.pool4(),
            build.module(256, 160, 320, 32, 128, 128).named("inception_5a"),
            build.module(384, 192, 384, 48, 128, 128).named("inception_5b"),
            globalAvgPool().named("pool5/7x7_s1"),
            dropout(0.4).named("pool5/drop"),
            dense(1000).named("loss3/classifier"),
            softmax().named("prob")));
  }
}
