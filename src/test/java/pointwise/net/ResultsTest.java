package pointwise.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/**
 * No computation can tell whether these figures are right; but their form and their sums can be.
 */
class ResultsTest {
  static List<Supplier<Table>> tables() {
    return List.of(
        Results::alexnet,
        Results::alexnetAblation,
        Results::vgg,
        Results::googlenet,
        Results::googlenetCrops,
        Results::inceptionV3,
        Results::inceptionV3Resolution,
        Results::networkInNetwork,
        Results::recipes);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRowSaysWhereItStandsAndWhereItWasRead(Supplier<Table> supplier) {
    Table table = supplier.get();
    assertThat(table.rowCount()).isGreaterThan(2);
    assertThat(table.columnNames().subList(table.columnCount() - 2, table.columnCount()))
        .containsExactly("where", "source");
    assertThat(table.stringColumn("where").asList())
        .allMatch(where -> where.matches("(section|Table).*\\d.*"));
    assertThat(table.stringColumn("source").asList()).isSubsetOf("paper", "transcription");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theTop1ErrorIsLargerThanTheTop5Error(Supplier<Table> supplier) {
    Table table = supplier.get();
    if (!table.columnNames().contains("top-1 error %")) {
      return;
    }
    table.forEach(
        row -> {
          if (!row.isMissing("top-1 error %") && !row.isMissing("top-5 error %")) {
            double top5 = row.getDouble("top-5 error %");
            assertThat(row.getDouble("top-1 error %")).isBetween(1.5 * top5, 4 * top5);
          }
        });
  }

  @Test
  void figuresArePrintedAsThePapersPrintThem() {
    assertThat(Results.inceptionV3().printAll()).contains(" 29.0 ", " 9.2 ", " 2.0 ");
    assertThat(Results.googlenetCrops().printAll()).contains(" 7.62 ", " 10.07 ");
  }

  @Test
  void everyEvaluationIsANetworkOnACrop() {
    Results.googlenetCrops()
        .forEach(
            row ->
                assertThat(row.getInt("networks") * row.getInt("crops"))
                    .isEqualTo(row.getInt("evaluations per image")));
  }

  @Test
  void theWinningErrorIsThatOfTheMostCrops() {
    Table places = Results.googlenet();
    Table crops = Results.googlenetCrops();
    assertThat(places.doubleColumn("top-5 error %").min())
        .isEqualTo(crops.doubleColumn("top-5 error %").min(), within(1e-9));
  }
}
