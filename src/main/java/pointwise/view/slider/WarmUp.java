package pointwise.view.slider;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Java takes a few dozen pictures to draw one as fast as it can: they are drawn unseen. All cells
 * with sliders share them, since what is compiled for one is compiled for all.
 */
final class WarmUp {
  private static final long FAST_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

  private final FrontEnd frontEnd;
  private final AtomicInteger left;

  /**
   * For all sliders of a notebook.
   *
   * @param rounds how often is rendered unseen, over all cells
   */
  WarmUp(FrontEnd frontEnd, int rounds) {
    this.frontEnd = frontEnd;
    left = new AtomicInteger(rounds);
  }

  /** Renders values until that is fast; what else the thread has to do waits one round at most. */
  void begin(List<?> values, Executor executor) {
    if (left.getAndUpdate(rounds -> Math.max(0, rounds - 1)) > 0) {
      executor.execute(() -> round(values, executor));
    }
  }

  private void round(List<?> values, Executor executor) {
    long begin = System.nanoTime();
    values.forEach(frontEnd::render);
    if (System.nanoTime() - begin > FAST_NANOS) {
      begin(values, executor);
    }
  }
}
