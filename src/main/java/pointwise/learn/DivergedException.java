package pointwise.learn;

/** A training whose loss or answers are no numbers any more. */
public final class DivergedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  DivergedException(String message) {
    super(message);
  }
}
