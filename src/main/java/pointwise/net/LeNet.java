package pointwise.net;

import static pointwise.op.Operations.*;

import java.util.List;
import pointwise.op.Conv2d;
import pointwise.op.Network;
import pointwise.op.Tanh;
import pointwise.tensor.Shape;

/**
 * LeNet-5 (LeCun, Bottou, Bengio and Haffner 1998: Gradient-Based Learning Applied to Document
 * Recognition, section II.B), and what frameworks call by its name today.
 */
public final class LeNet {
  /** Table I: the maps of S2 that each of C3's 16 maps sees; 60 of the 96 pairs are connected. */
  private static final List<List<Integer>> TABLE_I =
      List.of(
          List.of(0, 1, 2),
          List.of(1, 2, 3),
          List.of(2, 3, 4),
          List.of(3, 4, 5),
          List.of(0, 4, 5),
          List.of(0, 1, 5),
          List.of(0, 1, 2, 3),
          List.of(1, 2, 3, 4),
          List.of(2, 3, 4, 5),
          List.of(0, 3, 4, 5),
          List.of(0, 1, 4, 5),
          List.of(0, 1, 2, 5),
          List.of(0, 1, 3, 4),
          List.of(1, 2, 4, 5),
          List.of(0, 2, 3, 5),
          List.of(0, 1, 2, 3, 4, 5));

  private LeNet() {}

  /**
   * The network of 1998: C3 partially connected, subsampling with a trainable coefficient and bias,
   * 84 features against a stored 7×12 bitmap a class.
   *
   * <p>60,000 learned numbers, as the paper says, and 840 stored ones. The paper's 340,908
   * connections are the 326,520 multiplications counted here, one for the bias of each unit of C1,
   * C3, C5 and F6 (6,508) and five for each unit of S2 and S4 (7,880).
   */
  public static Network lenet1998() {
    return new Network(
        "LeNet-5 (1998)",
        Shape.of(32, 32, 1),
        sequence(
            conv(6, 5).named("C1"),
            squash(),
            subsample(2).named("S2"),
            squash(),
            partialConv(TABLE_I, 5).named("C3"),
            squash(),
            subsample(2).named("S4"),
            squash(),
            conv(120, 5).named("C5"),
            squash(),
            flatten().named("flatten"),
            dense(84).named("F6"),
            squash(),
            radialBasis(10).named("OUTPUT_RBF"),
            softmin().named("prob")));
  }

  /** Today's LeNet on MNIST's 28×28 images: the first convolution is padded, C3 sees all maps. */
  public static Network modern28() {
    return modern("LeNet-5 (modern, 28×28)", Shape.of(28, 28, 1), conv(6, 5).same());
  }

  /** Today's LeNet on images that are already padded to 32×32: no convolution is. */
  public static Network modern32() {
    return modern("LeNet-5 (modern, 32×32)", Shape.of(32, 32, 1), conv(6, 5));
  }

  private static Network modern(String title, Shape input, Conv2d first) {
    return new Network(
        title,
        input,
        sequence(
            first.named("conv1"),
            relu(),
            maxPool(2).named("pool1"),
            conv(16, 5).named("conv2"),
            relu(),
            maxPool(2).named("pool2"),
            flatten().named("flatten"),
            dense(120).named("fc1"),
            relu(),
            dense(84).named("fc2"),
            relu(),
            dense(10).named("fc3"),
            softmax().named("prob")));
  }

  private static Tanh squash() {
    return tanh().scaled(1.7159, 2.0 / 3);
  }
}
