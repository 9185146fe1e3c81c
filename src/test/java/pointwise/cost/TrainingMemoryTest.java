package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.op.Operations.batchNorm;
import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.dense;
import static pointwise.op.Operations.relu;
import static pointwise.op.Operations.residual;
import static pointwise.op.Operations.sequence;

import org.junit.jupiter.api.Test;
import pointwise.op.Op;
import pointwise.tensor.Shape;

class TrainingMemoryTest {
  /** Values of 2, 3, 3 and 5 numbers; the input needs no gradient. */
  @Test
  void aChainHoldsTheMostAtItsEnd() {
    Op op = sequence(dense(3), relu(), dense(5));
    TrainingMemory memory = TrainingMemory.of(op, Shape.of(2), 2);
    assertThat(memory.activations()).isEqualTo(4 * (2 + 3 + 3 + 5));
    // All values, and while the last layer goes back its output's and its input's gradient.
    assertThat(memory.most()).isEqualTo(4 * (13 + 5 + 3));
    assertThat(memory.weights()).isEqualTo(4 * (2 * 3 + 3 + 3 * 5 + 5));
    assertThat(memory.gradients()).isEqualTo(memory.weights());
    assertThat(memory.remembered()).isEqualTo(2 * memory.weights());
    assertThat(memory.total()).isEqualTo(4 * (21 + 4 * 29));
    assertThat(memory)
        .hasToString(
            "548 bytes to train: at most 84 of activations and their gradients (52 of activations),"
                + " 116 of weights, 116 of their gradients, 232 that the optimiser remembers");
  }

  /** A wide layer in the middle: its value and its gradient are held together, and one after it. */
  @Test
  void theMostMayBeHeldOnTheWay() {
    Op op = sequence(dense(2), dense(100), relu(), dense(1));
    // Back at the ReLU: values 1, 2, 100, 100 and the gradients of both wide ones.
    assertThat(TrainingMemory.of(op, Shape.of(1), 0).most())
        .isEqualTo(4 * (1 + 2 + 100 + 100 + 100 + 100));
  }

  /** What a batch normalisation stores is not learned: it has no gradient and no momentum. */
  @Test
  void whatIsStoredHasNoGradient() {
    Op op = sequence(conv(4, 1).noBias(), batchNorm());
    TrainingMemory memory = TrainingMemory.of(op, Shape.of(2, 2, 3), 1);
    assertThat(memory.weights()).isEqualTo(4 * (12 + 16));
    assertThat(memory.gradients()).isEqualTo(4 * (12 + 8));
    assertThat(memory.remembered()).isEqualTo(memory.gradients());
  }

  /** The gradient of what a residual passes by is held until the branch has come back. */
  @Test
  void aShortcutWaits() {
    Op op = sequence(dense(4), residual(sequence(dense(8), dense(4))));
    // Values 4, 4, 8, 4, 4; back at the branch's last layer: gradients of its output, of its
    // input, and of what passed by.
    assertThat(TrainingMemory.of(op, Shape.of(4), 0).most())
        .isEqualTo(4 * ((4 + 4 + 8 + 4) + (4 + 8 + 4)));
  }
}
