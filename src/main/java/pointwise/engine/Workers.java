package pointwise.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on several threads, the calling one among them.
 *
 * <p>The helping threads are daemons. An interrupt of the caller, or an exception in a task, keeps
 * further tasks from starting; when {@link #run} returns or throws, none is running any more.
 */
final class Workers {
  private final int threads;
  private final ExecutorService helpers;

  /** Workers of the given number of threads, the caller counted. */
  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("At least 1 thread is needed, but got " + threads);
    }
    this.threads = threads;
    this.helpers = Executors.newCachedThreadPool(Workers::daemon);
  }

  int threads() {
    return threads;
  }

  /**
   * Runs the tasks {@code 0 … tasks − 1}, each once, in any order.
   *
   * @throws CancellationException if the calling thread was interrupted
   */
  void run(int tasks, IntConsumer task) {
    Job job = new Job(tasks, task, Math.min(threads, tasks) - 1);
    for (int i = 0; i < job.helping; i++) {
      helpers.execute(job::help);
    }
    job.lead();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pointwise-worker");
    thread.setDaemon(true);
    return thread;
  }

  private static final class Job {
    private final int tasks;
    private final IntConsumer task;
    private final int helping;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch helpersDone;

    Job(int tasks, IntConsumer task, int helping) {
      this.tasks = tasks;
      this.task = task;
      this.helping = Math.max(0, helping);
      this.helpersDone = new CountDownLatch(this.helping);
    }

    void help() {
      work(false);
      helpersDone.countDown();
    }

    void lead() {
      work(true);
      while (true) {
        try {
          helpersDone.await();
          break;
        } catch (InterruptedException interrupt) {
          cancel();
        }
      }
      if (failure.get() instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure.get() instanceof Error error) {
        throw error;
      }
    }

    private void work(boolean leading) {
      try {
        for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; ) {
          if (leading && Thread.interrupted()) {
            cancel();
            return;
          }
          task.accept(i);
          i = next.getAndIncrement();
        }
      } catch (RuntimeException | Error problem) {
        failure.compareAndSet(null, problem);
      }
    }

    private void cancel() {
      failure.compareAndSet(
          null,
          new CancellationException(
              "Interrupted: the computation was stopped after %,d of its %,d tasks"
                  .formatted(Math.min(next.get(), tasks), tasks)));
    }
  }
}
