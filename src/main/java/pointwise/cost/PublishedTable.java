package pointwise.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * What a paper prints about the layers of a network, row by row.
 *
 * <p>As comma-separated values it has the columns {@code name}, {@code parameters} and {@code
 * operations}, whose numbers carry their unit: {@code 159K}, {@code 34M}, {@code 1.19%}; an empty
 * cell is not published. Three more columns may follow: {@code layers}, which layers of the network
 * the row is about if not those of its name ({@code *} stands for any characters), {@code network},
 * the title of the only network the row is about, and {@code output}, a shape such as {@code
 * 28×28×576}.
 *
 * @param title where it is from
 * @param rows its rows
 */
public record PublishedTable(String title, List<Row> rows) {
  private static final List<String> REQUIRED = List.of("name", "parameters", "operations");

  /**
   * One row.
   *
   * @param name what the paper calls it
   * @param layers which layers it is about
   * @param network the only network it is about, or blank
   * @param parameters the printed number of parameters, or null
   * @param operations the printed number of operations, or null
   * @param output the printed shape of the output, or null
   */
  public record Row(
      String name,
      String layers,
      String network,
      PrintedNumber parameters,
      PrintedNumber operations,
      Shape output) {}

  public PublishedTable {
    rows = List.copyOf(rows);
  }

  /** GoogLeNet's layers (Szegedy et al. 2014, Table 1). */
  public static PublishedTable googlenetTable1() {
    return shipped("GoogLeNet, Table 1", "googlenet_table1");
  }

  /** MobileNet's resources by kind of layer (Howard et al. 2017, Table 2). */
  public static PublishedTable mobilenetTable2() {
    return shipped("MobileNet, Table 2", "mobilenet_table2");
  }

  /** MobileNet against its full-convolution counterpart (Howard et al. 2017, Table 4). */
  public static PublishedTable mobilenetTable4() {
    return shipped("MobileNet, Table 4", "mobilenet_table4");
  }

  /** The parameters of VGG's columns (Simonyan and Zisserman 2014, Table 2). */
  public static PublishedTable vggTable2() {
    return shipped("VGG, Table 2", "vgg_table2");
  }

  /**
   * Where BN-Inception's Figure 5 and text differ from its own filters (Ioffe and Szegedy 2015);
   * its operations are those of Szegedy et al. 2015, Table 3.
   */
  public static PublishedTable bnInceptionFigure5() {
    return shipped("BN-Inception, Figure 5", "bn_inception_figure5");
  }

  /**
   * Reads a table from comma-separated values with a header.
   *
   * @throws IllegalArgumentException if it is empty, a column is missing or a cell is no number
   */
  public static PublishedTable parse(String title, String csv) {
    Table table = read(title, csv);
    for (String column : REQUIRED) {
      if (!table.columnNames().contains(column)) {
        throw new IllegalArgumentException(
            "%s: the column '%s' is missing; there are %s"
                .formatted(title, column, String.join(", ", table.columnNames())));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < table.rowCount(); i++) {
      String name = cell(table, i, "name");
      String layers = cell(table, i, "layers");
      rows.add(
          new Row(
              name,
              layers.isEmpty() ? name : layers,
              cell(table, i, "network"),
              figure(title, table, i, "parameters"),
              figure(title, table, i, "operations"),
              shape(title, name, cell(table, i, "output"))));
    }
    return new PublishedTable(title, rows);
  }

  private static Table read(String title, String csv) {
    if (Require.given(csv, "comma-separated values").lines().filter(line -> !line.isBlank()).count()
        < 2) {
      throw new IllegalArgumentException(title + ": the table is empty");
    }
    try {
      return Table.read()
          .usingOptions(
              CsvReadOptions.builder(new StringReader(csv))
                  .missingValueIndicator("")
                  .columnTypes(column -> ColumnType.STRING));
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException(title + ": " + wrongWith(csv, malformed), malformed);
    }
  }

  private static String wrongWith(String csv, RuntimeException malformed) {
    List<String> header = List.of(csv.lines().findFirst().orElseThrow().split(",", -1));
    if (csv.chars().filter(c -> c == '"').count() % 2 != 0) {
      return "there is a quotation mark that is not closed";
    }
    if (Set.copyOf(header).size() < header.size()) {
      return "two columns have the same name: " + String.join(", ", header);
    }
    return csv.lines()
        .filter(line -> !line.contains("\"") && line.split(",", -1).length != header.size())
        .findFirst()
        .map(
            line ->
                String.format(
                    Locale.ROOT,
                    "the row '%s' has %d cells, but there are %d columns",
                    line,
                    line.split(",", -1).length,
                    header.size()))
        .orElse(malformed.getMessage());
  }

  private static PrintedNumber figure(String title, Table table, int row, String column) {
    String text = cell(table, row, column);
    try {
      return text.isEmpty() ? null : PrintedNumber.of(text);
    } catch (IllegalArgumentException noNumber) {
      throw new IllegalArgumentException(
          "%s: the %s of '%s': %s"
              .formatted(title, column, cell(table, row, "name"), noNumber.getMessage()),
          noNumber);
    }
  }

  private static Shape shape(String title, String name, String text) {
    if (!text.isEmpty() && !text.matches("\\d+(×\\d+)+")) {
      throw new IllegalArgumentException(
          "%s: the output of '%s': '%s' is no shape such as 28×28×576"
              .formatted(title, name, text));
    }
    return text.isEmpty() ? null : sizes(title, name, text);
  }

  private static Shape sizes(String title, String name, String text) {
    try {
      return Shape.of(Stream.of(text.split("×")).mapToInt(Integer::parseInt).toArray());
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException(
          "%s: the output of '%s': '%s' has a size of more than 2^31 - 1"
              .formatted(title, name, text),
          tooLarge);
    } catch (IllegalArgumentException noShape) {
      throw new IllegalArgumentException(
          "%s: the output of '%s': %s".formatted(title, name, noShape.getMessage()), noShape);
    }
  }

  private static String cell(Table table, int row, String column) {
    return table.columnNames().contains(column) ? table.getString(row, column).strip() : "";
  }

  private static PublishedTable shipped(String title, String file) {
    try (InputStream csv = PublishedTable.class.getResourceAsStream(file + ".csv")) {
      return parse(title, new String(csv.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
