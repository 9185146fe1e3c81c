package pointwise.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void runsEveryTaskOnce(int threads) {
    AtomicIntegerArray runs = new AtomicIntegerArray(1000);
    new Workers(threads).run(1000, runs::incrementAndGet);
    for (int i = 0; i < runs.length(); i++) {
      assertThat(runs.get(i)).isEqualTo(1);
    }
    new Workers(threads).run(0, task -> runs.incrementAndGet(-1));
  }

  @Test
  void anInterruptStopsTheWorkAndLeavesThePoolUsable() {
    Workers workers = new Workers(2);
    AtomicInteger done = new AtomicInteger();
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                workers.run(
                    1_000_000,
                    task -> {
                      done.incrementAndGet();
                      Thread.onSpinWait();
                    }))
        .withMessageStartingWith("Interrupted: the computation was stopped");
    int after = done.get();
    assertThat(after).isLessThan(1_000_000);
    assertThat(Thread.interrupted()).as("the interrupt has been answered").isFalse();
    workers.run(10, task -> done.incrementAndGet());
    assertThat(done.get()).as("nothing was left running").isEqualTo(after + 10);
  }

  @Test
  void aFaultInATaskReachesTheCallerAndLeavesThePoolUsable() {
    Workers workers = new Workers(2);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                workers.run(
                    100,
                    task -> {
                      if (task == 3) {
                        throw new IllegalStateException("task 3");
                      }
                    }))
        .withMessage("task 3");
    AtomicInteger done = new AtomicInteger();
    workers.run(10, task -> done.incrementAndGet());
    assertThat(done.get()).isEqualTo(10);
  }

  @Test
  void refusesToWorkWithoutAThread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workers(0))
        .withMessage("At least 1 thread is needed, but got 0");
  }
}
