package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.inception;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** GoogLeNet's nine modules, layer by layer, against the tables in src/test/resources/networks. */
class InceptionModulesTest {
  private static final Map<String, Op> MODULES =
      Map.of(
          "3a", inception(64, 96, 128, 16, 32, 32),
          "3b", inception(128, 128, 192, 32, 96, 64),
          "4a", inception(192, 96, 208, 16, 48, 64),
          "4b", inception(160, 112, 224, 24, 64, 64),
          "4c", inception(128, 128, 256, 24, 64, 64),
          "4d", inception(112, 144, 288, 32, 64, 64),
          "4e", inception(256, 160, 320, 32, 128, 128),
          "5a", inception(256, 160, 320, 32, 128, 128),
          "5b", inception(384, 192, 384, 48, 128, 128));

  private static final Map<String, Long> INSIDE =
      read("border_exact.csv")
          .filter(row -> row.getString("network").equals("googlenet_caffe"))
          .collect(
              Collectors.toMap(
                  row -> row.getString("name"),
                  row -> Long.parseLong(row.getString("macs_exact"))));

  private static final Map<String, Map<String, CostReport.Row>> COUNTED =
      Stream.of("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b")
          .collect(Collectors.toMap(module -> module, InceptionModulesTest::countedRows));

  /** Every row of a module in Caffe's description of the network. */
  static Stream<PublishedRow> publishedRows() {
    return layers().map(PublishedRow::of);
  }

  @ParameterizedTest
  @MethodSource("publishedRows")
  void everyLayerCostsWhatIsPublished(PublishedRow published) {
    CostReport.Row row = COUNTED.get(published.module()).get(published.layer());
    assertThat(row).as("row %s", published.layer()).isNotNull();
    assertThat(row.output()).isEqualTo(published.output());
    assertThat(row.parameters()).isEqualTo(published.parameters());
    assertThat(row.multiplications()).isEqualTo(published.multiplications());
    if (published.multiplications() > 0) {
      assertThat(row.multiplicationsInside()).isEqualTo(INSIDE.get(published.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3a, 28, 192, 128049152",
    "3b, 28, 256, 304267264",
    "4a, 14, 480, 73608192",
    "4b, 14, 512, 87908352",
    "4c, 14, 512, 99850240",
    "4d, 14, 512, 118515712",
    "4e, 14, 528, 169996288",
    "5a, 7, 832, 51079168",
    "5b, 7, 832, 70697984",
  })
  void everyModuleCostsWhatIsPublished(String module, int size, int channels, long expected) {
    assertThat(count(MODULES.get(module), Shape.of(size, size, channels)).multiplications())
        .isEqualTo(expected);
  }

  record PublishedRow(
      String name,
      String module,
      String layer,
      Shape output,
      long parameters,
      long multiplications) {

    static PublishedRow of(Row row) {
      String name = row.getString("name");
      String module = name.substring("inception_".length(), name.indexOf('/'));
      String layer = name.substring(name.indexOf('/') + 1);
      return new PublishedRow(
          name,
          module,
          layer.equals("output") ? "concat1" : layer,
          Shape.of(number(row, "out_h"), number(row, "out_w"), number(row, "out_c")),
          number(row, "params"),
          number(row, "macs"));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Map<String, CostReport.Row> countedRows(String module) {
    Row first = layers().filter(row -> row.getString("name").contains(module)).findFirst().get();
    Shape input = Shape.of(number(first, "in_h"), number(first, "in_w"), number(first, "in_c"));
    return count(MODULES.get(module), input).rows().stream()
        .collect(Collectors.toMap(CostReport.Row::name, Function.identity()));
  }

  private static Stream<Row> layers() {
    return read("googlenet_caffe.csv")
        .filter(row -> row.getString("name").startsWith("inception_"));
  }

  private static int number(Row row, String column) {
    return Integer.parseInt(row.getString(column));
  }

  private static Stream<Row> read(String file) {
    Table table =
        Table.read()
            .usingOptions(
                CsvReadOptions.builder(
                        InceptionModulesTest.class.getResourceAsStream("/networks/" + file))
                    .columnTypes(column -> ColumnType.STRING));
    return table.stream().map(row -> new Row(table, row.getRowNumber()));
  }
}
