package pointwise.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.cost.TrainingCost;
import pointwise.engine.NaiveEngine;
import pointwise.model.Model;
import pointwise.net.LeNet;
import pointwise.net.Published;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** What training is said to multiply is what a counter inside the executed loops counts. */
class TrainingCostTest {

  @Property(tries = 60)
  void agreesWithTheExecutedLoopsOnRandomNetworks(@ForAll long seed) {
    Random random = new Random(seed);
    Shape input = Shape.of(1 + random.nextInt(2), 6 + random.nextInt(4), 5 + random.nextInt(4), 2);
    List<Op> ops = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      ops.add(layer(random));
    }
    ops.add(flatten());
    ops.add(dense(1 + random.nextInt(5)));
    Op network = sequence(ops.toArray(Op[]::new));
    Model model = model(network, input, seed);
    NaiveEngine naive = new NaiveEngine();
    Tape tape =
        Tape.record(model.graph(), model.weights(), Tensor.random(input, seed), naive, seed);
    TrainingCost cost = count(network, input).training();
    assertThat(naive.multiplications()).isEqualTo(cost.forward());
    Tensor gradient = Tensor.full(model.graph().output().shape(), 1);
    tape.backward(Map.of(model.graph().output(), gradient));
    assertThat(naive.multiplications()).isEqualTo(cost.total());
  }

  private static Op layer(Random random) {
    int kernel = 1 + random.nextInt(3);
    int other = 1 + random.nextInt(3);
    int stride = 1 + random.nextInt(2);
    int filters = 2 * (1 + random.nextInt(3));
    return switch (random.nextInt(9)) {
      case 0 -> sequence(relu(), batchNorm());
      case 1 -> conv(filters, kernel, other).same().stride(stride, 1).noBias();
      case 2 -> conv(filters, 3, kernel).pad(2, 2, 3, 1).dilation(random.nextInt(2) + 1);
      case 3 -> conv(filters, kernel).same().groups(2);
      case 4 -> depthwiseConv(kernel, other).same().stride(stride).multiplier(2);
      case 5 -> concat(conv(2, 1), maxPool(3).stride(1).same(), conv(4, kernel, other).same());
      case 6 -> transposedConv(filters, 2 + kernel, other).stride(stride, other).pad(1, 0, 0, 0);
      case 7 -> residual(conv(2, 1), conv(2, 3).same());
      default -> random.nextBoolean() ? maxPool(2).same() : avgPool(2, 1).same();
    };
  }

  /** 416,520 forward and for the weights; without conv1's 117,600, 298,920 for the inputs. */
  @Example
  void leNetsFirstLayerNeedsNoGradientOfItsInput() {
    TrainingCost cost = count(LeNet.modern28()).training();
    assertThat(cost)
        .hasToString(
            "1,131,960 multiplications per training step: 416,520 forward, 298,920 for the inputs'"
                + " gradients, 416,520 for the weights'");
    assertThat(cost.table().rowCount()).isEqualTo(5);
    assertThat(cost.rows().get(0).inputs()).isZero();
  }

  /** Between two and three times the forward pass, for every network here. */
  @Example
  void ofAllPublishedNetworks() {
    for (String name : Published.names()) {
      TrainingCost cost = count(Published.network(name)).training();
      assertThat(cost.forward()).isEqualTo(count(Published.network(name)).multiplications());
      assertThat((double) cost.total() / cost.forward()).as(name).isBetween(1.9, 3.0);
    }
  }
}
