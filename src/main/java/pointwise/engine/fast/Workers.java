package pointwise.engine.fast;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on several threads, the calling one among them.
 *
 * <p>The helpers are daemons. They wait for the next job spinning, because a layer takes less time
 * than waking a thread; after {@link #SPIN_NANOS} without one they sleep, after {@link #IDLE_NANOS}
 * they end, and the next job starts them again. An interrupt of the caller, or an exception in a
 * task, keeps further tasks from starting; when {@link #run} returns or throws, none is running any
 * more.
 */
final class Workers {
  private static final int MOST_THREADS = 4_096;
  private static final int PATIENT_SPINS = 1_000;
  private static final long SPIN_NANOS = 200_000;
  private static final long IDLE_NANOS = 2_000_000_000;

  private final Helper[] helpers;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** Tasks that nobody has begun; counted down, so that a claim can never outlive its job. */
  private final AtomicInteger unclaimed = new AtomicInteger();

  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private IntConsumer task;
  private int tasks;

  /** Workers of the given number of threads, the caller counted. */
  Workers(int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "An engine has 1 to %,d threads, but got %d", MOST_THREADS, threads));
    }
    this.helpers = new Helper[threads - 1];
  }

  int threads() {
    return helpers.length + 1;
  }

  /**
   * Runs the tasks {@code 0 … tasks − 1}, each once, in any order. Callers do not wait for each
   * other: while one has the helpers, another runs its tasks alone.
   *
   * @throws CancellationException if the calling thread was interrupted
   */
  void run(int tasks, IntConsumer task) {
    // Helpers may be quicker than this thread and leave it no task before which it would look.
    if (Thread.interrupted()) {
      throw cancellation(0, tasks);
    }
    if (helpers.length == 0 || tasks == 1 || !busy.compareAndSet(false, true)) {
      for (int i = 0; i < tasks; i++) {
        if (Thread.interrupted()) {
          throw cancellation(i, tasks);
        }
        task.accept(i);
      }
      return;
    }
    try {
      this.task = task;
      this.tasks = tasks;
      failure.set(null);
      unfinished.set(tasks);
      unclaimed.set(tasks);
      wakeHelpers(Math.min(helpers.length, tasks - 1));
      work(true);
      for (int spins = 0; unfinished.get() > 0; spins++) {
        Thread.onSpinWait();
        if (Thread.interrupted()) {
          failure.compareAndSet(null, cancellation(tasks - unfinished.get(), tasks));
        }
        if (spins > PATIENT_SPINS) {
          // More threads than processors: one of them may wait for this one's.
          Thread.yield();
        }
      }
    } finally {
      this.task = null;
      busy.set(false);
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure.get() instanceof Error error) {
      throw error;
    }
  }

  /** Claims and runs tasks until none is left; after a failure they are claimed but not run. */
  private void work(boolean leading) {
    for (int left = claim(); left > 0; left = claim()) {
      try {
        if (leading && Thread.interrupted()) {
          failure.compareAndSet(null, cancellation(tasks - left, tasks));
        }
        if (failure.get() == null) {
          task.accept(tasks - left);
        }
      } catch (RuntimeException | Error problem) {
        failure.compareAndSet(null, problem);
      } finally {
        unfinished.getAndDecrement();
      }
    }
  }

  /** The tasks that were left, of which the caller now has the first, or 0. */
  private int claim() {
    while (true) {
      int left = unclaimed.get();
      if (left == 0 || unclaimed.compareAndSet(left, left - 1)) {
        return left;
      }
    }
  }

  private void wakeHelpers(int count) {
    for (int i = 0; i < count; i++) {
      if (helpers[i] == null || !helpers[i].isAlive()) {
        helpers[i] = new Helper();
        helpers[i].start();
      } else if (helpers[i].sleeping) {
        LockSupport.unpark(helpers[i]);
      }
    }
  }

  private static CancellationException cancellation(int done, int tasks) {
    return new CancellationException(
        String.format(
            Locale.ROOT,
            "Interrupted: the computation was stopped after %,d of its %,d tasks",
            done,
            tasks));
  }

  private final class Helper extends Thread {
    private volatile boolean sleeping;

    Helper() {
      super("pointwise-worker");
      setDaemon(true);
    }

    @Override
    public void run() {
      long last = System.nanoTime();
      for (int spins = 0; ; spins++) {
        if (unclaimed.get() > 0) {
          work(false);
          last = System.nanoTime();
        } else if (spins % 64 != 63 || System.nanoTime() - last < SPIN_NANOS) {
          Thread.onSpinWait();
        } else if (!sleep()) {
          return;
        } else {
          // The thread that woke it goes on with short jobs: it must not fall asleep between them.
          last = System.nanoTime();
        }
      }
    }

    /** Waits to be woken; false if nobody did for a long time. */
    private boolean sleep() {
      long start = System.nanoTime();
      sleeping = true;
      if (unclaimed.get() == 0) {
        LockSupport.parkNanos(Workers.this, IDLE_NANOS);
      }
      sleeping = false;
      return unclaimed.get() > 0 || System.nanoTime() - start < IDLE_NANOS;
    }
  }
}
