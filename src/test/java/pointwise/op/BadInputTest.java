package pointwise.op;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import org.junit.jupiter.api.Test;
import pointwise.tensor.Shape;

/** What a user who made a mistake is told: one sentence with the values, before anything runs. */
class BadInputTest {
  private static final Shape IMAGE = Shape.of(28, 28, 192);

  @Test
  void sizesThatAreNoSizes() {
    refused(() -> conv(0, 3), "A convolution needs at least 1 filter, but got 0");
    refused(() -> conv(8, -3), "A window's kernel must be between 1 and 16,384, but got -3×-3");
    refused(
        () -> conv(8, 3).stride(0), "A window's stride must be between 1 and 16,384, but got 0×0");
    refused(
        () -> conv(8, 3).pad(-1),
        "Padding must be between 0 and 16,384, but got top -1, bottom -1, left -1, right -1");
    refused(() -> dense(0), "A dense layer needs at least 1 output, but got 0");
    refused(
        () -> depthwiseConv(3).multiplier(0),
        "A depthwise convolution needs a multiplier of at least 1, but got 0");
  }

  @Test
  void kernelLargerThanThePaddedInput() {
    refused(
        () -> count(sequence(conv(8, 20), relu(), conv(8, 11)), IMAGE),
        "conv2: The kernel spans 11, more than the input's height of 9");
    refused(
        () -> count(conv(8, 3).dilation(20).pad(2), IMAGE),
        "conv1: The kernel spans 41, more than the input's height of 28 with padding 4");
    refused(
        () -> count(maxPool(3).named("pool5"), Shape.of(5, 2, 8)),
        "pool5: The kernel spans 3, more than the input's width of 2");
  }

  @Test
  void transposedConvolutionsThatLeaveNothing() {
    refused(
        () -> transposedConv(0, 3), "A transposed convolution needs at least 1 filter, but got 0");
    refused(
        () -> count(transposedConv(8, 3).pad(4, 3, 0, 0), Shape.of(5, 5, 8)),
        "transposed1: The padding of 4 and 3 crops all of the transposed convolution's height of"
            + " 7");
    refused(
        () -> count(transposedConv(8, 3).stride(2).pad(0, 0, 5, 6).named("up"), Shape.of(5, 5, 8)),
        "up: The padding of 5 and 6 crops all of the transposed convolution's width of 11");
    refused(
        () -> count(transposedConv(8, 3).stride(1 << 14), Shape.of(1 << 18, 5, 8)),
        "transposed1: The transposed convolution's height of 4,294,950,915 is more than 2^31 - 1");
    refused(
        () -> count(transposedConv(8, 3), Shape.of(28, 28)),
        "transposed1: Expected an image (height × width × channels) or a batch of images, but got"
            + " 28×28");
  }

  @Test
  void channelsThatGroupsDoNotDivide() {
    refused(() -> conv(64, 3).groups(3), "64 filters cannot be divided into 3 groups");
    refused(() -> conv(64, 3).groups(0), "64 filters cannot be divided into 0 groups");
    refused(
        () -> count(conv(70, 3).groups(7), IMAGE),
        "conv1: 192 input channels cannot be divided into 7 groups");
  }

  @Test
  void branchesOfUnequalSize() {
    refused(
        () -> count(concat(conv(8, 1), conv(8, 3).same(), maxPool(2)).named("3a"), IMAGE),
        "3a/concat1: Concat needs branches of equal height and width: expected 28×28 but branch 3"
            + " gives 14×14");
    refused(
        () -> count(concat(conv(8, 1), globalAvgPool()), IMAGE),
        "concat1: Concat needs branches of equal shape but for the channels: expected 28×28×8 but"
            + " branch 2 gives 192");
    refused(
        () -> count(residual(conv(64, 3).same()), IMAGE),
        "add1: A residual needs a body and a shortcut of equal shape, but they give 28×28×64 and"
            + " 28×28×192");
    refused(() -> concat(), "Concat needs at least one branch");
  }

  @Test
  void wrongRank() {
    refused(
        () -> count(conv(8, 3), Shape.of(28, 28)),
        "conv1: Expected an image (height × width × channels) or a batch of images, but got 28×28");
    refused(
        () -> count(conv(8, 3), Shape.of(1, 2, 28, 28, 3)),
        "conv1: Expected an image (height × width × channels) or a batch of images, but got"
            + " 1×2×28×28×3");
    refused(
        () -> count(dense(10), Shape.of(5, 5, 16)),
        "dense1: A dense layer takes features or batch × features, but got 5×5×16: put flatten()"
            + " before it");
  }

  @Test
  void countsOfMoreThanALongHolds() {
    Shape huge = Shape.of(1 << 20, 1 << 20, 1 << 20);
    refused(
        () -> count(conv(1 << 20, 64), huge),
        "The count 1,048,513 × 64 × 1,048,513 × 64 × 1,099,511,627,776 is more than" + " 2^63 - 1");
    Op large = conv(1 << 20, 1).same().noBias();
    refused(
        () -> count(sequence(large, large, large, large), Shape.of(1 << 10, 1 << 11, 1 << 20)),
        "more than 2^63 - 1");
  }

  @Test
  void poolingWindowsThatSeeOnlyPadding() {
    refused(
        () -> count(avgPool(2).pad(2), Shape.of(8, 8, 3)),
        "avgpool1: avgPool(2).pad(2) on 8×8×3 has windows that see nothing but padding");
    refused(
        () -> count(maxPool(2).pad(2), Shape.of(8, 8, 3)),
        "maxpool1: maxPool(2).pad(2) on 8×8×3 has windows that see nothing but padding");
  }

  @Test
  void namesThatAreTaken() {
    refused(
        () -> count(sequence(conv(8, 1).named("a"), conv(8, 1).named("a")), IMAGE),
        "Two layers are named a");
    refused(() -> conv(8, 1).named(" "), "A name must not be blank");
  }

  private static void refused(Runnable mistake, String message) {
    assertThatIllegalArgumentException().isThrownBy(mistake::run).withMessageContaining(message);
  }
}
