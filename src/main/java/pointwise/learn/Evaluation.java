package pointwise.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pointwise.data.Dataset;
import pointwise.engine.Engine;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.op.Graph;
import pointwise.op.Softmax;
import pointwise.op.Softmin;
import pointwise.op.Step;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a model says about a data set whose classes are known.
 *
 * @param data the data set
 * @param probabilities items × classes
 */
public record Evaluation(Dataset data, Tensor probabilities) {
  private static final int BATCH = 100;

  /**
   * An evaluation of what a model answered.
   *
   * @throws IllegalArgumentException if there are more or fewer probabilities than items × classes,
   *     or one of them is NaN: none is then the largest
   */
  public Evaluation {
    Shape expected = Shape.of(Require.given(data, "a data set").size(), data.classes());
    if (!Require.given(probabilities, "probabilities").shape().equals(expected)) {
      throw new IllegalArgumentException(
          "The probabilities of %s items × classes are expected, but got %s"
              .formatted(expected, probabilities.shape()));
    }
    int[] lost = withoutAnswer(probabilities);
    if (lost.length > 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Nobody can say what is right: the probabilities of %,d of %,d items are NaN, first"
                  + " those of item %,d; the weights or the inputs are not finite, or too large",
              lost.length,
              data.size(),
              lost[0]));
    }
  }

  /** The items of which a class has no probability. */
  static int[] withoutAnswer(Tensor probabilities) {
    int classes = probabilities.shape().channels();
    return IntStream.range(0, probabilities.data().length / classes)
        .filter(item -> Argmax.of(probabilities.data(), item * classes, classes) == Argmax.NONE)
        .toArray();
  }

  /** Runs a model on all inputs, with the fastest engine of this machine. */
  public static Evaluation of(Model model, Dataset data) {
    return of(model, data, Engines.fastest());
  }

  /** Runs a model on all inputs. */
  public static Evaluation of(Model model, Dataset data, Engine engine) {
    return new Evaluation(data, probabilities(model, data, engine));
  }

  /** What a model says of each item: items × classes. */
  static Tensor probabilities(Model model, Dataset data, Engine engine) {
    Require.given(model, "a model");
    Require.given(data, "a data set");
    Shape answers = Shape.of(data.size(), data.classes());
    float[] all = Tensor.allocate(answers);
    Model batched = null;
    for (int from = 0; from < data.size(); from += BATCH) {
      Tensor x = data.range(from, Math.min(data.size(), from + BATCH)).inputs();
      if (batched == null || !batched.graph().input().shape().equals(x.shape())) {
        batched = model.on(x.shape());
      }
      float[] y = probabilities(batched, batched.forward(x, engine)).data();
      if (y.length != x.shape().dim(0) * data.classes()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The data has %d classes, but the model answers with %s",
                data.classes(),
                batched.graph().output().shape()));
      }
      System.arraycopy(y, 0, all, from * data.classes(), y.length);
    }
    return Tensor.wrap(answers, all);
  }

  /** What a model answers, through a softmax if it has none of its own. */
  private static Tensor probabilities(Model model, Tensor y) {
    List<Graph.Node> nodes = model.graph().nodes();
    Step last = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1).step();
    return last instanceof Softmax || last instanceof Softmin
        ? y
        : new Softmax().forward(y, Map.of(), Engines.fastest());
  }

  /** The likeliest class of an item. */
  public int predicted(int item) {
    return Argmax.of(probabilities.data(), at(item, 0), data.classes());
  }

  /** The probability of a class for an item. */
  public double probability(int item, int label) {
    return probabilities.data()[at(item, label)];
  }

  private int at(int item, int label) {
    if (item < 0 || item >= data.size() || label < 0 || label >= data.classes()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %,d items and %d classes, counted from 0, but no item %d with class %d",
              data.size(),
              data.classes(),
              item,
              label));
    }
    return item * data.classes() + label;
  }

  /** How many items were right. */
  public int correct() {
    return (int) items().filter(item -> predicted(item) == data.label(item)).count();
  }

  /** The share of the items that was right. */
  public double accuracy() {
    return (double) correct() / data.size();
  }

  /** The mean cross-entropy. */
  public double loss() {
    return items()
        .mapToDouble(
            item -> -Math.log(Math.max(probability(item, data.label(item)), Float.MIN_NORMAL)))
        .average()
        .orElse(Double.NaN);
  }

  /** The mean probability of the predicted classes: equal to the accuracy if well calibrated. */
  public double confidence() {
    return items().mapToDouble(item -> probability(item, predicted(item))).average().orElse(0);
  }

  /** The wrong items, the one first whose class was least expected. */
  public List<Integer> mistakes() {
    return items()
        .filter(item -> predicted(item) != data.label(item))
        .boxed()
        .sorted(Comparator.comparingDouble(item -> probability(item, data.label(item))))
        .toList();
  }

  /** How many items of each class (rows) were taken for which (columns). */
  public Table confusion() {
    int classes = data.classes();
    int[][] counts = new int[classes][classes];
    items().forEach(item -> counts[predicted(item)][data.label(item)]++);
    Table table = Table.create(String.format(Locale.ROOT, "Confusion of %,d", data.size()));
    table.addColumns(
        StringColumn.create(
            "is", IntStream.range(0, classes).mapToObj(String::valueOf).toArray(String[]::new)));
    for (int c = 0; c < classes; c++) {
      table.addColumns(IntColumn.create("taken for " + c, counts[c]));
    }
    return table;
  }

  private IntStream items() {
    return IntStream.range(0, data.size());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d right: %.2f %%, loss %.4f",
        correct(),
        data.size(),
        100 * accuracy(),
        loss());
  }
}
