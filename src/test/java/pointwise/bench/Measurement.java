package pointwise.bench;

import java.util.Locale;

/**
 * What was measured of one contestant: a line of the benchmarks' CSV.
 *
 * @param workload the name of a {@link Workload}
 * @param engine who computed it
 * @param threads on how many threads
 * @param jdk Java's feature release
 * @param medianMillis the median of the rounds
 * @param gmacs billions of multiplications per second, at the median
 * @param shareOfPeak of what that many threads can multiply at most
 * @param ratioToPeer time over the peer's, ONNX Runtime's or in training PyTorch's: the median of
 *     the rounds' ratios; NaN without
 * @param fastestMillis the fastest round
 * @param slowestMillis the slowest round
 * @param rounds how many rounds there were
 * @param peakGmacs what that many threads can multiply at most
 * @param processor what the machine calls its processor
 */
record Measurement(
    String workload,
    String engine,
    int threads,
    int jdk,
    double medianMillis,
    double gmacs,
    double shareOfPeak,
    double ratioToPeer,
    double fastestMillis,
    double slowestMillis,
    int rounds,
    double peakGmacs,
    String processor) {

  static final String HEADER =
      "workload,engine,threads,jdk,median_ms,gmacs,share_of_peak,ratio_to_peer,"
          + "fastest_round_ms,slowest_round_ms,rounds,peak_gmacs,processor";

  private static final int COLUMNS = HEADER.split(",").length;

  Measurement {
    processor = processor.replace(',', ' ');
  }

  static Measurement parse(String line) {
    String[] cells = line.split(",");
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A measurement has %d columns, but here are %d: %s",
              COLUMNS,
              cells.length,
              line));
    }
    return new Measurement(
        cells[0],
        cells[1],
        Integer.parseInt(cells[2]),
        Integer.parseInt(cells[3]),
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]),
        Double.parseDouble(cells[6]),
        Double.parseDouble(cells[7]),
        Double.parseDouble(cells[8]),
        Double.parseDouble(cells[9]),
        Integer.parseInt(cells[10]),
        Double.parseDouble(cells[11]),
        cells[12]);
  }

  /** The slowest round over the fastest. */
  double spread() {
    return slowestMillis / fastestMillis;
  }

  /** The line of the CSV. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%.4f,%.2f,%.3f,%.3f,%.4f,%.4f,%d,%.2f,%s",
        workload,
        engine,
        threads,
        jdk,
        medianMillis,
        gmacs,
        shareOfPeak,
        ratioToPeer,
        fastestMillis,
        slowestMillis,
        rounds,
        peakGmacs,
        processor);
  }
}
