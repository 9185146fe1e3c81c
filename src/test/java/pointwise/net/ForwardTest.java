package pointwise.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.model;
import static pointwise.net.PeakMemory.probabilities;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pointwise.engine.NaiveEngine;
import pointwise.model.Model;
import pointwise.op.Network;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Every network runs on seeded weights. */
class ForwardTest {
  private static final long TWO_GB_IN_KIB = 2L * 1024 * 1024;

  /** VGG's columns differ in their stages only; D runs at its own size, the others at 64×64. */
  static Stream<Network> networks() {
    return Published.names().stream()
        .filter(name -> !List.of("toy_nin_3x3x2", "rethinking_table1_stem").contains(name))
        .filter(name -> !List.of("vgg_d", "inception_v3").contains(name))
        .map(Published::network)
        .map(net -> net.title().startsWith("VGG") ? net.on(Shape.of(64, 64, 3)) : net);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void givesProbabilities(Network network) {
    Tensor probabilities = probabilities(network);
    for (float probability : probabilities.toArray()) {
      assertThat(probability).isBetween(0f, 1f);
    }
    assertThat(probabilities.sum()).isEqualTo(1, within(1e-5));
  }

  /** Small enough for the seven plain loops; together they use every operation. */
  static Stream<Network> smallNetworks() {
    return Stream.of(
        LeNet.lenet1998(),
        LeNet.modern28(),
        AlexNet.alexnet2012().on(Shape.of(67, 67, 3)),
        NetworkInNetwork.cifar10(),
        BnInception.tfSlim().on(Shape.of(64, 64, 3)),
        BnInception.paper().on(Shape.of(64, 64, 3)),
        GoogLeNet.caffe().on(Shape.of(64, 64, 3)),
        MobileNet.v1().on(Shape.of(64, 64, 3)),
        SqueezeNet.v11().on(Shape.of(64, 64, 3)));
  }

  /** The definition and the fast engine agree, and its counter with the closed form. */
  @ParameterizedTest
  @MethodSource("smallNetworks")
  void runsAsDefinedAndAsCounted(Network network) {
    NaiveEngine naive = new NaiveEngine();
    Model model = model(network, 1);
    Tensor image = Tensor.random(network.input(), 2);
    assertThat(model.forward(image).maxDifference(model.forward(image, naive))).isLessThan(1e-4f);
    // The last layer of 1998 squares its differences itself: 84 of each of 10 classes.
    long own = network.title().equals("LeNet-5 (1998)") ? 840 : 0;
    assertThat(naive.multiplications()).isEqualTo(count(network).multiplications() - own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg_d", "inception_v3"})
  void runsWithinTwoGigabytes(String name) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                PeakMemory.class.getName(),
                name)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    String[] words = output.split(" ");
    assertThat(Double.parseDouble(words[0])).isEqualTo(1, within(1e-5));
    System.out.printf("%s: peak memory %,d KiB%n", name, Long.parseLong(words[1]));
    assertThat(Long.parseLong(words[1])).isLessThan(TWO_GB_IN_KIB);
  }
}
