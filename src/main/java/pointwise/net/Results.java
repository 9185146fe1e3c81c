package pointwise.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * What the papers measured: errors, ablations and training recipes as tables.
 *
 * <p>The last two columns of each table say where in the paper a row stands and where it was read:
 * {@code paper}, or {@code transcription} if only a copy of the paper's text or tables was at hand.
 * Nothing here is computed, and nothing computed depends on it.
 */
public final class Results {
  private Results() {}

  /** AlexNet's errors (Krizhevsky et al. 2012, Tables 1 and 2, section 6). */
  public static Table alexnet() {
    return read("AlexNet: errors", "alexnet_results");
  }

  /** By how many points each of AlexNet's novelties lowers the error (sections 3.2 to 4.1, 7). */
  public static Table alexnetAblation() {
    return read("AlexNet: points of error saved", "alexnet_ablation");
  }

  /** VGG's configurations A to E (Simonyan and Zisserman 2014, Tables 3 to 6). */
  public static Table vgg() {
    return read("VGG: errors on the validation set of ILSVRC-2012", "vgg_results");
  }

  /** ImageNet's challenge in classification, 2012 to 2014 (Szegedy et al. 2014, Table 2). */
  public static Table googlenet() {
    return read("ILSVRC classification", "googlenet_results");
  }

  /** What GoogLeNet gains by more crops and more networks (Szegedy et al. 2014, Table 3). */
  public static Table googlenetCrops() {
    return read("GoogLeNet: crops and networks", "googlenet_crops");
  }

  /** What each change from GoogLeNet to Inception V3 brought (Szegedy et al. 2015, Table 3). */
  public static Table inceptionV3() {
    return read("Single crop, each row with all above", "inception_v3_results");
  }

  /** Accuracy by size of the image at the same cost (Szegedy et al. 2015, section 9, Table 2). */
  public static Table inceptionV3Resolution() {
    return read("Size of the image, at the same cost", "inception_v3_resolution");
  }

  /** Network in Network's errors (Lin et al. 2013, Tables 1 to 5). */
  public static Table networkInNetwork() {
    return read("Network in Network: errors", "nin_results");
  }

  /** How AlexNet, VGG, GoogLeNet and Inception V3 were trained. */
  public static Table recipes() {
    return read("Training recipes", "recipes");
  }

  /** A paper's column has the same number of decimals everywhere: 7.0 is not 7. */
  private static NumberColumnFormatter asPrecise(DoubleColumn column) {
    int decimals =
        column.asList().stream()
            .filter(Objects::nonNull)
            .mapToInt(number -> Math.max(0, new BigDecimal(number.toString()).scale()))
            .max()
            .orElse(0);
    return new NumberColumnFormatter(
        new DecimalFormat(
            "0." + "0".repeat(decimals), DecimalFormatSymbols.getInstance(Locale.ROOT)));
  }

  private static Table read(String title, String file) {
    try (InputStream csv = Results.class.getResourceAsStream("/pointwise/net/" + file + ".csv")) {
      Table table = Table.read().usingOptions(CsvReadOptions.builder(csv).tableName(title));
      for (Column<?> column : table.columnsOfType(ColumnType.DOUBLE)) {
        DoubleColumn numbers = (DoubleColumn) column;
        numbers.setPrintFormatter(asPrecise(numbers));
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("The table %s cannot be read".formatted(title), e);
    }
  }
}
