package pointwise.timing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What other threads of this process compute while something is timed: a cell's endless loop, say,
 * which goes on after the cell was interrupted.
 */
final class OtherThreads {
  /** Less of a processor than that is what every JVM does on the side. */
  private static final double NOTICED = 0.2;

  private static final String ENGINES_OWN = "pointwise-worker";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> before = processorNanos();
  private final long start = System.nanoTime();

  /** Which thread was busiest since, and how much; empty if none was. */
  String busiest() {
    double elapsed = System.nanoTime() - start;
    String busiest = "";
    double most = NOTICED;
    for (Map.Entry<Long, Long> entry : processorNanos().entrySet()) {
      ThreadInfo thread = threads.getThreadInfo(entry.getKey());
      double share = (entry.getValue() - before.getOrDefault(entry.getKey(), 0L)) / elapsed;
      boolean own =
          entry.getKey() == Thread.currentThread().getId()
              || thread == null
              || thread.getThreadName().startsWith(ENGINES_OWN);
      if (!own && share > most) {
        most = share;
        busiest =
            String.format(
                Locale.ROOT,
                "the thread %s of this process took %.0f %% of a processor meanwhile, so the times are too long: restart the kernel",
                thread.getThreadName(),
                100 * share);
      }
    }
    return busiest;
  }

  private Map<Long, Long> processorNanos() {
    Map<Long, Long> nanos = new HashMap<>();
    if (threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()) {
      for (long id : threads.getAllThreadIds()) {
        nanos.put(id, Math.max(0, threads.getThreadCpuTime(id)));
      }
    }
    return nanos;
  }
}
