package pointwise.learn;

import java.util.Locale;

/**
 * Adam: steps in proportion to the mean gradient over its root mean square (Kingma and Ba 2014,
 * Algorithm 1).
 *
 * @param rate the learning rate; 0.001 is usual
 * @param beta1 what part of the mean gradient is kept in a step
 * @param beta2 what part of the mean square is kept in a step
 * @param epsilon what keeps the division from 0
 * @param decay weight decay, added to the gradient as in PyTorch's Adam
 */
public record Adam(double rate, double beta1, double beta2, double epsilon, double decay)
    implements Optimizer {

  public Adam {
    Settings.rate(rate);
    Settings.share("Beta 1", beta1);
    Settings.share("Beta 2", beta2);
    Settings.decay(decay);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("Adam needs an epsilon above 0, but got " + epsilon);
    }
  }

  /** With the paper's betas, 0.9 and 0.999, and epsilon, 1e-8. */
  public static Adam of(double rate) {
    return new Adam(rate, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  public Adam rate(double changed) {
    return new Adam(changed, beta1, beta2, epsilon, decay);
  }

  /** With weight decay. */
  public Adam decay(double changed) {
    return new Adam(rate, beta1, beta2, epsilon, changed);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void step(float[] w, float[] g, float[][] slots, long step, double stepRate) {
    float[] mean = slots[0];
    float[] square = slots[1];
    float keep1 = (float) beta1;
    float keep2 = (float) beta2;
    // Both averages begin at 0: divided by what has come in, they are averages from the start.
    float scale = (float) (stepRate / (1 - Math.pow(beta1, (double) step)));
    double whole = 1 / (1 - Math.pow(beta2, (double) step));
    for (int i = 0; i < w.length; i++) {
      mean[i] = keep1 * mean[i] + (1 - keep1) * g[i];
      square[i] = keep2 * square[i] + (1 - keep2) * g[i] * g[i];
      w[i] -= scale * mean[i] / (float) (Math.sqrt(square[i] * whole) + epsilon);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "adam(%s)%s", rate, decay == 0 ? "" : ".decay(" + decay + ")");
  }
}
