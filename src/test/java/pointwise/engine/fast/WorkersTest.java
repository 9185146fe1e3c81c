package pointwise.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyTaskRunsOnce(int threads) {
    Workers workers = new Workers(threads);
    for (int round = 0; round < 200; round++) {
      AtomicIntegerArray runs = new AtomicIntegerArray(round);
      workers.run(round, runs::incrementAndGet);
      for (int i = 0; i < round; i++) {
        assertThat(runs.get(i)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anExceptionInATaskReachesTheCallerAndLeavesTheWorkersUsable(int threads) {
    Workers workers = new Workers(threads);
    for (int round = 0; round < 50; round++) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      100,
                      task -> {
                        if (task == 37) {
                          throw new IllegalStateException("task 37");
                        }
                      }))
          .hasMessage("task 37");
      AtomicInteger sum = new AtomicInteger();
      workers.run(10, sum::addAndGet);
      assertThat(sum).hasValue(45);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anErrorInATaskReachesTheCaller(int threads) {
    Workers workers = new Workers(threads);
    assertThatThrownBy(
            () ->
                workers.run(
                    9,
                    task -> {
                      throw new OutOfMemoryError("task");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anInterruptStopsBetweenTasks(int threads) {
    Workers workers = new Workers(threads);
    AtomicInteger runs = new AtomicInteger();
    Thread caller = Thread.currentThread();
    assertThatThrownBy(
            () ->
                workers.run(
                    1_000_000,
                    task -> {
                      if (runs.incrementAndGet() == 5) {
                        caller.interrupt();
                      }
                    }))
        .isInstanceOf(CancellationException.class)
        .hasMessageMatching("Interrupted: the computation was stopped after .* 1,000,000 tasks");
    assertThat(runs.get()).isLessThan(1_000_000);
    assertThat(Thread.interrupted()).isFalse();
    workers.run(3, task -> runs.set(-1));
    assertThat(runs).hasValue(-1);
  }

  @Test
  void callersDoNotWaitForEachOther() throws InterruptedException {
    Workers workers = new Workers(2);
    CountDownLatch second = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                workers.run(
                    2,
                    task -> {
                      try {
                        second.await();
                      } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                      }
                    }));
    first.start();
    AtomicInteger sum = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      workers.run(4, sum::addAndGet);
    }
    second.countDown();
    first.join();
    assertThat(sum).hasValue(600);
  }

  @Test
  void aTaskMayRunTasks() {
    Workers workers = new Workers(3);
    AtomicInteger sum = new AtomicInteger();
    workers.run(5, task -> workers.run(5, inner -> sum.incrementAndGet()));
    assertThat(sum).hasValue(25);
  }

  @Test
  void idleHelpersEnd() throws InterruptedException {
    new Workers(5).run(100, task -> {});
    for (int i = 0; i < 100 && alive() > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(alive()).isZero();
  }

  @Test
  void thereMustBeAThread() {
    assertThatThrownBy(() -> new Workers(0))
        .hasMessage("An engine has 1 to 4,096 threads, but got 0");
    assertThatThrownBy(() -> new Workers(Integer.MAX_VALUE))
        .hasMessage("An engine has 1 to 4,096 threads, but got 2147483647");
  }

  private static long alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("pointwise-worker"))
        .count();
  }
}
