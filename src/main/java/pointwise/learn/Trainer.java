package pointwise.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import pointwise.data.Augmentation;
import pointwise.data.Dataset;
import pointwise.data.Split;
import pointwise.engine.Engine;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.tensor.Require;
import pointwise.tensor.Seeds;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Trains a model: it keeps the weights that were learned so far, so that {@link #fit} can go on,
 * after an interruption too.
 *
 * <p>Everything that is drawn at random comes from one seed. On one machine equal settings give
 * equal weights, in the last bit, whatever the number of threads.
 */
public final class Trainer {
  private static final long UPDATE_NANOS = 250_000_000;

  private final Model start;
  private final Split data;
  private final Weights weights;
  private final List<History.Epoch> epochs = new ArrayList<>();
  private Optimizer optimizer = Adam.of(0.001);
  private Schedule schedule = Schedule.constant();
  private CrossEntropy loss = new CrossEntropy(0);
  private Augmentation augmentation = Augmentation.none();
  private Engine engine = Engines.fastest();
  private Progress progress = Progress.standard();
  private double sideWeight = 0.3;
  private double clip = Double.POSITIVE_INFINITY;
  private int batch = 64;
  private long seed = 1;
  private int begun;

  private Trainer(Model start, Split data) {
    Shape one = Require.given(start, "a model").graph().input().shape();
    if (!one.equals(Require.given(data, "data to learn from").train().shape())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The model takes inputs of shape %s, but the data are %s",
              one,
              data.train().shape()));
    }
    Shape output = start.graph().output().shape();
    if (output.channels() != output.size() || output.channels() != data.train().classes()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The data has %d classes, so the model must answer with %1$d numbers, but it gives %s",
              data.train().classes(),
              output));
    }
    this.start = start;
    this.data = data;
    this.weights = new Weights(start.graph(), start.weights());
  }

  /**
   * A trainer with Adam, a learning rate of 0.001 and batches of 64. Where the model ends in a
   * softmax, the loss is taken of what comes before it.
   *
   * @param model with the weights to begin with; it stays as it is
   * @param data what is learned from, and what is held back
   * @throws IllegalArgumentException if the model does not take such inputs, or answers with
   *     another number of classes
   */
  public static Trainer of(Model model, Split data) {
    return new Trainer(model, data);
  }

  /** How gradients change weights. */
  public Trainer optimizer(Optimizer changed) {
    optimizer = Require.given(changed, "an optimizer");
    return this;
  }

  /** How the learning rate changes over each call of {@link #fit}. */
  public Trainer schedule(Schedule changed) {
    schedule = Require.given(changed, "a schedule");
    return this;
  }

  /** How many items are in a step; those that are left over at the end of an epoch wait. */
  public Trainer batch(int items) {
    Settings.positive("A batch", items);
    batch = items;
    return this;
  }

  /** Smooths the labels by a share, such as 0.1. */
  public Trainer smoothing(double share) {
    loss = new CrossEntropy(share);
    return this;
  }

  /** Shortens the gradient to this norm where it is longer. */
  public Trainer clip(double norm) {
    if (!(norm > 0)) {
      throw new IllegalArgumentException("Gradients are clipped to a norm above 0, not " + norm);
    }
    clip = norm;
    return this;
  }

  /** Changes the images of each step at random. */
  public Trainer augment(Augmentation changed) {
    augmentation = Require.given(changed, "an augmentation");
    return this;
  }

  /** The weight of the side heads' losses; GoogLeNet's is 0.3, and so it is here. */
  public Trainer sideWeight(double share) {
    if (!(share >= 0 && Double.isFinite(share))) {
      throw new IllegalArgumentException(
          "The losses of side heads need a weight of 0 or more, but got " + share);
    }
    sideWeight = share;
    return this;
  }

  /** Where all that is random comes from: the order of the items, what is dropped, and so on. */
  public Trainer seed(long changed) {
    seed = changed;
    return this;
  }

  /** What computes. */
  public Trainer engine(Engine changed) {
    engine = Require.given(changed, "an engine");
    return this;
  }

  /** Who is told how far it is. */
  public Trainer progress(Progress changed) {
    progress = Require.given(changed, "who is told of the progress");
    return this;
  }

  /** The model with what was learned so far. */
  public Model model() {
    return start.withWeights(weights.tensors());
  }

  /** What came of all epochs so far. */
  public History history() {
    return new History(data.train().size(), data.test().size(), epochs);
  }

  /**
   * Learns from the data so many times more, and tells after each how much of what was held back is
   * right.
   *
   * @throws CancellationException if the calling thread is interrupted; what the steps before have
   *     learned stays
   * @throws DivergedException if the loss or an answer is no number any more; the weights are then
   *     those of the last whole epoch
   */
  public History fit(int times) {
    Settings.positive("The number of epochs", times);
    Engines.awaitFullSpeed(engine);
    progress.begin();
    long began = System.nanoTime();
    int items = Math.min(batch, data.train().size());
    int steps = data.train().size() / items;
    Batch computed =
        new Batch(start.op(), data.train().shape(), items, loss, sideWeight, augmentation);
    double tested = Double.NaN;
    long shown = began;
    for (int epoch = 1; epoch <= times; epoch++) {
      long epochBegan = System.nanoTime();
      Map<String, Tensor> before = weights.tensors();
      long epochSeed = Seeds.mix(seed, begun++);
      int[] order = shuffled(data.train().size(), epochSeed);
      double total = 0;
      int correct = 0;
      double rate = 0;
      for (int step = 0; step < steps; step++) {
        Dataset part =
            data.train().pick(Arrays.copyOfRange(order, step * items, (step + 1) * items));
        rate = optimizer.rate() * schedule.factor((epoch - 1 + (double) step / steps) / times);
        Batch.Result result;
        try {
          result = step(computed, part, Seeds.mix(epochSeed, step), rate);
        } catch (CancellationException interrupt) {
          throw new CancellationException(
              String.format(
                  Locale.ROOT,
                  "Interrupted in epoch %d of %d, after %d of its %d steps: what they learned is kept",
                  epoch,
                  times,
                  step,
                  steps));
        }
        if (!Double.isFinite(result.loss())) {
          weights.reset(before);
          throw diverged(
              String.format(
                  Locale.ROOT,
                  "at step %d of epoch %d: the loss is %s",
                  step + 1,
                  epoch,
                  result.loss()),
              rate);
        }
        total += result.loss();
        correct += result.correct();
        if (System.nanoTime() - shown > UPDATE_NANOS && step + 1 < steps) {
          shown = System.nanoTime();
          progress.update(
              status(epoch, times, step + 1, steps, total, correct, items, tested, began));
        }
      }
      Tensor answers = Evaluation.probabilities(model(), data.test(), engine);
      int lost = Evaluation.withoutAnswer(answers).length;
      if (lost > 0) {
        weights.reset(before);
        throw diverged(
            String.format(
                Locale.ROOT,
                "in epoch %d: the answers to %,d of the %,d items held back are NaN",
                epoch,
                lost,
                data.test().size()),
            rate);
      }
      Evaluation held = new Evaluation(data.test(), answers);
      tested = held.accuracy();
      epochs.add(
          new History.Epoch(
              epochs.size() + 1,
              total / steps,
              (double) correct / (steps * items),
              held.loss(),
              tested,
              rate,
              (System.nanoTime() - epochBegan) / 1e9));
      shown = System.nanoTime();
      progress.epoch(status(epoch, times, steps, steps, total, correct, items, tested, began));
    }
    return history();
  }

  private Batch.Result step(Batch batch, Dataset part, long stepSeed, double rate) {
    Batch.Result result = batch.run(part, weights.tensors(), engine, stepSeed);
    if (result.back() != null) {
      weights.step(result.back(), optimizer, rate, clip);
    }
    return result;
  }

  private static Status status(
      int epoch,
      int epochs,
      int step,
      int steps,
      double total,
      int correct,
      int items,
      double tested,
      long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    double accuracy = (double) correct / (step * items);
    return new Status(epoch, epochs, step, steps, total / step, accuracy, tested, seconds);
  }

  private static DivergedException diverged(String where, double rate) {
    return new DivergedException(
        "Training diverged %s at a learning rate of %s. The weights are those from before this epoch;"
                .formatted(where, rate)
            + " try a tenth of the rate, a warm-up or clip(1).");
  }

  private static int[] shuffled(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
