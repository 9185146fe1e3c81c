package pointwise.learn;

import java.util.stream.DoubleStream;

/** How the learning rate changes in the course of a training. */
@FunctionalInterface
public interface Schedule {
  /**
   * What the learning rate is multiplied with.
   *
   * @param done the share of the training that is done, from 0 to below 1
   */
  double factor(double done);

  /** The same rate throughout. */
  static Schedule constant() {
    return done -> 1;
  }

  /** Half a cosine from 1 to 0 (Loshchilov and Hutter 2016, equation 5, without restarts). */
  static Schedule cosine() {
    return done -> (1 + Math.cos(Math.PI * done)) / 2;
  }

  /** The factor once more at each of these shares of the training. */
  static Schedule steps(double factor, double... at) {
    return done ->
        DoubleStream.of(at).filter(share -> done >= share).reduce(1, (f, share) -> f * factor);
  }

  /** A linear rise from 0 over the given share of the training, then this schedule. */
  default Schedule warmUp(double share) {
    Settings.share("The warm-up's share", share);
    return done -> done < share ? done / share : factor((done - share) / (1 - share));
  }
}
