package pointwise.engine.fast.routine;

import pointwise.engine.fast.kernel.RowKernels;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * A dense layer over the weights where they lie: a task computes a stretch of the outputs.
 *
 * <p>For a single row of features every weight is read once and used once: the time is that of
 * fetching them from memory, and no arrangement of the products makes it less.
 */
public final class DenseRoutine extends Routine {
  private static final int OUTPUTS = 1024;
  private static final int GRAIN = 64;

  private final RowKernels rows;
  private final Shape output;
  private final float[] weights;
  private final float[] biases;
  private final boolean relu;
  private final int inputs;
  private final int outputs;
  private final int part;

  public DenseRoutine(RowKernels rows, Shape x, Tensor weights, Tensor bias, int threads) {
    this(
        rows,
        x.withChannels(weights.shape().dim(1)),
        weights.data(),
        bias == null ? new float[weights.shape().dim(1)] : bias.data(),
        false,
        part(weights.shape().dim(1), threads));
  }

  private DenseRoutine(
      RowKernels rows, Shape output, float[] weights, float[] biases, boolean relu, int part) {
    this.rows = rows;
    this.output = output;
    this.outputs = output.channels();
    this.inputs = weights.length / outputs;
    this.weights = weights;
    this.biases = biases;
    this.relu = relu;
    this.part = part;
  }

  /** Whole vectors, so that the same outputs share a vector, regardless of the thread. */
  private static int part(int outputs, int threads) {
    int even = Axis.ceilDiv(Axis.ceilDiv(outputs, threads), GRAIN) * GRAIN;
    return Math.min(OUTPUTS, even);
  }

  @Override
  public Routine with(PostOp next) {
    float[] folded = next.foldIntoWeights(weights);
    return relu
        ? null
        : new DenseRoutine(rows, output, folded, next.foldIntoBiases(biases), next.relu(), part);
  }

  @Override
  public Shape output() {
    return output;
  }

  @Override
  public int tasks() {
    return Math.toIntExact(output.size() / outputs * Axis.ceilDiv(outputs, part));
  }

  @Override
  public String explanation() {
    return "dense: each weight is read once, bound by memory";
  }

  @Override
  public void run(int task, TensorView[] places, TensorView y) {
    int parts = Axis.ceilDiv(outputs, part);
    int item = task / parts;
    int first = task % parts * part;
    int length = Math.min(part, outputs - first);
    TensorView x = places[0];
    float[] sums = Scratch.own().floats(Scratch.Floats.DENSE_SUMS, length);
    System.arraycopy(biases, first, sums, 0, length);
    float[] factors = Scratch.own().floats(Scratch.Floats.DENSE_FACTORS, 8);
    for (int input = 0; input < inputs; input += 8) {
      int count = Math.min(8, inputs - input);
      System.arraycopy(x.data, x.offset + item * x.stride + input, factors, 0, count);
      rows.addScaled(factors, count, weights, input * outputs + first, outputs, sums, length);
    }
    if (relu) {
      RowKernels.relu(sums, 0, length);
    }
    System.arraycopy(sums, 0, y.data, y.offset + item * y.stride + first, length);
  }
}
