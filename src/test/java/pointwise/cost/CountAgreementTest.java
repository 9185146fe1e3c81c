package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.op.TransposedConv2d;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Three ways to count that must agree: closed form, layer by layer, a counter in the loop. */
class CountAgreementTest {

  @Property(tries = 200)
  void countsAgreeWithTheExecutedLoopOnRandomNetworks(@ForAll long seed) {
    Random random = new Random(seed);
    Shape input = randomImage(random);
    List<Op> ops = new ArrayList<>();
    Shape shape = input;
    for (int i = random.nextInt(4); i >= 0; i--) {
      Op op = randomOp(random, shape);
      ops.add(op);
      shape = op.output(shape);
    }
    ops.add(flatten());
    ops.add(dense(1 + random.nextInt(5)));
    Op network = sequence(ops.toArray(Op[]::new));
    Model model = model(network, input, seed);
    Tensor x = Tensor.random(input, seed);
    NaiveEngine dense = new NaiveEngine();
    NaiveEngine inside = NaiveEngine.insideOnly();

    Tensor y = model.forward(x, dense);
    Tensor skipping = model.forward(x, inside);

    CostReport report = count(network, input);
    assertThat(y.shape()).isEqualTo(report.output());
    assertThat(skipping.maxDifference(y)).as("zeros add nothing").isZero();
    assertThat(dense.multiplications()).isEqualTo(report.multiplications());
    assertThat(inside.multiplications()).isEqualTo(report.multiplicationsInside());
    assertThat(model.weights().values().stream().mapToLong(w -> w.shape().size()).sum())
        .isEqualTo(report.parameters());
    float scale = 1 + magnitude(y);
    assertThat(model.forward(x, Engines.loops(2)).maxDifference(y)).isLessThan(1e-4f * scale);
  }

  /** Post 19's formula, for any sizes: kernel² × depth × output positions × filters. */
  @Property(tries = 300)
  void closedForm(@ForAll long seed) {
    Random random = new Random(seed);
    int groups = 1 + random.nextInt(3);
    int depth = groups * (1 + random.nextInt(20));
    int filters = groups * (1 + random.nextInt(20));
    int kernel = 1 + random.nextInt(7);
    int stride = 1 + random.nextInt(3);
    Shape input = Shape.of(7 + random.nextInt(40), 7 + random.nextInt(40), depth);
    Conv2d op = conv(filters, kernel).stride(stride).groups(groups);
    int rows = (input.height() - kernel) / stride + 1;
    int columns = (input.width() - kernel) / stride + 1;
    long weights = (long) kernel * kernel * depth / groups * filters;
    CostReport valid = count(op, input);
    assertThat(valid.multiplications()).isEqualTo(weights * rows * columns);
    assertThat(valid.multiplicationsInside()).isEqualTo(weights * rows * columns);
    assertThat(valid.weights()).isEqualTo(weights);
    int sameRows = -Math.floorDiv(-input.height(), stride);
    int sameColumns = -Math.floorDiv(-input.width(), stride);
    assertThat(count(op.same(), input).multiplications())
        .isEqualTo(weights * sameRows * sameColumns);
  }

  /** Input positions × kernel × depth × filters; cropped is what reaches beyond the output. */
  @Property(tries = 300)
  void closedFormOfTransposedConvolutions(@ForAll long seed) {
    Random random = new Random(seed);
    int depth = 1 + random.nextInt(20);
    int filters = 1 + random.nextInt(20);
    int kernel = 1 + random.nextInt(7);
    int stride = 1 + random.nextInt(3);
    Shape input = Shape.of(3 + random.nextInt(20), 3 + random.nextInt(20), depth);
    TransposedConv2d op = transposedConv(filters, kernel).stride(stride);
    long weights = (long) kernel * kernel * depth * filters;
    long all = weights * input.height() * input.width();
    CostReport valid = count(op, input);
    assertThat(valid.output())
        .isEqualTo(
            Shape.of(
                (input.height() - 1) * stride + kernel,
                (input.width() - 1) * stride + kernel,
                filters));
    assertThat(valid.multiplications()).isEqualTo(all);
    assertThat(valid.multiplicationsInside()).isEqualTo(all);
    assertThat(valid.weights()).isEqualTo(weights);
    CostReport same = count(op.same(), input);
    assertThat(same.output())
        .isEqualTo(Shape.of(input.height() * stride, input.width() * stride, filters));
    assertThat(same.multiplications()).isEqualTo(all);
    CostReport convolution = count(conv(depth, kernel).stride(stride).same(), same.output());
    assertThat(same.multiplicationsInside())
        .as("those of the convolution that it transposes")
        .isEqualTo(convolution.multiplicationsInside());
  }

  private static Shape randomImage(Random random) {
    int height = 6 + random.nextInt(8);
    int width = 6 + random.nextInt(8);
    int channels = 2 * (1 + random.nextInt(3));
    return random.nextInt(3) == 0
        ? Shape.of(1 + random.nextInt(3), height, width, channels)
        : Shape.of(height, width, channels);
  }

  private static Op randomOp(Random random, Shape shape) {
    int kernel = 1 + random.nextInt(3);
    int other = 1 + random.nextInt(3);
    int stride = 1 + random.nextInt(2);
    int filters = 2 * (1 + random.nextInt(4));
    boolean valid = shape.height() >= kernel && shape.width() >= other && random.nextBoolean();
    return switch (random.nextInt(9)) {
      case 0 -> valid ? conv(filters, kernel, other).stride(stride) : relu();
      case 1 -> conv(filters, kernel, other).same().stride(stride, 1).noBias();
      case 2 -> conv(filters, 3, kernel).pad(2, 2, 3, 1).dilation(random.nextInt(2) + 1);
      case 3 -> conv(filters, kernel).same().groups(2);
      case 4 -> depthwiseConv(kernel, other).same().stride(stride).multiplier(2);
      case 5 -> concat(conv(2, 1), maxPool(3).stride(1).same(), conv(4, kernel, other).same());
      case 6 -> transposedConv(filters, 2 + kernel, other).stride(stride, other).pad(1, 0, 0, 0);
      case 7 -> transposedConv(filters, kernel, other).same().stride(stride).noBias();
      default -> random.nextBoolean() ? maxPool(2).same() : avgPool(2, 1).same();
    };
  }

  private static float magnitude(Tensor y) {
    return y.maxDifference(Tensor.zeros(y.shape()));
  }
}
