package pointwise.learn;

import java.util.Locale;
import pointwise.tensor.Tensor;

/**
 * Softmax cross-entropy, the mean over a batch, computed from the logits so that no exponential
 * overflows and no logarithm is of 0.
 *
 * @param smoothing ε of label smoothing: the label's target is {@code 1 − ε + ε / C}, that of each
 *     of the other classes {@code ε / C} (Szegedy et al. 2015, section 7)
 */
public record CrossEntropy(double smoothing) {
  public CrossEntropy {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          "Label smoothing needs a share from 0 to below 1, but got " + smoothing);
    }
  }

  /**
   * The loss of a batch.
   *
   * @param value the mean over the batch
   * @param gradient with respect to the logits
   * @param correct how many logits are largest at their label
   */
  public record Loss(double value, Tensor gradient, int correct) {}

  /**
   * The loss of some logits.
   *
   * @param logits classes, or batch × classes
   * @param labels one an item, counted from 0
   * @throws IllegalArgumentException if there are more or fewer labels than items, or one is no
   *     class
   */
  public Loss of(Tensor logits, int... labels) {
    int classes = logits.shape().channels();
    int items = logits.data().length / classes;
    if (labels.length != items) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Logits of shape %s need %d labels, but got %d",
              logits.shape(),
              items,
              labels.length));
    }
    float[] gradient = new float[logits.data().length];
    double total = 0;
    int correct = 0;
    for (int item = 0; item < items; item++) {
      int label = labels[item];
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Label %d of item %d is none of the %d classes 0 … %d",
                label,
                item,
                classes,
                classes - 1));
      }
      total += item(logits.data(), item * classes, classes, label, items, gradient);
      correct += Argmax.of(logits.data(), item * classes, classes) == label ? 1 : 0;
    }
    return new Loss(total / items, Tensor.wrap(logits.shape(), gradient), correct);
  }

  private double item(float[] x, int first, int classes, int label, int items, float[] gradient) {
    double largest = Double.NEGATIVE_INFINITY;
    double mean = 0;
    for (int c = 0; c < classes; c++) {
      largest = Math.max(largest, x[first + c]);
      mean += x[first + c] / (double) classes;
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.exp(x[first + c] - largest);
    }
    for (int c = 0; c < classes; c++) {
      double target = smoothing / classes + (c == label ? 1 - smoothing : 0);
      double probability = Math.exp(x[first + c] - largest) / sum;
      gradient[first + c] = (float) ((probability - target) / items);
    }
    double wanted = (1 - smoothing) * x[first + label] + smoothing * mean;
    return largest + Math.log(sum) - wanted;
  }
}
