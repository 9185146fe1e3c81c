package pointwise.bench;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import pointwise.data.Dataset;
import pointwise.model.Model;
import pointwise.tensor.Tensor;

/** Today's LeNet learning in PyTorch, through DJL: the same layers, loss and update as here. */
final class PyTorchTraining implements Contestant {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final Loss loss = Loss.softmaxCrossEntropyLoss();
  private final Optimizer optimizer =
      Optimizer.sgd()
          .setLearningRateTracker(Tracker.fixed(Training.RATE))
          .optMomentum(Training.MOMENTUM)
          .build();
  private final Dataset data;
  private final int threads;

  PyTorchTraining(Model model, int threads) {
    this.data = Training.digits();
    this.threads = threads;
    model.weights().forEach((name, tensor) -> weights.put(name, array(tensor)));
  }

  private NDArray array(Tensor tensor) {
    Tensor turned =
        switch (tensor.shape().rank()) {
          case 4 -> tensor.transpose(3, 2, 0, 1);
          case 2 -> tensor.transpose(1, 0);
          default -> tensor;
        };
    long[] sizes = IntStream.of(turned.shape().toArray()).asLongStream().toArray();
    NDArray array = manager.create(turned.toArray(), new Shape(sizes));
    array.setRequiresGradient(true);
    return array;
  }

  /** The losses of the steps. */
  @Override
  public float[] run() {
    JniUtils.setNumThreads(threads);
    float[] losses = new float[Workload.Kind.TRAINING.steps()];
    for (int step = 0; step < losses.length; step++) {
      int from = step * Workload.BATCH;
      losses[step] = step(data.range(from, from + Workload.BATCH));
    }
    return losses;
  }

  private float step(Dataset batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray x = scope.create(batch.inputs().data(), new Shape(batch.size(), 1, 28, 28));
      NDArray labels = scope.create(batch.labels());
      NDArray mean;
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        mean = loss.evaluate(new NDList(labels), new NDList(logits(x)));
        collector.backward(mean);
      }
      weights.forEach(
          (name, w) -> {
            NDArray gradient = w.getGradient();
            gradient.attach(scope);
            optimizer.update(name, w, gradient);
            gradient.subi(gradient);
          });
      mean.attach(scope);
      return mean.toFloatArray()[0];
    }
  }

  private NDArray logits(NDArray x) {
    NDArray first = pooled(conv(x, "conv1", 2));
    NDArray second = pooled(conv(first, "conv2", 0));
    // The numbers are flattened channel by channel: another order of fc1's inputs, the same work.
    NDArray features = second.reshape(second.getShape().get(0), -1);
    NDArray fc1 = Activation.relu(dense(features, "fc1"));
    return dense(Activation.relu(dense(fc1, "fc2")), "fc3");
  }

  private NDArray conv(NDArray x, String name, int padding) {
    return Conv2d.conv2d(
            x,
            weights.get(name + "/weights"),
            weights.get(name + "/bias"),
            new Shape(1, 1),
            new Shape(padding, padding),
            new Shape(1, 1),
            1)
        .singletonOrThrow();
  }

  private static NDArray pooled(NDArray x) {
    Shape two = new Shape(2, 2);
    return Pool.maxPool2d(Activation.relu(x), two, two, new Shape(0, 0), false);
  }

  private NDArray dense(NDArray x, String name) {
    NDArray bias = weights.get(name + "/bias");
    return Linear.linear(x, weights.get(name + "/weights"), bias).singletonOrThrow();
  }

  @Override
  public void close() {
    manager.close();
  }
}
