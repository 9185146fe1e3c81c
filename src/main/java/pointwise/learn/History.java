package pointwise.learn;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pointwise.cost.Columns;
import pointwise.cost.Report;
import tech.tablesaw.api.Table;

/**
 * How a training went, epoch by epoch.
 *
 * @param trained how many items it learned from
 * @param tested how many were held back
 * @param epochs one per epoch, in their order
 */
public record History(int trained, int tested, List<Epoch> epochs) implements Report {
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

  /** One row per epoch. */
  @Override
  public Table table() {
    return Table.create(
            String.format(Locale.ROOT, "%,d learned from, %,d held back", trained, tested))
        .addColumns(
            Columns.count("epoch", epochs, Epoch::number),
            Columns.numbers("loss", "0.0000", epochs, Epoch::loss),
            Columns.numbers("accuracy %", "0.00", epochs, epoch -> 100 * epoch.accuracy()),
            Columns.numbers("test loss", "0.0000", epochs, Epoch::testLoss),
            Columns.numbers("test accuracy %", "0.00", epochs, epoch -> 100 * epoch.testAccuracy()),
            Columns.numbers("learning rate", "0.######", epochs, Epoch::rate),
            Columns.numbers("seconds", "0.0", epochs, Epoch::seconds));
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
