package pointwise.bench;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is measured, and for how long.
 *
 * @param rounds at most that often each contestant is measured, each time in a JVM of its own
 * @param budget no round begins that would not end within it
 * @param millis how long a contestant is measured in a round
 */
record Settings(
    List<Workload> workloads,
    List<String> engines,
    List<Integer> threads,
    int rounds,
    Duration budget,
    long millis) {

  private static final Settings QUICK =
      new Settings(
          Workload.ALL.stream().filter(w -> w.kind() == Workload.Kind.QUICK).toList(),
          List.of("ort", "vector"),
          List.of(1, 2),
          3,
          Duration.ofMinutes(6),
          800);

  private static final Settings FULL =
      new Settings(
          Workload.ALL,
          List.of("ort", "vector", "direct", "loops", "pytorch", "naive"),
          List.of(1, 2),
          5,
          Duration.ofMinutes(38),
          1000);

  /** With more multiplications a call of the naive engine takes seconds or minutes. */
  private static final long MOST_NAIVE = 400_000_000;

  /** Reads the properties {@code bench} and {@code bench.*}; an empty one changes nothing. */
  static Settings of(Properties properties) {
    String name = properties.getProperty("bench", "quick");
    Settings preset =
        switch (name) {
          case "quick" -> QUICK;
          case "full" -> FULL;
          default ->
              throw new IllegalArgumentException(
                  "bench must be quick, full or report, but is '" + name + "'");
        };
    return new Settings(
        list(properties, "bench.workloads", Workload::named, preset.workloads),
        list(properties, "bench.engines", Function.identity(), preset.engines),
        list(properties, "bench.threads", Integer::valueOf, preset.threads),
        list(properties, "bench.rounds", Integer::valueOf, List.of(preset.rounds)).get(0),
        preset.budget,
        list(properties, "bench.millis", Long::valueOf, List.of(preset.millis)).get(0));
  }

  private static <T> List<T> list(
      Properties properties, String key, Function<String, T> value, List<T> preset) {
    List<T> values =
        Stream.of(properties.getProperty(key, "").split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(value)
            .toList();
    return values.isEmpty() ? preset : values;
  }

  /** Everybody who takes part in a round; those to be compared come one after another. */
  List<Contest> contests() {
    return workloads.stream().flatMap(this::contests).toList();
  }

  private Stream<Contest> contests(Workload workload) {
    return threads.stream()
        .flatMap(n -> engines(workload).map(engine -> new Contest(workload, engine, n)))
        .filter(contest -> !contest.engine().equals("naive") || suitsNaive(contest));
  }

  /** ONNX Runtime only runs what was trained: against it stands PyTorch. */
  private Stream<String> engines(Workload workload) {
    return workload.kind() == Workload.Kind.TRAINING
        ? engines.stream()
            .map(engine -> engine.equals("ort") ? workload.peer() : engine)
            .filter(List.of("vector", workload.peer())::contains)
            .distinct()
        : engines.stream();
  }

  /** The naive engine has one thread. */
  private static boolean suitsNaive(Contest contest) {
    return contest.threads() == 1 && contest.workload().multiplications() <= MOST_NAIVE;
  }
}
