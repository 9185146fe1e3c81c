package pointwise.exercise.answer;

/**
 * A function that answers an exercise: a lambda with as many arguments as the question says.
 *
 * <p>{@code check((kernels, strides) -> …)} is {@link OfLists}; with three or four arguments each
 * is an {@code int}.
 */
public sealed interface Code permits Code.OfOne, Code.OfThree, Code.OfFour, Code.OfLists {
  /** The function's result on arguments of its own number and types. */
  long run(Object... arguments);

  /** A function of one number. */
  @FunctionalInterface
  non-sealed interface OfOne extends Code {
    /** The function itself. */
    long of(int a);

    @Override
    default long run(Object... arguments) {
      return of((int) arguments[0]);
    }
  }

  /** A function of three numbers. */
  @FunctionalInterface
  non-sealed interface OfThree extends Code {
    /** The function itself. */
    long of(int a, int b, int c);

    @Override
    default long run(Object... arguments) {
      return of((int) arguments[0], (int) arguments[1], (int) arguments[2]);
    }
  }

  /** A function of four numbers. */
  @FunctionalInterface
  non-sealed interface OfFour extends Code {
    /** The function itself. */
    long of(int a, int b, int c, int d);

    @Override
    default long run(Object... arguments) {
      return of((int) arguments[0], (int) arguments[1], (int) arguments[2], (int) arguments[3]);
    }
  }

  /** A function of two lists of numbers, such as the kernels and the strides of layers. */
  @FunctionalInterface
  non-sealed interface OfLists extends Code {
    /** The function itself. */
    long of(int[] a, int[] b);

    @Override
    default long run(Object... arguments) {
      return of(((int[]) arguments[0]).clone(), ((int[]) arguments[1]).clone());
    }
  }

  /**
   * No function at all: the one type that {@code check(null)} can mean, since it is all the others
   * at once. Without it that call would not compile.
   */
  interface Nothing extends OfOne, OfThree, OfFour, OfLists {
    @Override
    long run(Object... arguments);
  }
}
