package pointwise.exercise.answer;

/**
 * Internal: something was given that is no answer of the kind that was asked for; the message says
 * why.
 */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String message, Object... values) {
    super(Texts.say(message, values));
  }
}
