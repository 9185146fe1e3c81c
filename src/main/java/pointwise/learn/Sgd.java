package pointwise.learn;

import java.util.Locale;

/**
 * Stochastic gradient descent with momentum: {@code v ← momentum · v + g}, {@code w ← w − rate · v}
 * (Polyak 1964, as PyTorch and Krizhevsky et al. 2012 write it).
 *
 * @param rate the learning rate
 * @param momentum what part of the last step is taken again; 0 for none
 * @param nesterov whether the gradient is that of where the momentum leads: {@code w ← w − rate ·
 *     (g + momentum · v)} (Sutskever et al. 2013, section 2)
 * @param decay weight decay
 */
public record Sgd(double rate, double momentum, boolean nesterov, double decay)
    implements Optimizer {

  public Sgd {
    Settings.rate(rate);
    Settings.share("Momentum", momentum);
    Settings.decay(decay);
  }

  /** Without momentum and decay. */
  public static Sgd of(double rate) {
    return new Sgd(rate, 0, false, 0);
  }

  @Override
  public Sgd rate(double changed) {
    return new Sgd(changed, momentum, nesterov, decay);
  }

  /** With momentum; 0.9 is usual. */
  public Sgd momentum(double changed) {
    return new Sgd(rate, changed, nesterov, decay);
  }

  /** With Nesterov's momentum. */
  public Sgd withNesterov() {
    return new Sgd(rate, momentum, true, decay);
  }

  /** With weight decay; 0.0005 is usual. */
  public Sgd decay(double changed) {
    return new Sgd(rate, momentum, nesterov, changed);
  }

  @Override
  public int slots() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public void step(float[] w, float[] g, float[][] slots, long step, double stepRate) {
    float lr = (float) stepRate;
    if (momentum == 0) {
      for (int i = 0; i < w.length; i++) {
        w[i] -= lr * g[i];
      }
      return;
    }
    float[] v = slots[0];
    float m = (float) momentum;
    for (int i = 0; i < w.length; i++) {
      v[i] = m * v[i] + g[i];
      w[i] -= lr * (nesterov ? g[i] + m * v[i] : v[i]);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "sgd(%s)%s%s%s",
        rate,
        momentum == 0 ? "" : ".momentum(" + momentum + ")",
        nesterov ? ".withNesterov()" : "",
        decay == 0 ? "" : ".decay(" + decay + ")");
  }
}
