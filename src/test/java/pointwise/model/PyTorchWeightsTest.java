package pointwise.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.*;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.net.LeNet;
import pointwise.op.Op;
import pointwise.tensor.Npz;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Against a network that a script computes as PyTorch defines it (src/test/resources/numpy). */
class PyTorchWeightsTest {
  private static final Path NUMPY = Path.of("src/test/resources/numpy");
  private static final Path WEIGHTS = NUMPY.resolve("pytorch_weights.npz");
  private static final Shape INPUT = Shape.of(6, 8, 2);

  /** Every kind of layer whose order differs, a normalisation and a dropout behind the flatten. */
  private static final Op OP =
      sequence(
          conv(6, 3, 5).pad(1, 1, 2, 2).groups(2).named("conv1"),
          relu(),
          maxPool(2),
          depthwiseConv(3).multiplier(2).same().named("depthwise1"),
          transposedConv(5, 3, 2).stride(2).named("up"),
          flatten(),
          batchNorm().named("norm"),
          dropout(0.5),
          dense(4).named("fc1"),
          dense(3).named("fc2"));

  @TempDir private Path folder;

  @Test
  void computesWhatPyTorchDoes() {
    Map<String, Tensor> run = Npz.read(NUMPY.resolve("pytorch_run.npz"));
    Model loaded = model(OP, INPUT, 1).loadFromPyTorch(WEIGHTS);
    Tensor x = run.get("x").transpose(1, 2, 0);
    assertThat(loaded.forward(x).maxDifference(run.get("y"))).isLessThan(1e-4f);
    Model batch = model(OP, Shape.of(2, 6, 8, 2), 1).loadFromPyTorch(WEIGHTS);
    assertThat(batch.weights()).isEqualTo(loaded.weights());
  }

  @Test
  void writesWhatItRead() {
    Path written =
        model(OP, INPUT, 1).loadFromPyTorch(WEIGHTS).saveForPyTorch(folder.resolve("own.npz"));
    assertThat(Npz.read(written)).containsExactlyEntriesOf(Npz.read(WEIGHTS));
  }

  /** The features of branches stand side by side, those of each in its own order. */
  @Test
  void flattenedBranchesAreMovedOneByOne() {
    Op op =
        sequence(
            concat(sequence(conv(2, 2), flatten()), sequence(conv(3, 3), flatten()), flatten()),
            dense(1).noBias().named("fc"));
    Model model = model(op, Shape.of(3, 4, 2), 1);
    Map<String, Tensor> theirs = Npz.read(model.saveForPyTorch(folder.resolve("branches.npz")));
    Tensor own = model.weights().get("fc/weights");
    Tensor fc = theirs.get("fc.weight");
    assertThat(fc.shape()).isEqualTo(Shape.of(1, 12 + 6 + 24));
    // Of the first branch, 2×3×2: row 1, column 2, channel 1.
    assertThat(fc.get(0, 1 * 6 + 1 * 3 + 2)).isEqualTo(own.get((1 * 3 + 2) * 2 + 1, 0));
    // Of the second, 1×2×3: column 1, channel 2.
    assertThat(fc.get(0, 12 + 2 * 2 + 1)).isEqualTo(own.get(12 + 1 * 3 + 2, 0));
    // Of the third, the input itself: row 2, column 3, channel 0.
    assertThat(fc.get(0, 18 + 0 * 12 + 2 * 4 + 3)).isEqualTo(own.get(18 + (2 * 4 + 3) * 2, 0));
    assertThat(model(op, Shape.of(3, 4, 2), 2).loadFromPyTorch(folder.resolve("branches.npz")))
        .satisfies(loaded -> assertThat(loaded.weights()).isEqualTo(model.weights()));
  }

  @Test
  void leNetComesBackAsItWas() {
    Model saved = model(LeNet.modern28(), 7);
    Path file = saved.saveForPyTorch(folder.resolve("lenet.npz"));
    assertThat(Npz.read(file).get("conv2.weight").shape()).isEqualTo(Shape.of(16, 6, 5, 5));
    assertThat(Npz.read(file).get("fc1.weight").shape()).isEqualTo(Shape.of(120, 400));
    assertThat(model(LeNet.modern28(), 1).loadFromPyTorch(file).weights())
        .containsExactlyEntriesOf(saved.weights());
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(OP, INPUT, 1).load(WEIGHTS))
        .withMessageStartingWith(WEIGHTS + " lacks the weights conv1/weights, conv1/bias,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(conv(2, 1), INPUT, 1).loadFromPyTorch(WEIGHTS))
        .withMessageContaining("'depthwise1.weight'");
    Map<String, Tensor> other = new LinkedHashMap<>();
    other.put("fc.weight", Tensor.zeros(Shape.of(5, 2)));
    other.put("fc.bias", Tensor.zeros(Shape.of(2)));
    Path file = Npz.write(folder.resolve("other.npz"), other);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(dense(2).named("fc"), Shape.of(5), 1).loadFromPyTorch(file))
        .withMessage(
            "The weights 'fc.weight' have shape 2×5 in PyTorch's order, but the new ones have"
                + " shape 5×2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(LeNet.lenet1998(), 1).saveForPyTorch(file))
        .withMessageStartingWith("PyTorch has no layer like ");
  }
}
