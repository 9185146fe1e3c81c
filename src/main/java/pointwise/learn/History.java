package pointwise.learn;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * How a training went, epoch by epoch.
 *
 * @param trained how many items it learned from
 * @param tested how many were held back
 * @param epochs one an epoch, in their order
 */
public record History(int trained, int tested, List<Epoch> epochs) {
  /**
   * What came of one epoch.
   *
   * @param number 1 for the first
   * @param loss the mean loss of its steps
   * @param accuracy the share of its items that were right when they were learned from
   * @param testLoss the loss on the items held back, after it
   * @param testAccuracy the share of these that was right
   * @param rate the learning rate of its last step
   * @param seconds it took
   */
  public record Epoch(
      int number,
      double loss,
      double accuracy,
      double testLoss,
      double testAccuracy,
      double rate,
      double seconds) {}

  public History {
    epochs = List.copyOf(epochs);
  }

  /** The last epoch's share of the items held back that was right; NaN without an epoch. */
  public double accuracy() {
    return epochs.isEmpty() ? Double.NaN : epochs.get(epochs.size() - 1).testAccuracy();
  }

  /** The seconds of all epochs. */
  public double seconds() {
    return epochs.stream().mapToDouble(Epoch::seconds).sum();
  }

  /** One row an epoch. */
  public Table table() {
    return Table.create(
            String.format(Locale.ROOT, "%,d learned from, %,d held back", trained, tested))
        .addColumns(
            IntColumn.create("epoch", epochs.stream().mapToInt(Epoch::number).toArray()),
            column("loss", "0.0000", Epoch::loss),
            column("accuracy %", "0.00", epoch -> 100 * epoch.accuracy()),
            column("test loss", "0.0000", Epoch::testLoss),
            column("test accuracy %", "0.00", epoch -> 100 * epoch.testAccuracy()),
            column("learning rate", "0.######", Epoch::rate),
            column("seconds", "0.0", Epoch::seconds));
  }

  private DoubleColumn column(String name, String pattern, ToDoubleFunction<Epoch> value) {
    DoubleColumn column = DoubleColumn.create(name, epochs.stream().mapToDouble(value).toArray());
    column.setPrintFormatter(
        new NumberColumnFormatter(
            new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))));
    return column;
  }

  @Override
  public String toString() {
    return epochs.stream()
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    "epoch %d: loss %.4f, accuracy %.2f %%; held back: loss %.4f, accuracy %.2f %%",
                    e.number(),
                    e.loss(),
                    100 * e.accuracy(),
                    e.testLoss(),
                    100 * e.testAccuracy()))
        .collect(
            Collectors.joining(
                "\n",
                String.format(Locale.ROOT, "%,d learned from, %,d held back\n", trained, tested),
                ""));
  }
}
