package pointwise.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.op.Op;
import pointwise.tensor.Npz;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

class SavedModelTest {
  private static final Path NUMPY = Path.of("src/test/resources/numpy");
  private static final Op OP = sequence(conv(4, 3).same(), relu(), maxPool(2), flatten(), dense(3));
  private static final Shape INPUT = Shape.of(6, 8, 2);

  @TempDir private Path folder;

  /** Weights that NumPy wrote give what JAX computed with them. */
  @Test
  void runsWhatPythonWrote() {
    Map<String, Tensor> run = Npz.read(NUMPY.resolve("network_run.npz"));
    Model loaded = model(OP, INPUT, 1).load(NUMPY.resolve("network.npz"));
    assertThat(loaded.forward(run.get("x")).maxDifference(run.get("y"))).isLessThan(1e-5f);
  }

  @Test
  void comesBackAsItWas() {
    Model saved = model(OP, INPUT, 7);
    Model loaded = model(OP, INPUT, 1).load(saved.save(folder.resolve("model.npz")));
    assertThat(loaded.weights()).containsExactlyEntriesOf(saved.weights());
  }

  @Test
  void refusesTheWeightsOfAnotherModel() {
    Path file = NUMPY.resolve("network.npz");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(sequence(OP, dense(2)), INPUT, 1).load(file))
        .withMessage(
            file
                + " lacks the weights dense2/weights, dense2/bias; it has conv1/weights,"
                + " conv1/bias, dense1/weights, dense1/bias");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(OP, Shape.of(8, 8, 2), 1).load(file))
        .withMessage(
            "The weights 'dense1/weights' have shape 64×3, but the new ones have shape 48×3");
    Map<String, Tensor> more = new LinkedHashMap<>(Npz.read(file));
    more.put("extra", Tensor.zeros(Shape.of(1)));
    Path other = Npz.write(folder.resolve("more.npz"), more);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(OP, INPUT, 1).load(other))
        .withMessageStartingWith("There are no weights named 'extra'");
  }
}
