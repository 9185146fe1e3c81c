package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.compare;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** Examples that posts, courses and papers work out in figures. */
class WorkedExamplesTest {
  private static final Shape VOLUME = Shape.of(30, 40, 200);
  private static final Op DIRECT = conv(55, 5).same();

  private static Op reducedTo(int width) {
    return sequence(conv(width, 1), relu(), conv(55, 5).same());
  }

  /** Post 19 of the series: 330,000,000 against 37,800,000. */
  @Test
  void aBottleneckOfTwentySavesNineTenths() {
    Comparison comparison = compare(VOLUME, DIRECT, reducedTo(20));
    CostReport direct = comparison.reports().get(0);
    CostReport reduced = comparison.reports().get(1);
    assertThat(direct.output()).isEqualTo(reduced.output()).isEqualTo(Shape.of(30, 40, 55));
    assertThat(direct.multiplications()).isEqualTo(330_000_000);
    assertThat(reduced.multiplications()).isEqualTo(4_800_000 + 33_000_000);
    assertThat(comparison.ratio()).isEqualTo(0.114545, within(1e-6));
    assertThat(direct.weights()).isEqualTo(275_000);
    assertThat(reduced.weights()).isEqualTo(31_500);
    assertThat(direct.biases()).isEqualTo(55);
    assertThat(reduced.biases()).isEqualTo(75);
    assertThat(reduced.parameters()).isEqualTo(31_575);
  }

  @Test
  void withoutThePaddingsZeros() {
    CostReport direct = count(DIRECT, VOLUME);
    CostReport reduced = count(reducedTo(20), VOLUME);
    assertThat(direct.multiplicationsInside()).isEqualTo(307_296_000);
    assertThat(reduced.multiplicationsInside()).isEqualTo(35_529_600);
    assertThat(reduced.rows().get(0).multiplicationsInside()).isEqualTo(4_800_000);
  }

  @Test
  void theBottleneckBreaksEvenBetween174And175() {
    long direct = count(DIRECT, VOLUME).multiplications();
    assertThat(count(reducedTo(174), VOLUME).multiplications()).isLessThan(direct);
    assertThat(count(reducedTo(175), VOLUME).multiplications()).isGreaterThan(direct);
  }

  /** Andrew Ng's course; the 12,433,648 in circulation is a typing error. */
  @Test
  void theCoursesBottleneck() {
    Shape input = Shape.of(28, 28, 192);
    Comparison comparison =
        compare(input, conv(32, 5).same(), sequence(conv(16, 1), conv(32, 5).same()));
    CostReport direct = comparison.reports().get(0);
    CostReport reduced = comparison.reports().get(1);
    assertThat(direct.multiplications()).isEqualTo(120_422_400);
    assertThat(reduced.multiplications()).isEqualTo(2_408_448 + 10_035_200).isEqualTo(12_443_648);
    assertThat(comparison.ratio()).isEqualTo(0.103333, within(1e-6));
    assertThat(direct.multiplicationsInside()).isEqualTo(110_321_664);
    assertThat(reduced.multiplicationsInside()).isEqualTo(11_601_920);
    assertThat(direct.weights()).isEqualTo(153_600);
    assertThat(reduced.weights()).isEqualTo(15_872);
  }

  @Test
  void moreBottlenecks() {
    Shape input = Shape.of(14, 14, 480);
    assertThat(count(conv(48, 5).same(), input).multiplications()).isEqualTo(112_896_000);
    assertThat(count(sequence(conv(16, 1), conv(48, 5).same()), input).multiplications())
        .isEqualTo(5_268_480);
    Shape any = Shape.of(9, 9, 128);
    assertThat(count(conv(256, 5), any).weights()).isEqualTo(819_200);
    assertThat(count(sequence(conv(64, 1), conv(256, 5)), any).weights()).isEqualTo(417_792);
  }

  /** Two 3×3 for a 5×5, three for a 7×7 (Simonyan and Zisserman 2014, section 2.3). */
  @ParameterizedTest
  @CsvSource({"64, 73728, 102400, 110592, 200704", "512, 4718592, 6553600, 7077888, 12845056"})
  void stacksOfSmallKernels(int c, long two, long five, long three, long seven) {
    Shape input = Shape.of(14, 14, c);
    Op small = conv(c, 3).same().noBias();
    assertThat(count(sequence(small, small), input).parameters()).isEqualTo(two);
    assertThat(count(conv(c, 5).same().noBias(), input).parameters()).isEqualTo(five);
    assertThat(count(sequence(small, small, small), input).parameters()).isEqualTo(three);
    assertThat(count(conv(c, 7).same().noBias(), input).parameters()).isEqualTo(seven);
  }

  /** 1×n and n×1 cost 2/n of n×n; two 2×2 cost 8/9 of a 3×3 (Szegedy et al. 2015, section 3.2). */
  @ParameterizedTest
  @CsvSource({"3, 0.666667", "5, 0.4", "7, 0.285714"})
  void asymmetricConvolutions(int n, double ratio) {
    Op pair = sequence(conv(48, 1, n).same(), conv(48, n, 1).same());
    assertThat(compare(Shape.of(17, 17, 48), conv(48, n).same(), pair).ratio())
        .isEqualTo(ratio, within(1e-6));
    Op even = sequence(conv(48, 2).same(), conv(48, 2).same());
    assertThat(compare(Shape.of(17, 17, 48), conv(48, 3).same(), even).ratio())
        .isEqualTo(8.0 / 9, within(1e-12));
  }

