package pointwise.engine.fast.routine;

import pointwise.engine.fast.kernel.FilterBlock;
import pointwise.engine.fast.kernel.RowKernels;
import pointwise.engine.fast.kernel.Scratch;
import pointwise.tensor.Require;

/**
 * What follows a step value by value and is done as the step stores: each channel times a factor
 * and plus a shift, which is what a batch normalisation that has learned does, then a ReLU.
 *
 * <p>A step that ends in a product with weights folds factors and shifts into its weights and
 * biases, where they cost nothing.
 *
 * @param factors one for each channel, or null without
 * @param shifts as many, or null without
 * @param relu whether what is negative becomes 0
 */
public record PostOp(float[] factors, float[] shifts, boolean relu) {
  static final PostOp NONE = new PostOp(null, null, false);

  /** A ReLU alone. */
  public static final PostOp RELU = new PostOp(null, null, true);

  /** Factors and shifts alone. */
  public static PostOp affine(float[] factors, float[] shifts) {
    return new PostOp(Require.given(factors, "factors"), Require.given(shifts, "shifts"), false);
  }

  boolean isAffine() {
    return factors != null;
  }

  /** This one and then another, or null if one does not do for both. */
  PostOp then(PostOp next) {
    if (!isAffine() && !relu) {
      return next;
    }
    return relu || next.isAffine() ? null : new PostOp(factors, shifts, next.relu);
  }

  /** Weights, output channels innermost, times the factors. */
  float[] foldIntoWeights(float[] weights) {
    if (!isAffine()) {
      return weights;
    }
    float[] scaled = weights.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factors[i % factors.length];
    }
    return scaled;
  }

  /** Biases, or null for none, times the factors and plus the shifts. */
  float[] foldIntoBiases(float[] biases) {
    if (!isAffine()) {
      return biases;
    }
    float[] moved = biases == null ? new float[factors.length] : biases.clone();
    multiplyAndAdd(moved);
    return moved;
  }

  /** A block of filters with factors and shifts folded in. */
  FilterBlock foldInto(FilterBlock block) {
    return isAffine() ? block.with(factors, shifts) : block;
  }

  /** Does it to whole pixels that follow each other. */
  void apply(float[] y, int from, int length) {
    if (isAffine()) {
      int channels = factors.length;
      for (int pixel = from; pixel < from + length; pixel += channels) {
        // Copied to index 0: C2 vectorises only what is indexed alike.
        float[] values = Scratch.own().copy(Scratch.Floats.AFFINE, y, pixel, channels);
        multiplyAndAdd(values);
        System.arraycopy(values, 0, y, pixel, channels);
      }
    }
    if (relu) {
      RowKernels.relu(y, from, length);
    }
  }

  private void multiplyAndAdd(float[] values) {
    for (int c = 0; c < factors.length; c++) {
      values[c] = values[c] * factors[c] + shifts[c];
    }
  }
}
