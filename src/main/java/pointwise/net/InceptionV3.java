package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.Conv2d;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * Inception V3 (Szegedy et al. 2015: Rethinking the Inception Architecture for Computer Vision) as
 * torchvision and TF-slim build it; the rows are named as in torchvision, which ends in logits.
 *
 * <p>The stem differs from the paper's Table 1, which has a convolution with stride 2 for the 1×1
 * and the second pooling, and which does not mark its last stem convolution as padded although
 * 35×35 follows 35×35. The paper puts the cost at 4.8 billion, 2.5 times GoogLeNet's; the network
 * as released has 5,713,216,096, 3.6 times. ptflops' README lists that under 224×224, where it is
 * 2,837,921,120.
 */
public final class InceptionV3 {
  private InceptionV3() {}

  /**
   * Without the auxiliary classifier; 23,834,568 parameters. Keras prints 23,851,784: for each of
   * the 17,216 normalised channels it has no gamma, but counts mean and variance, 3 numbers for 2.
   */
  public static Network v3() {
    return network("Inception V3", false);
  }

  /**
   * With the auxiliary classifier on the 17×17 grid (section 4); 27,161,264 parameters. torchvision
   * prints these, but beside them the multiplications without the classifier.
   */
  public static Network withHead() {
    return network("Inception V3 (auxiliary head)", true);
  }

  private static Network network(String title, boolean head) {
    return new Network(
        title,
        Shape.of(299, 299, 3),
        sequence(
            unit("Conv2d_1a_3x3", conv(32, 3).stride(2)),
            unit("Conv2d_2a_3x3", conv(32, 3)),
            unit("Conv2d_2b_3x3", conv(64, 3).same()),
            maxPool(3).stride(2).named("maxpool1"),
            unit("Conv2d_3b_1x1", conv(80, 1)),
            unit("Conv2d_4a_3x3", conv(192, 3)),
            maxPool(3).stride(2).named("maxpool2"),
            InceptionV3Modules.figure5(32).named("Mixed_5b."),
            InceptionV3Modules.figure5(64).named("Mixed_5c."),
            InceptionV3Modules.figure5(64).named("Mixed_5d."),
            InceptionV3Modules.reductionTo17().named("Mixed_6a."),
            InceptionV3Modules.figure6(128).named("Mixed_6b."),
            InceptionV3Modules.figure6(160).named("Mixed_6c."),
            InceptionV3Modules.figure6(160).named("Mixed_6d."),
            InceptionV3Modules.figure6(192).named("Mixed_6e."),
            head ? auxiliary().named("AuxLogits.") : sequence(),
            InceptionV3Modules.reductionTo8().named("Mixed_7a."),
            InceptionV3Modules.figure7().named("Mixed_7b."),
            InceptionV3Modules.figure7().named("Mixed_7c."),
            globalAvgPool().named("avgpool"),
            dropout(0.5).named("dropout"),
            dense(1000).named("fc")));
  }

  private static Op auxiliary() {
    return sideHead(
        avgPool(5).stride(3).named("avg_pool"),
        unit("conv0", conv(128, 1)),
        unit("conv1", conv(768, 5)),
        globalAvgPool().named("gap"),
        dense(1000).named("fc"));
  }

  static Op unit(String name, Conv2d conv) {
    return sequence(conv.noBias().named(name), batchNorm(), relu());
  }
}
