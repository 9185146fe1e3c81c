package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static pointwise.Pointwise.audit;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.network;
import static pointwise.Pointwise.relu;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.cost.Audit.Finding;
import pointwise.cost.Audit.Outcome;
import pointwise.net.BnInception;
import pointwise.net.GoogLeNet;
import pointwise.net.MobileNet;
import pointwise.net.Vgg;
import pointwise.op.Network;
import pointwise.tensor.Shape;

class AuditTest {
  private static final Audit GOOGLENET = audit(PublishedTable.googlenetTable1(), GoogLeNet.caffe());

  @Test
  void readsTheKiloOfGoogLeNetsTableAs1024() {
    assertThat(GOOGLENET.kilo()).isEqualTo(1024);
    assertThat(GOOGLENET.toString()).endsWith("K is 1024.");
  }

  @Test
  void flagsConv1AndTheParametersOf4aTo5b() {
    assertThat(GOOGLENET.deviations())
        .extracting(Finding::row, Finding::column)
        .containsExactly(
            tuple("convolution 7×7/2", "parameters"),
            tuple("convolution 7×7/2", "operations"),
            tuple("inception (4a)", "parameters"),
            tuple("inception (4b)", "parameters"),
            tuple("inception (4c)", "parameters"),
            tuple("inception (4d)", "parameters"),
            tuple("inception (4e)", "parameters"),
            tuple("inception (5a)", "parameters"),
            tuple("inception (5a)", "operations"),
            tuple("inception (5b)", "parameters"));
  }

