package pointwise.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import pointwise.cost.TrainingMemory;
import pointwise.data.Augmentation;
import pointwise.data.Dataset;
import pointwise.data.Mnist;
import pointwise.data.Split;
import pointwise.engine.Engine;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.net.LeNet;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.op.SideHead;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

class TrainerTest {
  private static final Split DIGITS = Mnist.digits();
  private static final Split FEW =
      new Split(DIGITS.train().firstOfEach(20), DIGITS.test().firstOfEach(10));

  /** Whether two channels differ: no linear layer can tell, two with a ReLU in between can. */
  private static final Split XOR = xor();

  private static Split xor() {
    float[] x = {0, 0, 0, 1, 1, 0, 1, 1};
    Dataset all = Dataset.of(Tensor.of(Shape.of(4, 1, 1, 2), x), new int[] {0, 1, 1, 0}, 2);
    return new Split(all, all);
  }

  private static Trainer trainer(Op op, Split data) {
    Model model = model(op, data.train().shape(), 3);
    return Trainer.of(model, data).engine(Engines.loops(1)).progress(Progress.none());
  }

  @Test
  void aReluBetweenTwoLayersLearnsWhatOneCannot() {
    Op linear = sequence(conv(8, 1), conv(2, 1), flatten());
    Op bent = sequence(conv(8, 1), relu(), conv(2, 1), flatten(), softmax());
    assertThat(trainer(linear, XOR).optimizer(Adam.of(0.05)).fit(200).accuracy())
        .isLessThanOrEqualTo(0.75);
    Trainer learns = trainer(bent, XOR).optimizer(Adam.of(0.05));
    assertThat(learns.fit(200).accuracy()).isEqualTo(1);
    assertThat(Evaluation.of(learns.model(), XOR.test()).loss()).isLessThan(0.05);
  }

