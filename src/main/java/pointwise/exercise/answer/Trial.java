package pointwise.exercise.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What somebody's function gave, case by case, until it failed.
 *
 * @param results one a case, up to the first that failed
 * @param failure what happened to the next one, in words; empty if all went through
 */
record Trial(List<Long> results, String failure) {
  private static final long SECONDS = 2;

  /** Runs a function on all cases, in a thread of its own that cannot take the kernel along. */
  static Trial of(Code code, List<Object[]> cases) {
    List<Long> results = Collections.synchronizedList(new ArrayList<>());
    String[] failure = {""};
    Thread thread =
        new Thread(
            () -> {
              try {
                for (Object[] arguments : cases) {
                  results.add(code.run(arguments));
                }
              } catch (Throwable thrown) {
                failure[0] = describe(thrown);
              }
            },
            "exercise");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    try (Quarantine quarantine = Quarantine.of(thread)) {
      thread.start();
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
      boolean late = thread.isAlive();
      if (late) {
        quarantine.end();
      }
      List<Long> done;
      synchronized (results) {
        done = List.copyOf(results);
      }
      return new Trial(done, late ? late(thread) : failure[0]);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Trial(List.of(), Texts.say("was interrupted"));
    }
  }

  private static String late(Thread thread) {
    return thread.isAlive()
        ? Texts.say(
            "does not end: it was given up after %d seconds. It goes on in the background, slowly,"
                + " until the kernel is restarted",
            SECONDS)
        : Texts.say("does not end: it was stopped after %d seconds", SECONDS);
  }

  private static String describe(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return Texts.say("calls itself without end");
    }
    if (thrown instanceof OutOfMemoryError) {
      return Texts.say("needs more memory than there is");
    }
    if (thrown instanceof Quarantine.Forbidden forbidden) {
      return forbidden.getMessage();
    }
    String message = thrown.getMessage();
    return Texts.say(
        "throws %s", thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message));
  }
}
