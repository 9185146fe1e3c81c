package pointwise.exercise.answer;

/** Internal: what an exercise asks for, and how something given is read and compared with it. */
public sealed interface Answer
    permits NumberAnswer, DecimalAnswer, ShapeAnswer, ValuesAnswer, WordsAnswer, CodeAnswer {

  /** What has to be given, in words: {@code one number}. */
  String wanted();

  /**
   * What was given, in the form that {@link #matches} compares.
   *
   * @throws Unreadable if it is nothing of the kind; the message says what is wanted
   */
  Object read(Object given) throws Unreadable;

  /** Whether something read is this answer. */
  boolean matches(Object read);

  /** This answer, as if it had been read. */
  Object value();

  /** This answer as somebody would write it into a cell. */
  Object written();

  /**
   * What can be said of a wrong answer to which no known mistake leads; it must not give it away.
   */
  String remark(Object read);

  /** Why nobody should be asked for this; empty if it is a fair question. */
  default String degenerate() {
    return "";
  }
}