  /** Everything at once: dropout, batch normalisation, shuffling, augmentation, clipping. */
  @Test
  void equalSettingsGiveEqualBitsOnAnyNumberOfThreads() {
    Op op =
        sequence(
            conv(4, 5).stride(2).noBias(),
            batchNorm(),
            relu(),
            maxPool(2),
            dropout(0.2),
            flatten(),
            dense(10),
            softmax());
    List<Model> models = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3, 1}) {
      Trainer trainer =
          trainer(op, FEW)
              .engine(Engines.loops(threads))
              .augment(Augmentation.rotate(10).then(Augmentation.shift(1)))
              .optimizer(Sgd.of(0.1).momentum(0.9).decay(5e-4))
              .schedule(Schedule.cosine().warmUp(0.1))
              .smoothing(0.1)
              .clip(1)
              .seed(models.size() == 3 ? 2 : 1);
      trainer.fit(2);
      models.add(trainer.model());
    }
    assertThat(models.get(1).weights()).isEqualTo(models.get(0).weights());
    assertThat(models.get(2).weights()).isEqualTo(models.get(0).weights());
    assertThat(models.get(3).weights()).as("another seed").isNotEqualTo(models.get(0).weights());
  }

  @Test
  void leNetLearnsFromAFewDigits() {
    Trainer trainer =
        Trainer.of(model(LeNet.modern28(), 1), FEW).progress(Progress.none()).batch(20);
    History history = trainer.optimizer(Adam.of(0.003)).fit(6);
    assertThat(history.accuracy()).isGreaterThan(0.7);
    assertThat(history.epochs()).hasSize(6);
    assertThat(history.table().rowCount()).isEqualTo(6);
    assertThat(history.toString()).startsWith("200 learned from, 100 held back\nepoch 1: loss ");
    Evaluation evaluation = Evaluation.of(trainer.model(), FEW.test());
    assertThat(evaluation.accuracy()).isEqualTo(history.accuracy());
    assertThat(evaluation.mistakes()).hasSize(100 - evaluation.correct());
    assertThat(trainer.fit(1).epochs()).as("goes on").hasSize(7);
  }

  /** The network of 1998 ends in distances: the smallest is the likeliest. */
  @Test
  void distancesAreLearnedFromAsWell() {
    Op op = sequence(flatten(), dense(20), tanh(), radialBasis(10), softmin());
    History history = trainer(op, FEW).batch(20).optimizer(Adam.of(0.01)).fit(8);
    assertThat(history.accuracy()).isGreaterThan(0.6);
  }

  /** A side head's loss counts three tenths: its gradient is that of the loss, so many times. */
  @Test
  void sideHeadsCountThreeTenths() {
    Op head = sequence(dense(2).named("side"));
    Op op = sequence(flatten(), new SideHead(head), dense(2).named("main"));
    Sgd sgd = Sgd.of(1);
    Trainer trainer = trainer(op, XOR).optimizer(sgd).batch(4);
    Model start = trainer.model();
    Tensor side = start.weights().get("side/weights");
    Op alone = sequence(flatten(), dense(2).named("main"));
    Model single = model(alone, XOR.train().shape(), 1).withWeights(Map.of("main/weights", side));
    Trainer reference =
        Trainer.of(single, XOR).engine(Engines.loops(1)).progress(Progress.none()).batch(4);
    trainer.fit(1);
    reference.optimizer(Sgd.of(0.3)).fit(1);
    assertThat(trainer.model().weights().get("side/weights"))
        .isNotEqualTo(side)
        .satisfies(
            w ->
                assertThat(w.maxDifference(reference.model().weights().get("main/weights")))
                    .isLessThan(1e-6f));
  }

  @Test
  void aRateThatIsTooHighStopsWithWhatToTry() {
    Trainer trainer =
        trainer(sequence(flatten(), dense(30), relu(), dense(10), softmax()), FEW)
            .optimizer(Sgd.of(1e20));
    Map<String, Tensor> before = trainer.model().weights();
    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> trainer.fit(3))
        .withMessageMatching(
            "Training diverged at step \\d of epoch 1: the loss is (NaN|Infinity) at a learning"
                + " rate of 1.0E20\\. The weights are those from before this epoch; try a tenth of"
                + " the rate, a warm-up or clip\\(1\\)\\.");
    assertThat(trainer.model().weights()).isEqualTo(before);
    trainer.optimizer(Sgd.of(0.1)).fit(1);
    assertThat(trainer.history().epochs()).hasSize(1);
  }

  /** The last step of an epoch may be the one that is too large: only the answers show it. */
  @Test
  void answersThatAreNoNumbersStopTheTrainingToo() {
    Trainer trainer =
        trainer(sequence(flatten(), dense(10), softmax()), FEW)
            .batch(FEW.train().size())
            .optimizer(Sgd.of(1e300));
    Map<String, Tensor> before = trainer.model().weights();
    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> trainer.fit(1))
        .withMessage(
            "Training diverged in epoch 1: the answers to 100 of the 100 items held back are NaN at"
                + " a learning rate of 1.0E300. The weights are those from before this epoch; try a"
                + " tenth of the rate, a warm-up or clip(1).");
    assertThat(trainer.model().weights()).isEqualTo(before);
    assertThat(trainer.history().epochs()).isEmpty();
  }

  /** Neither class 0 nor any other is the largest of what is no number. */
  @Test
  void noNumberIsNoClass() {
    Model model = model(sequence(flatten(), dense(10)), FEW.test().shape(), 1);
    float[] lost = new float[28 * 28 * 10];
    Arrays.fill(lost, Float.NaN);
    Tensor weights = Tensor.of(Shape.of(28 * 28, 10), lost);
    Model broken = model.withWeights(Map.of("dense1/weights", weights));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(broken, FEW.test()))
        .withMessage(
            "Nobody can say what is right: the probabilities of 100 of 100 items are NaN, first"
                + " those of item 0; the weights or the inputs are not finite, or too large");
    Dataset two = FEW.test().range(0, 2);
    Tensor answers = Tensor.zeros(Shape.of(1, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Evaluation(two, answers))
        .withMessage("The probabilities of 2×10 items × classes are expected, but got 1×10");
    Tensor logits = Tensor.of(Shape.of(2, 2), Float.NaN, 0, 1, 0);
    assertThat(new CrossEntropy(0).of(logits, 0, 0).correct()).isEqualTo(1);
  }

  @Test
  void anAugmentationThatGivesSomethingElseIsNamed() {
    Trainer trainer = trainer(sequence(flatten(), dense(10)), FEW).batch(10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer.augment((images, seed) -> null).fit(1))
        .withMessage("Expected images from an augmentation, but got null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer.augment((images, seed) -> Tensor.zeros(Shape.of(2, 2))).fit(1))
        .withMessageMatching(
            "An augmentation must keep the shape \\d+×28×28×1 of a batch, but gives 2×2");
  }

  @Test
  void anInterruptionKeepsWhatWasLearned() {
    Trainer trainer = trainer(sequence(flatten(), dense(10)), FEW).batch(10);
    Map<String, Tensor> before = trainer.model().weights();
    trainer.augment(
        (images, seed) -> {
          if (!trainer.model().weights().equals(before)) {
            Thread.currentThread().interrupt();
          }
          return images;
        });
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> trainer.fit(5))
        .withMessage(
            "Interrupted in epoch 1 of 5, after 1 of its 20 steps: what they learned is kept");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(trainer.model().weights()).isNotEqualTo(before);
    assertThat(trainer.augment(Augmentation.none()).fit(2).epochs()).hasSize(2);
  }

  @Test
  void whatIsShownWhileItTrains() {
    List<Status> shown = new ArrayList<>();
    Progress.inPlace(
        status -> {
          shown.add(status);
          return "first";
        },
        (identity, status) -> {
          assertThat(identity).isEqualTo("first");
          shown.add(status);
        });
    try {
      Model model = model(sequence(flatten(), dense(10)), FEW.train().shape(), 1);
      Trainer.of(model, FEW).engine(Engines.loops(1)).fit(2);
    } finally {
      Progress.inLines();
    }
    assertThat(shown.get(shown.size() - 1).toString())
        .matches(
            "epoch 2 of 2, step 3 of 3: loss \\d\\.\\d{4}, accuracy [\\d.]+ %, [\\d.]+ % on what was"
                + " held back; [\\d.]+ s, done");
    assertThat(new Status(1, 2, 1, 2, 0.5, 0.25, Double.NaN, 3).secondsLeft())
        .isCloseTo(9, within(1e-9));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainer.of(model(LeNet.modern32(), 1), FEW))
        .withMessage("The model takes inputs of shape 32×32×1, but the data are 28×28×1");
    Op seven = sequence(flatten(), dense(7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer(seven, FEW))
        .withMessage(
            "The data has 10 classes, so the model must answer with 10 numbers, but it gives 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sgd.of(-1))
        .withMessage("A learning rate must be above 0, but got -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer(sequence(flatten(), dense(10)), FEW).sideWeight(Double.NaN))
        .withMessage("The losses of side heads need a weight of 0 or more, but got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer(sequence(flatten(), dense(10)), FEW).fit(0))
        .withMessage("The number of epochs must be at least 1, but got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrossEntropy(0).of(Tensor.zeros(Shape.of(2, 3)), 1, 3))
        .withMessage("Label 3 of item 1 is none of the 3 classes 0 … 2");
  }

  /** Logits far apart: the exponentials would overflow, and the logarithm would be of 0. */
  @Test
  void theLossIsStable() {
    Tensor logits = Tensor.of(Shape.of(2, 2), 1e4f, 0, 0, 1e4f);
    CrossEntropy.Loss loss = new CrossEntropy(0).of(logits, 0, 0);
    assertThat(loss.value()).isEqualTo(5000);
    assertThat(loss.gradient()).isEqualTo(Tensor.of(Shape.of(2, 2), 0, 0, -0.5f, 0.5f));
    assertThat(loss.correct()).isEqualTo(1);
  }

  @Test
  void schedules() {
    assertThat(Schedule.cosine().factor(0)).isEqualTo(1);
    assertThat(Schedule.cosine().factor(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(Schedule.steps(0.1, 0.5, 0.75).factor(0.6)).isCloseTo(0.1, within(1e-12));
    assertThat(Schedule.steps(0.1, 0.5, 0.75).factor(0.8)).isCloseTo(0.01, within(1e-12));
    assertThat(Schedule.cosine().warmUp(0.2).factor(0.1)).isCloseTo(0.5, within(1e-12));
    assertThat(Schedule.cosine().warmUp(0.2).factor(0.2)).isEqualTo(1);
  }

  /** The gradient of the fast engine of this machine is the definition's. */
  @Test
  void leNetsGradientsOnTheFastestEngine() {
    Engine fastest = Engines.fastest();
    Engines.awaitFullSpeed(fastest);
    Model model = model(LeNet.modern28(), 1).on(Shape.of(3, 28, 28, 1));
    Tensor x = FEW.train().range(0, 3).inputs();
    Tensor logits = null;
    Map<String, Tensor> naive = null;
    for (Engine engine : List.of(new pointwise.engine.NaiveEngine(), fastest)) {
      Tape tape = Tape.record(model.graph(), model.weights(), x, engine, 1);
      Head head = Head.of(model.graph(), 0).get(0);
      logits = tape.value(head.value());
      Map<String, Tensor> gradients =
          tape.backward(Map.of(head.value(), new CrossEntropy(0).of(logits, 0, 1, 2).gradient()))
              .weights();
      if (naive == null) {
        naive = gradients;
      } else {
        Map<String, Tensor> defined = naive;
        gradients.forEach(
            (name, g) -> assertThat(g.maxDifference(defined.get(name))).isLessThan(1e-5f));
        assertThat(gradients.keySet()).isEqualTo(defined.keySet()).hasSize(10);
      }
    }
  }

  /** What is said of the memory is what a tape really keeps. */
  @Test
  void theTapeKeepsWhatTheTrainingMemorySays() {
    Model model = model(LeNet.modern28(), 1).on(Shape.of(6, 28, 28, 1));
    Tensor x = FEW.train().range(0, 6).inputs();
    Tape tape = Tape.record(model.graph(), model.weights(), x, Engines.loops(1), 1);
    long kept = x.data().length;
    for (Graph.Node node : model.graph().nodes()) {
      kept += tape.value(node.output()).data().length;
    }
    TrainingMemory memory = trainingMemory(LeNet.modern28(), 6, Adam.of(0.001));
    assertThat(memory.activations()).isEqualTo(4 * kept);
    assertThat(memory.remembered()).isEqualTo(2L * 4 * 61_706);
  }
}
