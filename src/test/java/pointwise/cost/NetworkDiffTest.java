package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pointwise.Pointwise.compare;

import org.junit.jupiter.api.Test;
import pointwise.net.AlexNet;
import pointwise.net.GoogLeNet;
import pointwise.net.Vgg;

class NetworkDiffTest {
  /** 60,965,224 and 62,378,344 part at conv2, conv4 and conv5: the two GPUs. */
  @Test
  void alexNetsPartAtTheGroups() {
    NetworkDiff parting = compare(AlexNet.alexnet2012(), AlexNet.ungrouped());
    assertThat(parting.differences())
        .extracting(pair -> pair.first().name(), pair -> pair.second().parameters())
        .containsExactly(
            tuple("conv2", 614_656L), tuple("conv4", 1_327_488L), tuple("conv5", 884_992L));
    assertThat(parting.pairs()).hasSize(8);
    assertThat(parting.toString()).contains("conv2").doesNotContain("fc6");
  }

  /**
   * torchvision's has other names and as many layers: its convolutions differ, fc6 to fc8 do not.
   */
  @Test
  void layersOfOtherNamesArePairedInOrder() {
    assertThat(compare(AlexNet.alexnet2012(), AlexNet.torchvision()).differences())
        .extracting(pair -> pair.second().name())
        .containsExactly("features.0", "features.3", "features.6", "features.8", "features.10");
  }

  @Test
  void batchNormalisationIsCountedWithItsLayer() {
    assertThat(compare(GoogLeNet.torchvision(), GoogLeNet.normalised()).differences())
        .hasSize(9)
        .first()
        .extracting(pair -> pair.second().parameters())
        .isEqualTo(5L * 5 * 16 * 32 + 2 * 32);
  }

  @Test
  void networksOfOtherDepthArePairedByName() {
    assertThat(compare(Vgg.a(), Vgg.b()).differences())
        .extracting(pair -> pair.first().name(), pair -> pair.second().name())
        .containsExactly(tuple("", "conv1_2"), tuple("", "conv2_2"));
  }
}