  /** Depthwise and 1×1 cost 1/N + 1/k² of the full one (Howard et al. 2017, section 3.1). */
  @ParameterizedTest
  @CsvSource({"64, 0.126736", "128, 0.118924", "256, 0.115017", "512, 0.113064", "1024, 0.112088"})
  void depthwiseSeparableConvolutions(int filters, double ratio) {
    Op separable = sequence(depthwiseConv(3).same(), conv(filters, 1));
    assertThat(compare(Shape.of(14, 14, 32), conv(filters, 3).same(), separable).ratio())
        .isEqualTo(ratio, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "6, 3, 3, 5, 2160, 432, 240",
    "12, 3, 5, 256, 1228800, 4800, 49152",
  })
  void depthwiseExamplesOfCourses(
      int size, int channels, int kernel, int filters, long full, long depthwise, long pointwise) {
    Shape input = Shape.of(size, size, channels);
    assertThat(count(conv(filters, kernel), input).multiplications()).isEqualTo(full);
    CostReport separable = count(sequence(depthwiseConv(kernel), conv(filters, 1)), input);
    assertThat(separable.rows().get(0).multiplications()).isEqualTo(depthwise);
    assertThat(separable.rows().get(1).multiplications()).isEqualTo(pointwise);
  }

  /** MobileNet's Table 3: one layer at 14×14×512, thinner (α) and smaller (ρ). */
  @Test
  void mobileNetsTable3() {
    Shape input = Shape.of(14, 14, 512);
    Op full = conv(512, 3).same().noBias();
    assertThat(count(full, input).multiplications()).isEqualTo(462_422_016);
    assertThat(count(full, input).weights()).isEqualTo(2_359_296);
    assertThat(count(separable(512), input).multiplications()).isEqualTo(903_168 + 51_380_224);
    assertThat(count(separable(512), input).weights()).isEqualTo(266_752);
    assertThat(count(separable(384), Shape.of(14, 14, 384)).multiplications())
        .isEqualTo(29_578_752);
    assertThat(count(separable(384), Shape.of(14, 14, 384)).weights()).isEqualTo(150_912);
    assertThat(count(separable(384), Shape.of(10, 10, 384)).multiplications())
        .isEqualTo(15_091_200);
  }

  private static Op separable(int channels) {
    return sequence(depthwiseConv(3).same().noBias(), conv(channels, 1).noBias());
  }

  /** ResNet's bottleneck (He et al. 2015, figure 5). */
  @Test
  void residualBottleneck() {
    Shape input = Shape.of(56, 56, 256);
    Op bottleneck =
        sequence(conv(64, 1).noBias(), conv(64, 3).same().noBias(), conv(256, 1).noBias());
    assertThat(count(bottleneck, input).weights()).isEqualTo(69_632);
    assertThat(count(conv(256, 3).same().noBias(), input).weights()).isEqualTo(589_824);
  }

  /** Post 18's network in network on 3×3×2; toy_nin_3x3x2.csv. */
  @Test
  void theToyOfPost18() {
    Op toy =
        concat(
            conv(3, 1).same().noBias().named("k1x1"),
            conv(2, 2).same().noBias().named("k2x2"),
            maxPool(3).stride(1).same().named("max3x3"));
    CostReport report = count(toy, Shape.of(3, 3, 2));
    assertThat(report.output()).isEqualTo(Shape.of(3, 3, 7));
    assertThat(report.multiplications()).isEqualTo(198);
    assertThat(report.multiplicationsInside()).isEqualTo(154);
    assertThat(report.weights()).isEqualTo(22);
    assertThat(report.rows().get(0).multiplications()).isEqualTo(54);
    assertThat(report.rows().get(1).multiplications()).isEqualTo(144);
    assertThat(report.rows().get(1).multiplicationsInside()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "28, 192, 64, 128, 32, 32, 308281344, 303464448, 416",
    "28, 256, 128, 192, 96, 64, 867041280, 854196224, 672",
    "14, 480, 192, 208, 48, 64, 313098240, 307077120, 928",
    "14, 512, 160, 224, 64, 64, 385351680, 378929152, 960",
    "14, 512, 128, 256, 64, 64, 411041792, 404619264, 960",
    "14, 512, 112, 288, 64, 64, 438337536, 431915008, 976",
    "14, 528, 256, 320, 128, 128, 668946432, 655699968, 1232",
    "7, 832, 256, 320, 128, 128, 263524352, 258306048, 1536",
    "7, 832, 384, 384, 128, 128, 292225024, 287006720, 1728",
  })
  void modulesWithoutTheReductions(
      int size,
      int channels,
      int ones,
      int threes,
      int fives,
      int projection,
      long unreduced,
      long naive,
      int naiveChannels) {
    Shape input = Shape.of(size, size, channels);
    Op pool = maxPool(3).stride(1).same();
    Op one = conv(ones, 1);
    Op three = conv(threes, 3).same();
    Op five = conv(fives, 5).same();
    assertThat(
            count(concat(one, three, five, sequence(pool, conv(projection, 1))), input)
                .multiplications())
        .isEqualTo(unreduced);
    CostReport passedThrough = count(concat(one, three, five, pool), input);
    assertThat(passedThrough.multiplications()).isEqualTo(naive);
    assertThat(passedThrough.output().channels()).isEqualTo(naiveChannels);
  }
}
