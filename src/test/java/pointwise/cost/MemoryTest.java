package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.memory;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.sideHead;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.net.MobileNet;
import pointwise.net.Published;
import pointwise.net.Vgg;
import pointwise.op.Network;
import pointwise.tensor.Shape;

class MemoryTest {
  /** An image of 100 numbers. */
  private static final Shape IMAGE = Shape.of(10, 10, 1);

  /** 1 + 2, 2 + 3 and 3 + 1 hundred numbers are held in turn. */
  @Test
  void aChainHoldsTwoTensors() {
    Memory memory = memory(sequence(conv(2, 1), conv(3, 1), conv(1, 1)), IMAGE);
    assertThat(memory.rows()).extracting(Memory.Row::alive).containsExactly(1200L, 2000L, 1600L);
    assertThat(memory.inference()).isEqualTo(4 * 500);
    assertThat(memory.peak().name()).isEqualTo("conv2");
    assertThat(memory.training()).isEqualTo(4 * (100 + 200 + 300 + 100));
    assertThat(memory.weights()).isEqualTo(4 * (2 + 2 + 6 + 3 + 3 + 1));
  }

  /** The image waits for the addition while the body is computed. */
  @Test
  void aResidualKeepsItsShortcut() {
    Memory memory = memory(residual(sequence(conv(4, 1), conv(1, 1))), IMAGE);
    assertThat(memory.rows()).extracting(Memory.Row::alive).containsExactly(2000L, 2400L, 1200L);
  }

  /** The first branch waits for the second, and both for the concat. */
  @Test
  void aConcatKeepsItsBranches() {
    Memory memory = memory(concat(conv(2, 1), sequence(conv(1, 1), conv(2, 1))), IMAGE);
    assertThat(memory.rows())
        .extracting(Memory.Row::alive)
        .containsExactly(4 * 300L, 4 * 400L, 4 * 500L, 4 * 800L);
  }

  @Test
  void aSideHeadIsLetGo() {
    Memory memory = memory(sequence(relu(), sideHead(conv(5, 1)), conv(1, 1)), IMAGE);
    assertThat(memory.rows()).extracting(Memory.Row::alive).containsExactly(800L, 2400L, 800L);
  }

  /** conv1: 100 multiplications with 1 weight; 100 numbers read, 100 written, 2 parameters. */
  @Test
  void intensityIsMultiplicationsPerByteMoved() {
    assertThat(memory(conv(1, 1), IMAGE).intensity())
        .isEqualTo(100 / (4.0 * (100 + 100 + 2)), within(1e-12));
  }

  /** Vgg's largest layers hold 224 × 224 × 64 numbers twice. */
  @Test
  void vggPeaksInItsFirstStage() {
    Memory memory = memory(Vgg.d());
    assertThat(memory.peak().name()).isEqualTo("conv1_1/relu");
    assertThat(memory.inference()).isEqualTo(2L * 4 * 224 * 224 * 64);
    assertThat(memory.weights()).isEqualTo(4 * 138_357_544L);
    assertThat(memory.intensity()).isGreaterThan(memory(MobileNet.v1()).intensity());
    assertThat(memory.toString()).startsWith("25,690,112 bytes of activations to run");
  }

  @ParameterizedTest
  @MethodSource("pointwise.net.Published#names")
  void runningHoldsNoMoreThanTraining(String name) {
    Network network = Published.network(name);
    Memory memory = memory(network);
    assertThat(memory.inference()).isLessThanOrEqualTo(memory.training());
    assertThat(memory.table().rowCount()).isEqualTo(network.graph().nodes().size());
  }
}
