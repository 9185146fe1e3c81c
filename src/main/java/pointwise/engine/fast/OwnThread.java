package pointwise.engine.fast;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the thread that asks has used so far. Loading this takes a while: only the warm-up does. */
final class OwnThread {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private OwnThread() {}

  static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) THREADS).getCurrentThreadAllocatedBytes();
  }

  /** Its processor time, or the clock's where the JVM does not know it. */
  static long cpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
