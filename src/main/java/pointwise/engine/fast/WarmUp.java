package pointwise.engine.fast;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import pointwise.engine.Engine;
import pointwise.engine.fast.kernel.KernelCalls;
import pointwise.engine.fast.kernel.Kernels;
import pointwise.engine.fast.kernel.Vectors;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * Has C2 compile the kernels, and tells which of them have become fast.
 *
 * <p>Interpreted code counts its calls, then C1's code does, and after some thousands of them C2
 * compiles. Until then every operation on vectors is a dozen calls into the library, whose methods
 * would have been called often enough long before the kernels, and C2 would compile them one by one
 * for nothing. So most calls ask a kernel for nothing: they count, and run nothing of it. Those
 * that ask for rounds, and the look at it that follows a {@link #BATCH}, link what the kernel needs
 * and show C2 the classes and the rounds of its loop.
 *
 * <p>Fast is what allocates next to nothing: a vector that C2 keeps in a register is no object, and
 * in any other code each operation makes one. Unlike a time, that does not depend on what else the
 * machine does. A kernel that is still slow when the others have long been fast does not keep them
 * waiting: they go first.
 */
final class WarmUp {
  /** The loops that answer the first call need C2 first, and would wait behind all the kernels. */
  private static final int HEAD_START_MILLIS = 60;

  /**
   * The calls of an operation in plain loops after which C2 has their innermost ones to compile.
   */
  private static final int LOOPS = 20;

  /** Calls between two looks at a kernel. */
  private static final int BATCH = 300;

  private static final int PAUSE_MILLIS = 2;

  /** The headers of a vector and of its array, without its floats. */
  private static final int VECTOR_HEADERS = 32;

  /** What the warm-up may take of a core, and how long it may last on a busy machine. */
  private static final long MOST_CPU_NANOS = 4_000_000_000L;

  private static final long MOST_NANOS = 60_000_000_000L;

  /** How long the fast ones wait for the next. */
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private static WarmUp ofThisJvm;

  private final CompletableFuture<Kernels> first = new CompletableFuture<>();
  private final CompletableFuture<Kernels> last = new CompletableFuture<>();

  private WarmUp() {}

  /** That of this JVM; a daemon sees to it from the first call on. */
  static synchronized WarmUp ofThisJvm() {
    if (ofThisJvm == null) {
      ofThisJvm = new WarmUp();
      Thread warmer = new Thread(ofThisJvm::complete, "pointwise-warm-up");
      warmer.setDaemon(true);
      warmer.setPriority(Thread.MIN_PRIORITY);
      warmer.start();
    }
    return ofThisJvm;
  }

  /** The kernels to begin with. */
  CompletableFuture<Kernels> first() {
    return first;
  }

  /** The kernels in the end: the same ones, unless more became fast. */
  CompletableFuture<Kernels> last() {
    return last;
  }

  private void complete() {
    try {
      warmLoops();
      Thread.sleep(HEAD_START_MILLIS);
      boolean many = Vectors.MANY_REGISTERS;
      Set<String> fast =
          run(KernelCalls.all(many), some -> first.complete(Kernels.fastest(many, some::contains)));
      Kernels kernels = Kernels.fastest(many, fast::contains);
      first.complete(kernels);
      boolean same = kernels.replaced().equals(first.join().replaced());
      last.complete(same ? first.join() : kernels);
    } catch (Throwable problem) {
      first.completeExceptionally(problem);
      last.completeExceptionally(problem);
    }
  }

  /**
   * Has C2 compile the plain loops while the first call still plans. Its own loops are long: C2
   * would compile them twice, first those that are running and then their methods.
   */
  private static void warmLoops() {
    Engine loops = Engines.loops(1);
    Tensor x = Tensor.zeros(Shape.of(10, 10, 8));
    Tensor filters = Tensor.zeros(Shape.of(3, 3, 8, 16));
    for (int i = 0; i < LOOPS; i++) {
      loops.conv2d(x, filters, null, Window.of(3, 3), 1);
    }
  }

  /**
   * Warms kernels.
   *
   * @param begin takes the names of those to begin with if others keep them waiting
   * @return the names of those that became fast
   */
  static Set<String> run(
      Map<String, List<KernelCalls.Calls>> kernels, Consumer<Set<String>> begin) {
    long start = System.nanoTime();
    long cpuStart = OwnThread.cpuNanos();
    long progress = start;
    boolean begun = false;
    Map<String, List<KernelCalls.Calls>> slow = new LinkedHashMap<>(kernels);
    Set<String> fast = new HashSet<>();
    while (!slow.isEmpty()
        && OwnThread.cpuNanos() - cpuStart < MOST_CPU_NANOS
        && System.nanoTime() - start < MOST_NANOS) {
      slow.values().forEach(kernel -> kernel.forEach(calls -> calls.count(BATCH)));
      slow.forEach(
          (name, kernel) -> {
            // Each of them, so that each gets its round.
            if (kernel.stream().filter(WarmUp::isFast).count() == kernel.size()) {
              fast.add(name);
            }
          });
      if (slow.keySet().removeAll(fast)) {
        progress = System.nanoTime();
      } else if (!begun && !fast.isEmpty() && System.nanoTime() - progress > PATIENCE_NANOS) {
        begun = true;
        begin.accept(Set.copyOf(fast));
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stop) {
        return fast;
      }
    }
    return fast;
  }

  /**
   * Whether a round allocates less than one vector: a kernel that C2 gives up on makes an object of
   * some or of every one, and the shortest has three.
   */
  static boolean isFast(KernelCalls.Calls kernel) {
    return allocatesLessThanVectors(kernel, KernelCalls.LOOK)
        && allocatesLessThanVectors(kernel, KernelCalls.MOST);
  }

  private static boolean allocatesLessThanVectors(KernelCalls.Calls kernel, int rounds) {
    long before = OwnThread.allocatedBytes();
    kernel.run(1, rounds);
    long vector = VECTOR_HEADERS + Float.BYTES * Vectors.LANES;
    return OwnThread.allocatedBytes() - before < rounds * vector;
  }
}
