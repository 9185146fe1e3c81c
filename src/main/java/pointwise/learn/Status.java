package pointwise.learn;

import java.util.Locale;

/**
 * How far a training is.
 *
 * @param epoch the epoch that is going on, 1 for the first of this run
 * @param epochs those of this run
 * @param step the steps of this epoch that are done
 * @param steps those of an epoch
 * @param loss the mean loss of this epoch's steps
 * @param accuracy the share of this epoch's items that were right when they were learned from
 * @param tested the share of the items held back that was right after the last epoch; NaN before
 * @param seconds since the run began
 */
public record Status(
    int epoch,
    int epochs,
    int step,
    int steps,
    double loss,
    double accuracy,
    double tested,
    double seconds) {

  /** The share of the run that is done, from 0 to 1. */
  public double done() {
    return (epoch - 1 + (double) step / steps) / epochs;
  }

  /** The seconds that are left if the rest is as fast as what is done. */
  public double secondsLeft() {
    return done() == 0 ? Double.NaN : seconds * (1 - done()) / done();
  }

  @Override
  public String toString() {
    String left =
        done() < 1 ? String.format(Locale.ROOT, "about %.0f s left", secondsLeft()) : "done";
    return String.format(
        Locale.ROOT,
        "epoch %d of %d, step %d of %d: loss %.4f, accuracy %.2f %%%s; %.1f s, %s",
        epoch,
        epochs,
        step,
        steps,
        loss,
        100 * accuracy,
        Double.isNaN(tested)
            ? ""
            : String.format(Locale.ROOT, ", %.2f %% on what was held back", 100 * tested),
        seconds,
        left);
  }
}
