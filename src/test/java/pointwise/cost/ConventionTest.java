package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.conventions;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.transposedConv;
import static pointwise.net.Published.number;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.net.InceptionV3;
import pointwise.net.MobileNet;
import pointwise.net.Published;
import pointwise.op.TransposedConv2d;
import pointwise.tensor.Shape;

class ConventionTest {
  private static final Map<Convention, String> COLUMNS = new EnumMap<>(Convention.class);

  static {
    COLUMNS.put(Convention.PAPERS, "macs(torchvision _ops, papers)");
    COLUMNS.put(Convention.FLOPS, "2*macs (FLOPs)");
    COLUMNS.put(Convention.PTFLOPS_ATEN, "macs+bias (ptflops aten)");
    COLUMNS.put(Convention.FVCORE, "fvcore default eval");
    COLUMNS.put(Convention.PTFLOPS_PYTORCH, "ptflops pytorch backend");
    COLUMNS.put(Convention.THOP, "thop current hooks");
    COLUMNS.put(Convention.THOP_2019, "thop Sep-2019 (README table)");
    COLUMNS.put(Convention.PTFLOPS_README, "ptflops pytorch README (ReLU+pool modules twice)");
    COLUMNS.put(Convention.TORCHINFO, "torchinfo mult-adds");
    COLUMNS.put(Convention.CALFLOPS, "calflops FLOPs");
    COLUMNS.put(Convention.TENSORFLOW, "TF profiler float_operation");
    COLUMNS.put(Convention.CONVNET_BURDEN, "convnet-burden");
  }

  static Stream<Arguments> cells() {
    return Published.rows("tool_counts.csv").stream()
        .flatMap(
            row ->
                COLUMNS.entrySet().stream()
                    .map(
                        column ->
                            Arguments.of(
                                row.get("network"),
                                column.getKey(),
                                number(row, column.getValue()))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void countsAsTheToolDoes(String network, Convention convention, long expected) {
    assertThat(count(Published.network(network)).under(convention).total()).isEqualTo(expected);
  }

  @Test
  void explainsEachDifferenceInWords() {
    ConventionReport report = conventions(MobileNet.v1());
    assertThat(report.under(Convention.THOP).explanation())
        .isEqualTo(
            "thop counts 568,740,352, 1 per multiplication, and adds 20,170,752 for batch"
                + " normalisation, 4 per element, and 51,200 for global average pooling, 1 per"
                + " element of the input and 1 per element");
    assertThat(report.under(Convention.PAPERS).explanation())
        .isEqualTo("the papers' rule counts 568,740,352, 1 per multiplication, and nothing else");
    assertThat(report.toString()).hasLineCount(Convention.values().length);
    assertThat(report.table().rowCount()).isEqualTo(Convention.values().length);
  }

  @Test
  void rowsAddUpToTheTotal() {
    Tally tally = count(MobileNet.v1()).under(Convention.TENSORFLOW);
    assertThat(tally.rows().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(tally.total());
    assertThat(tally.rows().get("prob")).isEqualTo(5 * 1000);
  }

  /** keras.applications: MobileNet 4,253,864, of which 21,888 are moving means and variances. */
  @Test
  void kerasCountsWhatIsStored() {
    assertThat(count(MobileNet.v1()).under(Convention.KERAS).total()).isEqualTo(4_253_864);
    assertThat(count(MobileNet.v1()).stored()).isEqualTo(2 * 10_944);
  }

  /** The values of ptflops' README are those of 299×299, though it says 224×224. */
  @Test
  void inceptionV3On224() {
    assertThat(count(InceptionV3.v3().on(Shape.of(224, 224, 3))).multiplications())
        .isEqualTo(2_837_921_120L);
  }

  /** Keras has no gamma in its Inception V3 and prints 23,851,784. */
  @Test
  void kerasCountsInceptionV3WithoutGamma() {
    CostReport report = count(InceptionV3.v3());
    assertThat(report.under(Convention.KERAS).total() - report.scales() / 2).isEqualTo(23_851_784);
  }

  static Stream<Arguments> transposedCounts() {
    return Published.rows("transposed_counts.csv").stream()
        .flatMap(
            row ->
                Stream.of(Convention.values())
                    .filter(convention -> !row.getOrDefault(convention.title(), "").isEmpty())
                    .map(convention -> Arguments.of(convention, row)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("transposedCounts")
  void transposedConvolutionsAsTheToolCountsThem(Convention convention, Map<String, String> row) {
    int padding = (int) number(row, "padding");
    TransposedConv2d op =
        transposedConv((int) number(row, "filters"), (int) number(row, "kernel"))
            .stride((int) number(row, "stride"))
            .pad(padding);
    op = row.get("bias").equals("yes") ? op : op.noBias();
    op = row.get("same").equals("yes") ? op.same() : op;
    Shape input =
        Shape.of(
            (int) number(row, "height"), (int) number(row, "width"), (int) number(row, "depth"));
    assertThat(count(op, input).under(convention).total())
        .isEqualTo(number(row, convention.title()));
  }

  /**
   * burden.m: the input's 5·7·8 elements × a filter over its 8 channels, 3·3·8, + 9·13·4 biases.
   */
  @Test
  void convnetBurdenTakesTheInputsChannelsForTheOutputs() {
    CostReport report = count(transposedConv(4, 3).stride(2).pad(1), Shape.of(5, 7, 8));
    assertThat(report.under(Convention.CONVNET_BURDEN).total())
        .isEqualTo(5 * 7 * 8 * 3 * 3 * 8 + 9 * 13 * 4);
  }

  @Test
  void saysHowATransposedConvolutionIsCounted() {
    CostReport report = count(transposedConv(4, 3).stride(2).pad(1), Shape.of(5, 7, 8));
    assertThat(report.under(Convention.THOP).explanation())
        .isEqualTo(
            "thop counts 10,080, 1 per multiplication, and adds 23,616 for transposed convolutions, 1"
                + " per further multiplication if each output met the whole kernel");
  }

  @Test
  void addingBranchesCountsForTensorFlowAndConvnetBurdenOnly() {
    Shape input = Shape.of(4, 4, 8);
    ConventionReport report = conventions(residual(relu()), input);
    assertThat(report.under(Convention.TENSORFLOW).total()).isEqualTo(128);
    assertThat(report.under(Convention.CONVNET_BURDEN).total()).isEqualTo(128 + 2 * 128);
    assertThat(report.under(Convention.THOP).total()).isZero();
  }
}
