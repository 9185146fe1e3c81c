package pointwise.engine.fast;

import java.util.Arrays;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Axis;

/**
 * A dense layer over the weights where they lie: a task computes a stretch of the outputs.
 *
 * <p>For a single row of features every weight is read once and used once: the time is that of
 * fetching them from memory, and no arrangement of the products makes it less.
 */
final class Dense extends Routine {
  private static final int OUTPUTS = 1024;
  private static final int GRAIN = 64;

  private final Rows rows;
  private final Shape output;
  private final Tensor weights;
  private final Tensor bias;
  private final boolean relu;
  private final int inputs;
  private final int outputs;
  private final int part;

  Dense(Rows rows, Shape x, Tensor weights, Tensor bias, int threads) {
    this(rows, x, weights, bias, false, part(weights.shape().dim(1), threads));
  }

  private Dense(Rows rows, Shape x, Tensor weights, Tensor bias, boolean relu, int part) {
    this.rows = rows;
    this.inputs = weights.shape().dim(0);
    this.outputs = weights.shape().dim(1);
    this.output = x.withChannels(outputs);
    this.weights = weights;
    this.bias = bias;
    this.relu = relu;
    this.part = part;
  }

  /** Whole vectors, so that the same outputs are in one whoever computes them. */
  private static int part(int outputs, int threads) {
    int even = Axis.ceilDiv(Axis.ceilDiv(outputs, threads), GRAIN) * GRAIN;
    return Math.min(OUTPUTS, even);
  }

  @Override
  public Routine withRelu() {
    return new Dense(rows, output, weights, bias, true, part);
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
  public void run(int task, Place[] places, Place y) {
    int parts = Axis.ceilDiv(outputs, part);
    int item = task / parts;
    int first = task % parts * part;
    int length = Math.min(part, outputs - first);
    Place x = places[0];
    float[] sums = Scratch.own().floats(0, length);
    if (bias == null) {
      Arrays.fill(sums, 0, length, 0);
    } else {
      System.arraycopy(bias.data(), first, sums, 0, length);
    }
    float[] factors = Scratch.own().floats(1, 8);
    for (int input = 0; input < inputs; input += 8) {
      int count = Math.min(8, inputs - input);
      System.arraycopy(x.data, x.offset + item * x.stride + input, factors, 0, count);
      rows.addScaled(
          factors, count, weights.data(), input * outputs + first, outputs, sums, length);
    }
    if (relu) {
      Rows.relu(sums, 0, length);
    }
    System.arraycopy(sums, 0, y.data, y.offset + item * y.stride + first, length);
  }
}
