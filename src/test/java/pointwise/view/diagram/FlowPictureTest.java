package pointwise.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.draw;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.inception;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.net.AlexNet;
import pointwise.net.BnInception;
import pointwise.net.GoogLeNet;
import pointwise.net.InceptionV3;
import pointwise.net.LeNet;
import pointwise.net.MobileNet;
import pointwise.net.NetworkInNetwork;
import pointwise.net.SqueezeNet;
import pointwise.net.Vgg;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.Picture;
import pointwise.view.SvgFile;

class FlowPictureTest {
  private static final Shape INPUT = Shape.of(28, 28, 192);

  private static SvgFile module() {
    return SvgFile.of(draw(inception(64, 96, 128, 16, 32, 32), INPUT));
  }

  @Test
  void everyBoxOfAModuleHasItsShape() {
    List<String> words = module().words();
    assertThat(Collections.frequency(words, "28×28×192")).as("the input, pooled").isEqualTo(2);
    assertThat(Collections.frequency(words, "28×28×32")).isEqualTo(2);
    assertThat(words)
        .contains("28×28×64", "28×28×96", "28×28×128", "28×28×16")
        .containsOnlyOnce("28×28×256");
  }

  @Test
  void everyLayerOfAModuleHasItsBox() {
    assertThat(module().words())
        .contains(
            "input", "1×1 conv, 64", "3×3 conv, 128", "5×5 conv, 32", "3×3 max pool", "concat")
        .contains("3x3_reduce, relu", "output");
    assertThat(module().boxes()).hasSize(10);
  }

  @Test
  void theTextAlternativeTellsTheNumbers() {
    String alt = draw(inception(64, 96, 128, 16, 32, 32), INPUT).alt();
    assertThat(alt)
        .startsWith("From 28×28×192 to 28×28×256 in 8 steps.")
        .contains("5×5 conv, 32 (5x5, relu): 28×28×16 → 28×28×32")
        .contains("concat: 28×28×64 + 28×28×128 + 28×28×32 + 28×28×32 → 28×28×256");
    assertThat(module().only("desc")).isEqualTo(alt);
    assertThat(module().root().getAttribute("role")).isEqualTo("img");
  }

  @Test
  void theShortcutOfAResidualIsAnEdgeOfItsOwn() {
    SvgFile svg = SvgFile.of(draw(residual(conv(192, 3).same()), INPUT));
    assertThat(svg.words()).contains("add");
    assertThat(Collections.frequency(svg.words(), "28×28×192")).isEqualTo(3);
  }

  @Test
  void anActivationThatSomebodyElseReadsBeforeIsABoxOfItsOwn() {
    SvgFile svg = SvgFile.of(draw(sequence(conv(8, 1), residual(relu())), INPUT));
    assertThat(svg.words()).contains("relu");
  }

  @Test
  void namesAreShownAsTheyAre() {
    String name = "a<b & \"c\" 'd'";
    Picture picture = draw(sequence(conv(3, 3).named(name), flatten()), INPUT);
    assertThat(SvgFile.of(picture).words()).contains(name);
    assertThat(picture.html()).contains("a&lt;b &amp; &quot;c&quot; &#39;d&#39;");
  }

  @Test
  void modulesOfALargeNetworkAreCollapsed() {
    SvgFile svg = SvgFile.of(draw(GoogLeNet.caffe()));
    assertThat(svg.words()).contains("inception_3b", "6 layers with weights", "28×28×256");
    assertThat(svg.words()).contains("inception_3a/output", "5x5_reduce, relu", "28×28×16");
    assertThat(Collections.frequency(svg.words(), "concat")).as("only 3a is open").isEqualTo(1);
  }

  /** The names of Inception V3 are long: what follows them stands in a line of its own. */
  @Test
  void longNamesDoNotMakeADrawingWide() {
    Picture picture = draw(InceptionV3.v3());
    assertThat(picture.width()).isLessThan(720);
    assertThat(SvgFile.of(picture).words())
        .containsSequence("3×3 conv, 96", "branch3x3dbl_2", "bn, relu", "35×35×96");
  }

  @Test
  void groupsAreSaid() {
    assertThat(SvgFile.of(draw(AlexNet.alexnet2012())).words())
        .contains("5×5 conv, 256, 2 groups", "3×3 conv, 384");
  }

  @Test
  void sideHeadsEndBesideTheMainPath() {
    SvgFile svg = SvgFile.of(draw(GoogLeNet.caffeWithHeads()));
    assertThat(Collections.frequency(svg.words(), "side output")).isEqualTo(2);
    svg.assertReadable();
  }

  static Stream<Op> operations() {
    Op split = concat(conv(384, 1, 3).same(), conv(384, 3, 1).same());
    return Stream.of(
        sequence(),
        maxPool(2),
        inception(64, 96, 128, 16, 32, 32),
        inception(64, 96, 128, 16, 32, 32).named("inception_3a"),
        concat(sequence(), conv(32, 3).same(), sequence()),
        residual(sequence(conv(64, 1), relu(), conv(64, 3).same(), relu(), conv(768, 1))),
        sequence(residual(conv(64, 3).same().stride(2), conv(64, 1).stride(2)), relu()),
        concat(
            conv(320, 1),
            sequence(conv(384, 1), split),
            sequence(conv(448, 1), conv(384, 3).same(), split),
            sequence(avgPool(3).stride(1).same(), conv(192, 1))),
        sequence(split, residual(residual(conv(768, 1))), split, concat(split, residual(split))));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nothingOverlaps(Op op) {
    SvgFile.of(Diagrams.boxes(op, Shape.of(14, 14, 768))).assertReadable();
  }

  static Stream<Network> networks() {
    return Stream.of(
        AlexNet.alexnet2012(),
        BnInception.paper(),
        BnInception.tfSlim(),
        GoogLeNet.caffe(),
        GoogLeNet.torchvisionWithHeads(),
        InceptionV3.withHead(),
        LeNet.lenet1998(),
        MobileNet.v1(),
        NetworkInNetwork.imagenet(),
        SqueezeNet.v10(),
        Vgg.d(),
        Vgg.e());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void nothingOverlapsInPublishedNetworks(Network network) {
    Picture picture = draw(network);
    SvgFile.of(picture).assertReadable();
    assertThat(picture.width()).as("about as wide as a notebook").isLessThan(760);
  }

  @Test
  void theSameOperationGivesTheSameBytes() {
    assertThat(draw(GoogLeNet.caffe())).isEqualTo(draw(GoogLeNet.caffe()));
  }
}
