package pointwise.model;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.*;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pointwise.op.Op;
import pointwise.tensor.Seeds;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** What is drawn for one thing is drawn for no other. */
class SeedsTest {
  private static final Shape IMAGE = Shape.of(8, 8, 3);
  private static final Op DESIGN =
      sequence(conv(4, 3), conv(5, 3), sequence(conv(6, 1), conv(7, 1)).named("a"));

  @Test
  void layersNeighbouringSeedsAndInputsShareNothing() {
    Set<Long> drawn = new HashSet<>();
    int expected = 0;
    for (long seed = -2; seed <= 3; seed++) {
      Tensor input = Tensor.random(IMAGE, seed);
      // A direction, since the layers scale what they draw.
      drawn.add(direction(input));
      expected++;
      for (var weights : model(DESIGN, IMAGE, seed).weights().entrySet()) {
        if (weights.getKey().endsWith("weights")) {
          drawn.add(direction(weights.getValue()));
          expected++;
        }
      }
    }
    assertThat(expected).isEqualTo(6 * 5);
    assertThat(drawn).hasSize(expected);
  }

  /** The ratio of the first two numbers: the same for the same draws, however they are scaled. */
  private static long direction(Tensor tensor) {
    return Math.round(1e5 * tensor.data()[0] / tensor.data()[1]);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(model(DESIGN, IMAGE, 7).weights()).isEqualTo(model(DESIGN, IMAGE, 7).weights());
  }

  @Test
  void everyPartOfEverySeedHasItsOwn() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = 0; seed < 300; seed++) {
      for (int part = 0; part < 300; part++) {
        seeds.add(Seeds.of(seed, "conv" + part + "/weights"));
      }
    }
    seeds.add(Seeds.of(1, "ab"));
    seeds.add(Seeds.of(1, "ba"));
    seeds.add(Seeds.of(1, ""));
    assertThat(seeds).hasSize(300 * 300 + 3);
  }
}
