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

  static Measurements read(Path csv) throws IOException {
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

  /** Billions of multiplications in a second that so many threads can do at most. */
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
