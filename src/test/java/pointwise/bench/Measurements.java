package pointwise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The benchmarks' CSV. */
record Measurements(List<Measurement> rows) {
  Measurements {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
  }

  /**
   * Reads a CSV.
   *
   * @throws IllegalArgumentException in one sentence, if there is none, or it is another
   */
  static Measurements read(Path csv) throws IOException {
    if (!Files.exists(csv)) {
      throw new IllegalArgumentException(
          "There is no %s yet: measure first, without -Dbench=report".formatted(csv));
    }
    List<String> lines = Files.readAllLines(csv);
    if (lines.isEmpty() || !lines.get(0).equals(Measurement.HEADER)) {
      throw new IllegalArgumentException(
          "%s must begin with the line %s".formatted(csv, Measurement.HEADER));
    }
    return new Measurements(lines.stream().skip(1).map(Measurement::parse).toList());
  }

  void write(Path csv) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Measurement.HEADER));
    rows.forEach(row -> lines.add(row.toString()));
    Files.write(csv, lines);
  }

  /** What was measured on each kind of processor, in the order of the file. */
  List<Measurements> kinds() {
    return distinct(Measurement::processor)
        .map(kind -> rows.stream().filter(row -> row.processor().equals(kind)).toList())
        .map(Measurements::new)
        .toList();
  }

  /** What all of it was measured on, if it is one of {@link #kinds()}. */
  String processor() {
    return rows.get(0).processor();
  }

  /**
   * These measurements put into earlier ones: they replace those of the same workloads on the same
   * kind of processor, and nothing else.
   */
  Measurements into(Measurements earlier) {
    Stream<Measurement> kept =
        earlier.rows.stream()
            .filter(
                old ->
                    rows.stream()
                        .noneMatch(
                            row ->
                                row.processor().equals(old.processor())
                                    && row.workload().equals(old.workload())));
    List<Measurement> all = new ArrayList<>(kept.toList());
    all.addAll(rows);
    List<String> kinds =
        Stream.concat(earlier.rows.stream(), rows.stream())
            .map(Measurement::processor)
            .distinct()
            .toList();
    List<String> workloads = Workload.ALL.stream().map(Workload::name).toList();
    all.sort(
        Comparator.comparingInt((Measurement row) -> kinds.indexOf(row.processor()))
            .thenComparingInt(row -> workloads.indexOf(row.workload())));
    return new Measurements(all);
  }

  /** The workloads' names, in the order of the file. */
  List<String> workloads() {
    return distinct(Measurement::workload).toList();
  }

  /** The engines, in the order of the file. */
  List<String> engines() {
    return distinct(Measurement::engine).toList();
  }

  /** The numbers of threads, ascending. */
  List<Integer> threads() {
    return distinct(Measurement::threads).sorted().toList();
  }

  private <T> Stream<T> distinct(Function<Measurement, T> value) {
    return rows.stream().map(value).distinct();
  }

  /** What was measured of one contestant, if anything was. */
  Optional<Measurement> find(String workload, String engine, int threads) {
    return rows.stream()
        .filter(row -> row.workload().equals(workload))
        .filter(row -> row.engine().equals(engine))
        .filter(row -> row.threads() == threads)
        .findFirst();
  }

  /** Billions of multiplications per second that so many threads can do at most. */
  double peak(int threads) {
    return rows.stream()
        .filter(row -> row.threads() == threads)
        .mapToDouble(Measurement::peakGmacs)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The rows from the steadiest to the least steady. */
  List<Measurement> bySpread() {
    return rows.stream().sorted(Comparator.comparingDouble(Measurement::spread)).toList();
  }
}
