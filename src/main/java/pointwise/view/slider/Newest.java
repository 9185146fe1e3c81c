package pointwise.view.slider;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Works on the newest of what arrives: what is overtaken while work is going on is dropped. */
final class Newest<T> {
  private final AtomicReference<T> waiting = new AtomicReference<>();
  private final Executor executor;
  private final Consumer<T> work;

  Newest(Executor executor, Consumer<T> work) {
    this.executor = executor;
    this.work = work;
  }

  void offer(T value) {
    // Where one was waiting, its run is still to come and will take this one instead.
    if (waiting.getAndSet(value) == null) {
      executor.execute(() -> work.accept(waiting.getAndSet(null)));
    }
  }
}
