package pointwise.learn;

/** A training whose loss is no number any more. */
public final class DivergedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  DivergedException(String message) {
    super(message);
  }
}
