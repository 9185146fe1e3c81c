package pointwise.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.op.Parameter.Role;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Batch normalisation: each channel {@code gamma · (x − mean) / √(variance + epsilon) + beta}
 * (Ioffe and Szegedy 2015, Algorithms 1 and 2).
 *
 * <p>Gamma and beta are learned; mean and variance are measured in training and stored.
 *
 * @param epsilon what keeps the division from 0
 * @param scale whether there is a gamma; TF-slim's Inception networks have none
 * @param offset whether there is a beta
 */
public record BatchNorm(double epsilon, boolean scale, boolean offset) implements Layer {
  static final double KERAS_EPSILON = 1e-3;

  /** How much a batch moves the stored mean and variance; PyTorch's default. */
  private static final double MEASURED_SHARE = 0.1;

  public BatchNorm {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException(
          "Batch normalisation needs an epsilon above 0, but got " + epsilon);
    }
  }

  /** Divides by {@code √(variance + changed)}. */
  public BatchNorm epsilon(double changed) {
    return new BatchNorm(changed, scale, offset);
  }

  /** Without gamma: a following linear layer or ReLU network can scale instead. */
  public BatchNorm noScale() {
    return new BatchNorm(epsilon, false, offset);
  }

  /** Without beta. */
  public BatchNorm noOffset() {
    return new BatchNorm(epsilon, scale, false);
  }

  @Override
  public Shape output(Shape input) {
    return Require.given(input, "the shape of the input");
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int channels = Require.given(input, "the shape of the input").channels();
    List<Parameter> parameters = new ArrayList<>();
    if (scale) {
      parameters.add(Parameter.perChannel("gamma", Role.SCALE, channels));
    }
    if (offset) {
      parameters.add(Parameter.perChannel("beta", Role.OFFSET, channels));
    }
    parameters.add(Parameter.perChannel("mean", Role.MEAN, channels));
    parameters.add(Parameter.perChannel("variance", Role.VARIANCE, channels));
    return parameters;
  }

  /** With the stored mean and variance, as after training. */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    int channels = Require.given(x, "an input").shape().channels();
    float[] factor = new float[channels];
    float[] shift = new float[channels];
    fold(weights, factor, shift);
    float[] y = x.toArray();
    for (int pixel = 0; pixel < y.length; pixel += channels) {
      for (int c = 0; c < channels; c++) {
        y[pixel + c] = y[pixel + c] * factor[c] + shift[c];
      }
    }
    return Tensor.wrap(x.shape(), y);
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    int channels = Require.given(x, "the shape of the input").channels();
    float[] factor = new float[channels];
    float[] shift = new float[channels];
    fold(weights, factor, shift);
    return Require.given(engine, "an engine").affine(x, factor, shift);
  }

  /** With the batch's own mean and variance while training (Algorithm 1). */
  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Pass pass) {
    return forward(
        x,
        Require.given(pass, "a pass").training() ? measured(x, weights) : weights,
        pass.engine());
  }

  /**
   * The gradients of section 3, and the mean and variance to store: a tenth of the batch's and nine
   * of what was stored, the variance unbiased (Algorithm 2, step 10).
   */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    int channels = x.shape().channels();
    int values = x.data().length / channels;
    Map<String, Tensor> used = pass.training() ? measured(x, weights) : weights;
    float[] mean = Parameter.of(used, "mean").data();
    float[] variance = Parameter.of(used, "variance").data();
    float[] g = gradient.data();
    double[] sums = new double[channels];
    double[] products = new double[channels];
    for (int i = 0; i < g.length; i++) {
      int c = i % channels;
      sums[c] += g[i];
      products[c] += g[i] * ((double) x.data()[i] - mean[c]);
    }
    float[] gamma = scale ? Parameter.of(weights, "gamma").data() : null;
    float[] result = new float[g.length];
    for (int i = 0; i < g.length; i++) {
      int c = i % channels;
      double squared = variance[c] + epsilon;
      double own = g[i];
      if (pass.training()) {
        own -= (sums[c] + (x.data()[i] - mean[c]) * products[c] / squared) / values;
      }
      result[i] = (float) (own * (scale ? gamma[c] : 1) / Math.sqrt(squared));
    }
    Gradients gradients = Gradients.of(Tensor.wrap(x.shape(), result));
    if (scale) {
      for (int c = 0; c < channels; c++) {
        products[c] /= Math.sqrt(variance[c] + epsilon);
      }
      gradients = gradients.weight("gamma", Channels.tensor(products));
    }
    if (offset) {
      gradients = gradients.weight("beta", Channels.tensor(sums));
    }
    if (!pass.training()) {
      return gradients;
    }
    double unbiased = values / (values - 1.0);
    return gradients
        .measured("mean", average(Parameter.of(weights, "mean"), mean, 1))
        .measured("variance", average(Parameter.of(weights, "variance"), variance, unbiased));
  }

  private static Tensor average(Tensor stored, float[] batch, double factor) {
    float[] next = stored.toArray();
    for (int c = 0; c < next.length; c++) {
      next[c] += (float) (MEASURED_SHARE * (factor * batch[c] - next[c]));
    }
    return Tensor.wrap(stored.shape(), next);
  }

  /** The weights with the mean and the (biased) variance of a batch. */
  private static Map<String, Tensor> measured(Tensor x, Map<String, Tensor> weights) {
    int channels = Require.given(x, "an input").shape().channels();
    int values = x.data().length / channels;
    if (values == 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Batch normalisation cannot learn from one value per channel: a batch of shape %s has"
                  + " no variance",
              x.shape()));
    }
    double[] mean = new double[channels];
    double[] variance = new double[channels];
    for (int i = 0; i < x.data().length; i++) {
      mean[i % channels] += x.data()[i] / (double) values;
    }
    for (int i = 0; i < x.data().length; i++) {
      double distance = x.data()[i] - mean[i % channels];
      variance[i % channels] += distance * distance / values;
    }
    Map<String, Tensor> changed = new HashMap<>(Require.given(weights, "weights"));
    changed.put("mean", Channels.tensor(mean));
    changed.put("variance", Channels.tensor(variance));
    return changed;
  }

  /** The four numbers of a channel as one factor and one shift. */
  private void fold(Map<String, Tensor> weights, float[] factor, float[] shift) {
    Shape channels = Shape.of(factor.length);
    float[] mean = Parameter.of(weights, "mean", channels);
    float[] variance = Parameter.of(weights, "variance", channels);
    float[] gamma = scale ? Parameter.of(weights, "gamma", channels) : null;
    float[] beta = offset ? Parameter.of(weights, "beta", channels) : null;
    for (int c = 0; c < factor.length; c++) {
      double slope = (scale ? gamma[c] : 1) / Math.sqrt(variance[c] + epsilon);
      factor[c] = (float) slope;
      shift[c] = (float) ((offset ? beta[c] : 0) - slope * mean[c]);
    }
  }

  @Override
  public boolean belongsToPrevious() {
    return true;
  }

  @Override
  public Family family() {
    return Family.BATCH_NORM;
  }

  @Override
  public String kind() {
    return "bn";
  }

  @Override
  public String label() {
    return "batch norm";
  }

  @Override
  public String toString() {
    return "batchNorm()"
        + (epsilon == KERAS_EPSILON ? "" : ".epsilon(" + epsilon + ")")
        + (scale ? "" : ".noScale()")
        + (offset ? "" : ".noOffset()");
  }
}
