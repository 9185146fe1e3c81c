package pointwise.model;

import static pointwise.cost.Columns.count;
import static pointwise.cost.Columns.numbers;
import static pointwise.cost.Columns.text;

import java.util.List;
import pointwise.cost.Report;
import pointwise.tensor.Shape;
import tech.tablesaw.api.Table;

/**
 * How long several designs took on the same input; ratios are to the first.
 *
 * @param input the shape they ran on
 * @param peakGmacs billions of multiplications in a second that this machine reaches in a loop that
 *     does nothing else, on as many threads; NaN if that cannot be measured
 * @param rows one a design
 */
public record TimingReport(Shape input, double peakGmacs, List<Timing> rows) implements Report {
  public TimingReport {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("A timing report needs at least one design");
    }
  }

  /** The last design's median time as a share of the first one's. */
  public double ratio() {
    return ratio(rows.get(rows.size() - 1));
  }

  /** A design's median time as a share of the first one's. */
  public double ratio(Timing timing) {
    return timing.medianMillis() / rows.get(0).medianMillis();
  }

  /**
   * The rate of a design as a share of the machine's peak. More than 1 means that it did not
   * multiply as often as papers count: Winograd's convolution.
   */
  public double shareOfPeak(Timing timing) {
    return timing.gmacs() / peakGmacs;
  }

  /** One row a design as a Tablesaw table. */
  @Override
  public Table table() {
    return Table.create("On " + input)
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
