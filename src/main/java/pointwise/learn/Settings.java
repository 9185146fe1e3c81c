package pointwise.learn;

/** Checks the numbers that training is set up with. */
final class Settings {
  private Settings() {}

  static void rate(double rate) {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A learning rate must be above 0, but got " + rate);
    }
  }

  static void share(String what, double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(what + " must be from 0 to below 1, but got " + share);
    }
  }

  static void decay(double decay) {
    if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Weight decay must not be negative, but got " + decay);
    }
  }

  static void positive(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but got " + number);
    }
  }
}
