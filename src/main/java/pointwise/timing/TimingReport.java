package pointwise.timing;

import static pointwise.cost.Columns.count;
import static pointwise.cost.Columns.numbers;
import static pointwise.cost.Columns.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pointwise.cost.Report;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import tech.tablesaw.api.Table;

/**
 * How long several designs took on the same input; ratios are to the first.
 *
 * @param input the shape they ran on
 * @param peakGmacs billions of multiplications per second that this machine reaches in a loop that
 *     does nothing else, on as many threads; NaN if that cannot be measured
 * @param rows one per design
 * @param busy what else this process computed meanwhile, which makes the times too long; empty if
 *     nothing
 */
public record TimingReport(Shape input, double peakGmacs, List<Timing> rows, String busy)
    implements Report {
  public TimingReport {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("A timing report needs at least one design");
    }
  }

  /** A report of times during which nothing else ran. */
  public TimingReport(Shape input, double peakGmacs, List<Timing> rows) {
    this(input, peakGmacs, rows, "");
  }

  /** The last design's median time as a share of the first one's. */
  public double ratio() {
    return ratio(rows.get(rows.size() - 1));
  }

  /** A design's median time as a share of the first one's. */
  public double ratio(Timing timing) {
    return Require.given(timing, "a timing").medianMillis() / rows.get(0).medianMillis();
  }

  /**
   * The rate of a design as a share of the machine's peak. More than 1 means that it did not
   * multiply as often as papers count: Winograd's convolution.
   */
  public double shareOfPeak(Timing timing) {
    return Require.given(timing, "a timing").gmacs() / peakGmacs;
  }

  /**
   * What the clock says of each design after the first and what its count had said, a sentence
   * each. Two designs whose quartiles overlap are not called different.
   */
  public String inWords() {
    return rows.stream()
        .skip(1)
        .map(row -> inWords(row, rows.get(0)))
        .collect(Collectors.joining("\n"));
  }

  /**
   * What the clock says of one design against another.
   *
   * @throws IllegalArgumentException if no design of this report has one of the names
   */
  public String inWords(String name, String against) {
    return inWords(named(name), named(against));
  }

  private Timing named(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No design is called %s; there are %s"
                        .formatted(name, rows.stream().map(Timing::name).toList())));
  }

  private static String inWords(Timing timing, Timing other) {
    String clock =
        timing.overlaps(other)
            ? String.format(
                Locale.ROOT,
                "%s and %s cannot be told apart here (%.3f to %.3f ms and %.3f to %.3f ms)",
                timing.name(),
                other.name(),
                timing.lowerQuartileMillis(),
                timing.upperQuartileMillis(),
                other.lowerQuartileMillis(),
                other.upperQuartileMillis())
            : String.format(
                Locale.ROOT,
                "%s is %s than %s: it takes %s times as long",
                timing.name(),
                timing.medianMillis() < other.medianMillis() ? "faster" : "slower",
                other.name(),
                times(timing.medianMillis() / other.medianMillis()));
    return clock
        + "; the count says %s."
            .formatted(times((double) timing.multiplications() / other.multiplications()));
  }

  /** Two decimals would make the same of 0.005 and 0.01. */
  private static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.4f" : "%.2f", ratio);
  }

  /** One row per design as a Tablesaw table. */
  @Override
  public Table table() {
    return Table.create("On " + input + (busy.isEmpty() ? "" : "; " + busy))
        .addColumns(
            text("design", rows, Timing::name),
            count("multiplications", rows, Timing::multiplications),
            numbers("median ms", "0.000", rows, Timing::medianMillis),
            numbers("lower quartile", "0.000", rows, Timing::lowerQuartileMillis),
            numbers("upper quartile", "0.000", rows, Timing::upperQuartileMillis),
            numbers("GMAC/s", "0.0", rows, Timing::gmacs),
            numbers("of peak", "0 %", rows, this::shareOfPeak),
            numbers("ratio", "0.0000", rows, this::ratio));
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