  @Test
  void conv1IsASeparableConvolution() {
    assertThat(GOOGLENET.findings().subList(0, 2))
        .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.EXPLAINED))
        .extracting(Finding::words)
        .containsOnly(
            "a separable convolution with multiplier 8: 2,712 weights, 34,019,328 multiplications");
  }

  @Test
  void saysWhatElseAgrees() {
    assertThat(finding(GOOGLENET, "inception (3b)", "parameters"))
        .isEqualTo(
            new Finding(
                "inception (3b)",
                "parameters",
                "380K",
                "388,736 (379.63K)",
                Outcome.AGREES,
                "with the biases"));
    assertThat(finding(GOOGLENET, "inception (5a)", "parameters").words())
        .isEqualTo("parameters and operations agree with each other (1072K at each of 49 places)");
    assertThat(finding(GOOGLENET, "inception (4c)", "parameters").outcome())
        .isEqualTo(Outcome.UNEXPLAINED);
  }

  @Test
  void knowsThe5x5ThatIsBuiltAs3x3() {
    Audit audit = audit(PublishedTable.googlenetTable1(), GoogLeNet.torchvision());
    assertThat(finding(audit, "inception (3b)", "operations").words())
        .isEqualTo("with 5×5 for the 3×3 of inception_3b/5x5(as 3x3)");
  }

  @Test
  void findsTheSwappedDigitsOfMobileNet() {
    assertThat(audit(PublishedTable.mobilenetTable2(), MobileNet.v1()).deviations())
        .containsExactly(
            new Finding(
                "Conv 3×3",
                "operations",
                "1.19%",
                "1.91%",
                Outcome.EXPLAINED,
                "digits swapped: 1.91%"));
  }

  @Test
  void findsTheMissingDenseLayerOfConvMobileNet() {
    assertThat(audit(PublishedTable.mobilenetTable4(), MobileNet.v1()).deviations()).isEmpty();
    assertThat(audit(PublishedTable.mobilenetTable4(), MobileNet.fullConv()).deviations())
        .extracting(Finding::computed, Finding::words)
        .containsExactly(tuple("4,866,269,184 (4866.27M)", "without the dense layers"));
  }

  static Stream<Network> columns() {
    return Stream.of(Vgg.a(), Vgg.aLrn(), Vgg.b(), Vgg.c(), Vgg.d(), Vgg.e());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void vggsTableAgrees(Network column) {
    Audit audit = audit(PublishedTable.vggTable2(), column);
    assertThat(audit.findings()).hasSize(1);
    assertThat(audit.deviations()).isEmpty();
  }

  @Test
  void bnInceptionContradictsItself() {
    assertThat(audit(PublishedTable.bnInceptionFigure5(), BnInception.paper()).deviations())
        .extracting(Finding::row, Finding::words)
        .containsExactly(
            tuple("inception (3c)", "28×28 is the input's size"),
            tuple("inception (4c)", "its branches give 160 + 160 + 160 + 128 = 608 channels"),
            tuple("inception (4d)", "its branches give 96 + 192 + 192 + 128 = 608 channels"),
            tuple(
                "inception (4e)",
                "14×14 is the input's size; its branches give 192 + 256 + 608 = 1,056 channels"),
            tuple("all", ""));
    assertThat(audit(PublishedTable.bnInceptionFigure5(), BnInception.tfSlim()).deviations())
        .extracting(Finding::row)
        .containsExactly("inception (3c)", "inception (4e)", "all");
  }

  /** conv1: 4·4·3·3·2·8 = 2,304 on 4×4 outputs; on the 8×8 inputs 9,216; 144 weights, 8 biases. */
  @Test
  void readsOtherWaysToCount() {
    Network net =
        network(
            "net",
            Shape.of(8, 8, 2),
            conv(8, 3).pad(1).stride(2).named("conv1"),
            relu(),
            globalAvgPool(),
            dense(4).named("fc"));
    assertThat(words(net, "conv1,152,2304")).containsExactly("with the biases", "");
    assertThat(words(net, "conv1,,2432")).containsExactly("with the biases");
    assertThat(words(net, "conv1,,4608")).containsExactly("as two operations per multiplication");
    assertThat(words(net, "conv1,,9216")).containsExactly("with the input's size for the output's");
    // (3 · 4 − 1)² = 121 of the 144 taps lie inside.
    assertThat(words(net, "conv1,,1936")).containsExactly("without the padding's zeros");
    assertThat(words(net, "conv1,441,3240")).containsExactly("", "");
    assertThat(words(net, "conv1,400,6400"))
        .containsExactly("with 5×5 for the 3×3 of conv1", "with 5×5 for the 3×3 of conv1");
  }

  private static Stream<String> words(Network net, String row) {
    return audit("name,parameters,operations\n" + row, net).findings().stream().map(Finding::words);
  }

  @Test
  void refusesWhatItCannotRead() {
    Network net = network("net", Shape.of(4, 4, 1), conv(1, 3).named("conv1"));
    refused(
        () -> audit("name,parameters,operations\nconv9,1,1", net),
        "the table: net has no layers named 'conv9'; it has conv1");
    refused(
        () -> audit("name,operations\nconv1,1", net),
        "the table: the column 'parameters' is missing; there are name, operations");
    refused(
        () -> audit("name,parameters,operations\nconv1,many,1", net),
        "the table: the parameters of 'conv1': 'many' is no number such as 159K, 2.7M, 1,024 or"
            + " 1.19%");
    refused(() -> audit("name,parameters,operations\n", net), "the table: the table is empty");
    refused(() -> audit("", net), "the table: the table is empty");
    refused(
        () -> audit("name,parameters,operations,output\nconv1,1,1,wide", net),
        "the table: the output of 'conv1': 'wide' is no shape such as 28×28×576");
    refused(
        () -> audit(PublishedTable.mobilenetTable4(), net),
        "MobileNet, Table 4 has no row about net, but about Conv MobileNet V1, MobileNet V1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> audit("name,parameters,operations\nconv1,1", net))
        .withMessageStartingWith("the table: ");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private static Finding finding(Audit audit, String row, String column) {
    return audit.findings().stream()
        .filter(finding -> finding.row().equals(row) && finding.column().equals(column))
        .findFirst()
        .orElseThrow();
  }
}
