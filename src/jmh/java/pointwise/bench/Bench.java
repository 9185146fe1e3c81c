package pointwise.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.bench.Workloads.Workload;
import pointwise.cost.CostReport;
import pointwise.engine.Engines;
import pointwise.engine.NaiveEngine;
import pointwise.model.Model;
import pointwise.tensor.Tensor;

/**
 * Measures the engines and their peers in turn, in one JVM, and writes a table.
 *
 * <p>JMH gives each contestant a time of its own; on a machine that others use too, one of them then
 * has the bad minute. Here every round measures each contestant once, and what counts are ratios of
 * the rounds' medians. With one thread the clock is the processor time of that thread, which the
 * machine's other users do not lengthen.
 */
public final class Bench {
  private static final double SAMPLE_MILLIS = 5;
  private static final int REST_MILLIS = 30;
  private static final int FEWEST_ROUNDS = 5;
  private static final int MOST_ROUNDS = 201;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Bench() {}

  /** Arguments: {@code quick} or {@code full}, and the file to write. */
  public static void main(String[] arguments) throws Exception {
    boolean full = arguments[0].equals("full");
    List<String> lines = new ArrayList<>();
    lines.add("workload,engine,threads,jdk,median_ms,gmacs,share_of_peak,ratio_to_ort");
    for (int threads : new int[] {1, 2}) {
      for (Workload workload : Workloads.ALL) {
        if (full || workload.quick()) {
          measure(workload, threads, full ? 2000 : 800, lines);
        }
      }
    }
    Files.write(Path.of(arguments[1]), lines);
    System.exit(0); // The peers' native threads would keep the JVM alive.
  }

  private static void measure(Workload workload, int threads, double millis, List<String> lines)
      throws Exception {
    Map<String, Contestant> contestants = contestants(workload, threads);
    int count = contestants.size();
    Contestant[] runs = contestants.values().toArray(Contestant[]::new);
    double[] once = new double[count];
    for (int i = 0; i < count; i++) {
      once[i] = warmUp(runs[i], millis / 2, threads);
    }
    double round = Arrays.stream(once).map(ms -> Math.max(ms, SAMPLE_MILLIS)).sum();
    int rounds = (int) Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, millis * count / round));
    double[][] samples = new double[count][rounds];
    for (int r = 0; r < rounds; r++) {
      for (int i = 0; i < count; i++) {
        samples[i][r] = sample(runs[i], (int) Math.max(1, SAMPLE_MILLIS / once[i]), threads);
      }
    }
    long macs = CostReport.of(workload.op(), workload.input()).multiplications();
    double peak = Engines.vector(threads).peakGmacs();
    int reference = new ArrayList<>(contestants.keySet()).indexOf("ort");
    int i = 0;
    for (String engine : contestants.keySet()) {
      double median = median(samples[i++]);
      double gmacs = macs / median / 1e6;
      double ratio = reference < 0 ? Double.NaN : median / median(samples[reference]);
      String line =
          String.format(
              Locale.ROOT,
              "%s,%s,%d,%d,%.4f,%.2f,%.3f,%.3f",
              workload.name(),
              engine,
              threads,
              Runtime.version().feature(),
              median,
              gmacs,
              gmacs / peak,
              ratio);
      System.out.println(line);
      lines.add(line);
    }
    for (Contestant contestant : contestants.values()) {
      contestant.close();
    }
  }

  /** The peers that this machine has no native library for are left out, and say so. */
  private static Map<String, Contestant> contestants(Workload workload, int threads) {
    Model model = Model.of(workload.op(), workload.input(), 1);
    Tensor x = Tensor.random(workload.input(), 2);
    Map<String, Contestant> contestants = new LinkedHashMap<>();
    try {
      contestants.put("ort", new OnnxRuntime(model, x, threads));
    } catch (Exception | LinkageError problem) {
      System.out.println("without ONNX Runtime: " + problem);
    }
    try {
      contestants.put("pytorch", new PyTorch(model, x, threads));
    } catch (RuntimeException | LinkageError problem) {
      System.out.println("without PyTorch: " + problem);
    }
    // A model keeps the plan of one engine: each engine has a model of its own.
    contestants.put("vector", Contestant.of(model, x, Engines.vector(threads)));
    Model second = Model.of(workload.op(), workload.input(), 1);
    contestants.put("loops", Contestant.of(second, x, Engines.loops(threads)));
    if (threads == 1 && workload.name().equals("W1")) {
      contestants.put("naive", Contestant.of(model, x, new NaiveEngine()));
    }
    return contestants;
  }

  private static double warmUp(Contestant contestant, double millis, int threads) throws Exception {
    long start = System.nanoTime();
    int calls = 0;
    while (calls < 2 || System.nanoTime() - start < millis * 1e6) {
      contestant.run();
      calls++;
    }
    return sample(contestant, (int) Math.max(1, SAMPLE_MILLIS * calls / millis), threads);
  }

  private static double sample(Contestant contestant, int calls, int threads) throws Exception {
    if (threads > 1) {
      // The contestant before spins on for a while, waiting for more: that is not this one's time.
      Thread.sleep(REST_MILLIS);
      contestant.run();
    }
    long start = clock(threads);
    for (int i = 0; i < calls; i++) {
      contestant.run();
    }
    return (clock(threads) - start) / 1e6 / calls;
  }

  private static long clock(int threads) {
    return threads == 1 ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static double median(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
