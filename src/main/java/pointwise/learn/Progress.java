package pointwise.learn;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a training says how far it is. */
public interface Progress {
  /** Called when a run begins. */
  default void begin() {}

  /** Called a few times per second. */
  void update(Status status);

  /** Called after each epoch. */
  void epoch(Status status);

  /** Says nothing. */
  static Progress none() {
    return new Progress() {
      @Override
      public void update(Status status) {}

      @Override
      public void epoch(Status status) {}
    };
  }

  /** One line per epoch, on standard output. */
  static Progress lines() {
    return new Progress() {
      @Override
      public void update(Status status) {}

      @Override
      public void epoch(Status status) {
        System.out.println(status);
      }
    };
  }

  /** What a new training uses: {@link #lines()}, until {@link #inPlace} says otherwise. */
  static Progress standard() {
    return Standard.supplier.get();
  }

  /**
   * From now on every training shows one line and changes it in place, as notebooks can.
   *
   * @param show shows something and answers with its identity
   * @param change shows something in the place of that identity
   */
  static void inPlace(Function<Status, String> show, BiConsumer<String, Status> change) {
    Standard.supplier =
        () ->
            new Progress() {
              private String identity;

              /** A run shows a line of its own, since its cell may be another. */
              @Override
              public void begin() {
                identity = null;
              }

              @Override
              public void update(Status status) {
                if (identity == null) {
                  identity = show.apply(status);
                } else {
                  change.accept(identity, status);
                }
              }

              @Override
              public void epoch(Status status) {
                update(status);
              }
            };
  }

  /** From now on every training prints lines, as at first. */
  static void inLines() {
    Standard.supplier = Progress::lines;
  }

  /** Holds what a new training uses. */
  final class Standard {
    private static volatile Supplier<Progress> supplier = Progress::lines;

    private Standard() {}
  }
}
