package pointwise.net;

import static pointwise.op.Operations.*;

import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * MobileNet V1 (Howard et al. 2017: MobileNets, Table 1), width 1.0 on 224×224; the rows are named
 * as in Keras.
 *
 * <p>Table 1 gives its last depthwise layer stride 2, but 7×7 before and after it: the stride is 1.
 */
public final class MobileNet {
  private MobileNet() {}

  /**
   * With depthwise separable convolutions. The paper's 4.2 million parameters are 4,209,088
   * weights; with the bias and batch normalisation's gamma and beta 4,231,976; with the means and
   * variances that Keras adds 4,253,864. Its 569 million multiplications are 568,740,352, of which
   * Table 2 prints 1.19 % for the first layer where 1.91 % are right.
   */
  public static Network v1() {
    return mobilenet("MobileNet V1", MobileNet::separable);
  }

  /**
   * The counterpart of Table 4, a full 3×3 convolution in place of each pair. The table's 4866
   * million multiplications leave the dense layer out (4,866,269,184; with it 4,867,293,184), but
   * the 569 million beside them include it (568,740,352; without 567,716,352).
   */
  public static Network fullConv() {
    return mobilenet("Conv MobileNet V1", MobileNet::full);
  }

  private interface Block {
    Op of(int number, int filters, int stride);
  }

  private static Network mobilenet(String title, Block block) {
    return new Network(
        title,
        Shape.of(224, 224, 3),
        sequence(
            conv(32, 3).same().stride(2).noBias().named("conv1"),
            batchNorm(),
            relu(),
            block.of(1, 64, 1),
            block.of(2, 128, 2),
            block.of(3, 128, 1),
            block.of(4, 256, 2),
            block.of(5, 256, 1),
            block.of(6, 512, 2),
            block.of(7, 512, 1),
            block.of(8, 512, 1),
            block.of(9, 512, 1),
            block.of(10, 512, 1),
            block.of(11, 512, 1),
            block.of(12, 1024, 2),
            block.of(13, 1024, 1),
            globalAvgPool().named("global_average_pooling2d"),
            dropout(0.001).named("dropout"),
            dense(1000).named("conv_preds"),
            softmax().named("prob")));
  }

  private static Op separable(int number, int filters, int stride) {
    return sequence(
        depthwiseConv(3).same().stride(stride).noBias().named("conv_dw_" + number),
        batchNorm(),
        relu(),
        conv(filters, 1).noBias().named("conv_pw_" + number),
        batchNorm(),
        relu());
  }

  private static Op full(int number, int filters, int stride) {
    return sequence(
        conv(filters, 3).same().stride(stride).noBias().named("conv_full_" + number),
        batchNorm(),
        relu());
  }
}
