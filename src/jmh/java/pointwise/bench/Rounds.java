package pointwise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pointwise.engine.fast.kernel.Vectors;
import tech.tablesaw.api.DoubleColumn;

/** What all rounds gave, and what is made of it. */
final class Rounds {
  private final Map<Contest, List<Double>> millis = new LinkedHashMap<>();
  private final Map<Integer, List<Double>> peaks = new LinkedHashMap<>();

  void add(Contest contest, double value) {
    millis.computeIfAbsent(contest, key -> new ArrayList<>()).add(value);
  }

  void addPeak(int threads, double gmacs) {
    peaks.computeIfAbsent(threads, key -> new ArrayList<>()).add(gmacs);
  }

  Measurements measurements() {
    String processor = processor();
    return new Measurements(
        millis.keySet().stream().map(contest -> measurement(contest, processor)).toList());
  }

  private Measurement measurement(Contest contest, String processor) {
    DoubleColumn rounds = column(millis.get(contest));
    double median = rounds.median();
    double gmacs = contest.workload().multiplications() / median / 1e6;
    double peak = column(peaks.get(contest.threads())).median();
    return new Measurement(
        contest.workload().name(),
        contest.engine(),
        contest.threads(),
        Runtime.version().feature(),
        median,
        gmacs,
        gmacs / peak,
        ratioToPeer(contest),
        rounds.min(),
        rounds.max(),
        rounds.size(),
        peak,
        processor);
  }

  /**
   * The median of the rounds' ratios: within a round the two were measured seconds apart, so a
   * machine that is slower for minutes is slower for both.
   */
  private double ratioToPeer(Contest contest) {
    List<Double> own = millis.get(contest);
    Workload workload = contest.workload();
    List<Double> peer = millis.get(new Contest(workload, workload.peer(), contest.threads()));
    if (peer == null) {
      return Double.NaN;
    }
    return column(IntStream.range(0, own.size()).mapToObj(i -> own.get(i) / peer.get(i)).toList())
        .median();
  }

  private static DoubleColumn column(List<Double> values) {
    return DoubleColumn.create("rounds", values);
  }

  /** What the machine calls its processor, as far as Java can learn it, and its vectors. */
  private static String processor() {
    String name = System.getProperty("os.arch");
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      name =
          lines
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .orElse(name);
    } catch (IOException notLinux) {
      String windows = System.getenv("PROCESSOR_IDENTIFIER");
      name = windows == null ? name : windows;
    }
    return String.format(
        Locale.ROOT,
        "%s with %d processors and vectors of %d bits",
        name,
        Runtime.getRuntime().availableProcessors(),
        Vectors.SPECIES.vectorBitSize());
  }
}
