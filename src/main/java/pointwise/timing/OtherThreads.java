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
  /** Less than that, beside the thread that times, is what every JVM does on the side. */
  private static final double NOTICED = 0.2;

  private static final String ENGINES_OWN = "pointwise-";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> before = processorNanos();

  /**
   * Which thread was busiest since, and how busy beside the calling one, however much of the
   * machine others take from both; empty if none was.
   */
  String busiest() {
    return busy().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            busiest ->
                String.format(
                    Locale.ROOT,
                    "the thread %s of this process computed meanwhile, %.0f %% as much as this one, so the times are too long: restart the kernel",
                    busiest.getKey(),
                    100 * busiest.getValue()))
        .orElse("");
  }

  /** The threads that computed since, by name, and how much beside the calling one. */
  Map<String, Double> busy() {
    Map<Long, Long> spent = processorNanos();
    spent.replaceAll((id, nanos) -> nanos - before.getOrDefault(id, 0L));
    double own = spent.getOrDefault(Thread.currentThread().getId(), Long.MAX_VALUE);
    Map<String, Double> busy = new HashMap<>();
    for (Map.Entry<Long, Long> entry : spent.entrySet()) {
      ThreadInfo thread = threads.getThreadInfo(entry.getKey());
      double share = entry.getValue() / own;
      if (share > NOTICED && !isOwn(entry.getKey(), thread)) {
        busy.merge(thread.getThreadName(), share, Double::max);
      }
    }
    return busy;
  }

  private static boolean isOwn(long id, ThreadInfo thread) {
    return id == Thread.currentThread().getId()
        || thread == null
        || thread.getThreadName().startsWith(ENGINES_OWN);
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
