package pointwise.net;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.net.Published.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.cost.CostReport;
import pointwise.op.Network;
import pointwise.tensor.Shape;

/** Every layer of every network against the tables in src/test/resources/networks. */
class PublishedNetworksTest {
  private static final Map<String, Map<String, CostReport.Row>> COUNTED = new ConcurrentHashMap<>();

  static Stream<Arguments> layers() {
    return Published.names().stream()
        .filter(name -> !name.equals("rethinking_table1_stem"))
        .flatMap(
            name ->
                Published.rows(name + ".csv").stream()
                    .map(row -> Arguments.of(name, row.get("name"), row)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("layers")
  void layer(String network, String layer, Map<String, String> published) {
    CostReport.Row row = counted(network).get(layer);
    assertThat(row).as("a row named %s", layer).isNotNull();
    assertThat(image(row.output()))
        .isEqualTo(
            List.of(
                number(published, "out_h"),
                number(published, "out_w"),
                number(published, "out_c")));
    assertThat(row.parameters()).isEqualTo(number(published, "params"));
    assertThat(row.multiplications()).isEqualTo(number(published, "macs"));
  }

  static Stream<Arguments> networksWithTables() {
    return Published.rows("totals.csv").stream().map(row -> Arguments.of(row.get("network"), row));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networksWithTables")
  void totals(String name, Map<String, String> published) {
    Network network = Published.network(name);
    CostReport report = CostReport.of(network.body(), network.input());
    assertThat(report.parameters()).isEqualTo(number(published, "parameters"));
    assertThat(report.multiplications()).isEqualTo(number(published, "multiplications"));
    assertThat(report.multiplicationsInside()).isEqualTo(number(published, "inside"));
  }

  /** What is not in a table must be free: only LeNet of 1998 has rows of its own, its squashing. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("networksWithTables")
  void hasNoOtherRowsThatCost(String name, Map<String, String> published) {
    List<String> layers =
        Published.rows(name + ".csv").stream().map(row -> row.get("name")).toList();
    assertThat(counted(name).values())
        .filteredOn(row -> !layers.contains(row.name()))
        .allSatisfy(row -> assertThat(row.parameters() + row.multiplications()).isZero())
        .hasSize(name.equals("lenet5_1998") ? 8 : 0);
  }

  static Stream<Arguments> borders() {
    return Published.rows("border_exact.csv").stream()
        .map(row -> Arguments.of(row.get("network"), row.get("name"), row));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("borders")
  void multiplicationsInside(String network, String layer, Map<String, String> published) {
    long inside =
        layer.equals("TOTAL")
            ? counted(network).values().stream()
                .mapToLong(CostReport.Row::multiplicationsInside)
                .sum()
            : counted(network).get(layer).multiplicationsInside();
    assertThat(inside).isEqualTo(number(published, "macs_exact"));
  }

  /** What stands for the drawing where there are only words. */
  @Test
  void tellsItselfInWords() {
    assertThat(Vgg.d())
        .hasToString(
            "VGG D: 224×224×3 → 1000, 16 layers with weights, 138,357,544 parameters,"
                + " 15,470,264,320 multiplications");
  }

  static Stream<Path> files() throws IOException {
    return Files.list(Path.of("src/main/java/pointwise/net")).sorted();
  }

  /** A network reads like the table of its paper, and is about as long. */
  @ParameterizedTest
  @MethodSource("files")
  void fitsOnAPage(Path file) throws IOException {
    assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(120);
  }

  private static Map<String, CostReport.Row> counted(String name) {
    return COUNTED.computeIfAbsent(
        name,
        key -> {
          Network network = Published.network(key);
          return CostReport.of(network.body(), network.input()).rows().stream()
              .collect(Collectors.toMap(CostReport.Row::name, Function.identity()));
        });
  }

  /** Features as an image of one pixel, as the tables write them. */
  private static List<Long> image(Shape shape) {
    return shape.isImage()
        ? List.of((long) shape.height(), (long) shape.width(), (long) shape.channels())
        : List.of(1L, 1L, (long) shape.channels());
  }
}
