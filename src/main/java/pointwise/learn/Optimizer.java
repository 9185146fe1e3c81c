package pointwise.learn;

/**
 * How a gradient changes weights. What an optimiser remembers from step to step is kept for it:
 * {@link #slots()} numbers for each weight, 0 at first.
 */
public interface Optimizer {
  /** The learning rate, before a schedule changes it. */
  double rate();

  /** The same with another learning rate. */
  Optimizer rate(double changed);

  /** What part of a weight is added to its gradient; biases and scales do not decay. */
  double decay();

  /** The numbers that are remembered for each weight. */
  int slots();

  /**
   * Changes weights in place.
   *
   * @param w the weights
   * @param g their gradient, any decay included
   * @param slots what is remembered, {@code slots()} arrays as long as {@code w}
   * @param step 1 for the first
   * @param rate the learning rate of this step
   */
  void step(float[] w, float[] g, float[][] slots, long step, double rate);
}
