package pointwise.bench;

import java.util.stream.IntStream;
import pointwise.data.Dataset;
import pointwise.data.Mnist;
import pointwise.data.Split;
import pointwise.engine.Engine;
import pointwise.learn.Progress;
import pointwise.learn.Sgd;
import pointwise.learn.Trainer;
import pointwise.model.Model;

/**
 * Steps of training on batches of real digits: taking the batch, forward, the loss, back, and
 * stochastic gradient descent with momentum.
 */
final class Training implements Contestant {
  static final float RATE = 0.01f;
  static final float MOMENTUM = 0.9f;

  private final Trainer trainer;

  /** A single digit is held back, so that what is measured is the training. */
  Training(Model model, Engine engine) {
    Dataset mixed = digits();
    this.trainer =
        Trainer.of(model, new Split(mixed, mixed.range(0, 1)))
            .batch(Workload.BATCH)
            .optimizer(Sgd.of(RATE).momentum(MOMENTUM))
            .engine(engine)
            .progress(Progress.none());
  }

  /** The digits of the steps; they lie sorted by class, so this goes through them in leaps. */
  static Dataset digits() {
    Dataset train = Mnist.digits().train();
    int items = Workload.BATCH * Workload.Kind.TRAINING.steps();
    return train.pick(IntStream.range(0, items).map(i -> i * 397 % train.size()).toArray());
  }

  /** How right it was in the last of all epochs. */
  @Override
  public float[] run() {
    return new float[] {(float) trainer.fit(1).accuracy()};
  }
}
