package pointwise.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pointwise.data.Augmentation;
import pointwise.data.Dataset;
import pointwise.engine.Engine;
import pointwise.op.Family;
import pointwise.op.Graph;
import pointwise.op.Graph.Value;
import pointwise.op.Op;
import pointwise.tensor.Require;
import pointwise.tensor.Seeds;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * How the loss of a batch and its gradients are computed: in parts, which several threads take and
 * which fit their caches.
 *
 * <p>The parts are the same for any number of threads, and so is the order in which their gradients
 * are added up. Where a batch normalisation measures the batch, there is only one.
 */
final class Batch {
  private static final int PARTS = 4;

  private final Graph graph;
  private final List<Head> heads;
  private final CrossEntropy loss;
  private final Augmentation augmentation;
  private final int items;
  private final int parts;

  /**
   * For batches of so many items.
   *
   * @param one the shape of one item
   * @param sideWeight of the losses of side heads
   * @param augmentation changes the images of each part
   */
  Batch(
      Op op,
      Shape one,
      int items,
      CrossEntropy loss,
      double sideWeight,
      Augmentation augmentation) {
    Graph whole = Graph.of(op, one.batch(items));
    boolean measured = whole.nodes().stream().anyMatch(node -> seesTheBatch(node.step().family()));
    this.items = items;
    this.parts = measured || items % PARTS != 0 ? 1 : PARTS;
    this.graph = parts == 1 ? whole : Graph.of(op, one.batch(items / parts));
    this.heads = Head.of(graph, sideWeight);
    this.loss = loss;
    this.augmentation = augmentation;
  }

  /** Whether an item's result may depend on the others; of a reader's own layer nobody knows. */
  private static boolean seesTheBatch(Family family) {
    return family == Family.BATCH_NORM || family == Family.CUSTOM;
  }

  /**
   * What came of a batch.
   *
   * @param loss the mean over the items
   * @param correct how many were right
   * @param back the gradients; null if the loss is no number any more
   */
  record Result(double loss, int correct, Tape.Result back) {}

  /**
   * Computes a batch.
   *
   * @param whole the inputs and their labels
   * @param weights by name
   * @param seed of what is drawn at random on the way
   */
  Result run(Dataset whole, Map<String, Tensor> weights, Engine engine, long seed) {
    Result[] results = new Result[parts];
    int size = items / parts;
    engine.run(
        parts,
        part ->
            results[part] =
                part(
                    parts == 1 ? whole : whole.range(part * size, (part + 1) * size),
                    weights,
                    engine,
                    parts == 1 ? seed : Seeds.mix(seed, part)));
    double total = Arrays.stream(results).mapToDouble(Result::loss).sum() / parts;
    int correct = Arrays.stream(results).mapToInt(Result::correct).sum();
    return new Result(total, correct, Double.isFinite(total) ? mean(results) : null);
  }

  private Result part(Dataset data, Map<String, Tensor> weights, Engine engine, long seed) {
    Tensor x = augmented(data.inputs(), seed);
    Tape tape = Tape.record(graph, weights, x, engine, seed);
    Map<Value, Tensor> gradients = new LinkedHashMap<>();
    CrossEntropy.Loss main = null;
    for (Head head : heads) {
      CrossEntropy.Loss own = loss.of(head.logits(tape.value(head.value())), data.labels());
      gradients.put(head.value(), head.gradient(own.gradient()));
      main = main == null ? own : main;
    }
    boolean finite = Double.isFinite(main.value());
    return new Result(main.value(), main.correct(), finite ? tape.backward(gradients) : null);
  }

  private Tensor augmented(Tensor images, long seed) {
    Tensor changed = Require.given(augmentation.apply(images, seed), "images from an augmentation");
    if (!changed.shape().equals(images.shape())) {
      throw new IllegalArgumentException(
          "An augmentation must keep the shape %s of a batch, but gives %s"
              .formatted(images.shape(), changed.shape()));
    }
    return changed;
  }

  private static Tape.Result mean(Result[] results) {
    Tape.Result first = results[0].back();
    if (results.length == 1) {
      return first;
    }
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    first.weights().forEach((name, gradient) -> gradients.put(name, mean(name, results)));
    return new Tape.Result(gradients, first.measured(), null);
  }

  private static Tensor mean(String name, Result[] results) {
    float[] sum = results[0].back().weights().get(name).toArray();
    for (int part = 1; part < results.length; part++) {
      float[] g = results[part].back().weights().get(name).data();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += g[i];
      }
    }
    float share = 1f / results.length;
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= share;
    }
    return Tensor.wrap(results[0].back().weights().get(name).shape(), sum);
  }
}
