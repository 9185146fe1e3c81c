package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The exercises of the networks' notebooks, worked out again from the figures in the question. */
class NetworkExercisesTest extends WorkedOut {
  @Property(tries = 40)
  void weightsOfAStack(@ForAll long seed) {
    long[] n = draw("stack-weights", seed);
    // n convolutions of 3×3 … one of k×k … c channels
    long layers = n[0];
    long k = n[3];
    long c = n[5];
    assertThat(k).isEqualTo(2 * layers + 1);
    right(k * k * c * c - layers * 9 * c * c);
    mistake(layers * 9 * c * c, "what the stack has");
    mistake(k * k * c * c, "not free");
    mistake(k * k * c * c - 9 * c * c, "takes off one 3×3");
    mistake((k * k - layers * 9) * c, "count twice");
    mistake((k * k - layers * 9) * c * c - (layers - 1) * c, "biases");
  }

  @Property(tries = 40)
  void fieldOfAStack(@ForAll long seed) {
    long[] n = draw("stack-field", seed);
    // Convolutions of k×k, k×k, … with stride 1
    int layers = (n.length - 1) / 2;
    long[] kernels = LongStream.range(0, layers).map(i -> n[(int) (2 * i)]).toArray();
    long sum = LongStream.of(kernels).sum();
    right(sum - layers + 1);
    mistake(sum, "overlap");
    mistake(sum - layers, "begin with the pixel itself");
    mistake(LongStream.of(kernels).max().orElseThrow(), "largest kernel");
    mistake(LongStream.of(kernels).reduce(1, (a, b) -> a * b), "do not multiply");
    mistake(answer * answer, "Those are the pixels");
  }

  @Property(tries = 60)
  void rowsOfATransposedConvolution(@ForAll long seed) {
    long[] n = draw("transposed-rows", seed);
    // k×k with stride s over a rows×columns×64 image; padding p
    long k = n[0];
    long s = n[2];
    long rows = n[3];
    long p = n[6];
    right((rows - 1) * s + k - 2 * p);
    mistake((rows + 2 * p - k) / s + 1, "the convolution, which shrinks the image");
    mistake(rows * s, "That is SAME");
    mistake((rows - 1) * s + k, "crops the output");
    mistake((rows - 1) * s + k - p, "on both sides");
    mistake((rows - 1) * s + k + 2 * p, "takes rows away");
    mistake(rows * s + k - 2 * p, "steps, not");
    mistake((rows - 1) * s + 1 - 2 * p, "paints its whole kernel");
    mistake(rows - 1 + k - 2 * p, "with stride 1");
    mistake(answer * answer * 32, "all of the output");
  }

  @Property(tries = 40)
  void fieldWithStrides(@ForAll long seed) {
    long[] n = draw("strided-field", seed);
    // k×k with stride s, pooling of p×p with stride 2, l×l with stride 1
    long k = n[0] - 1;
    long s = n[2];
    long p = n[3] - 1;
    long l = n[6] - 1;
    right(1 + k + p * s + l * 2 * s);
    mistake(1 + k + p + l, "without strides");
    mistake(1 + k + l * s, "The pooling has a window");
    mistake(1 + k + p * s + l * s, "spreads");
    mistake(1 + k * s + p * 2 * s + l * 2 * s, "own stride");
    mistake(2 * s, "the step from one output");
  }

  @Property(tries = 40)
  void rowsOfAConvolution(@ForAll long seed) {
    long[] n = draw("output-rows", seed);
    // k×k with stride s and p rows of padding … an h×w×3 image
    long k = n[0];
    long s = n[2];
    long p = n[3];
    long h = n[4];
    right((h + 2 * p - k) / s + 1);
    mistake((long) Math.ceil((double) (h + 2 * p - k) / s) + 1, "rounded up");
    mistake((h + 2 * p - k) / s, "+ 1");
    mistake((h - k) / s + 1, "without padding");
    mistake((h + p - k) / s + 1, "both sides");
    mistake(h + 2 * p - k + 1, "with stride 1");
    mistake((h + s - 1) / s, "SAME");
    mistake(answer * answer * 96, "all of the output");
  }

  @Property(tries = 40)
  void parametersInGroups(@ForAll long seed) {
    long[] n = draw("grouped-parameters", seed);
    // A k×k convolution with f filters in g groups … h×w×d
    long f = n[2];
    long g = n[3];
    long weights = n[0] * n[1] * n[6] / g * f;
    right(weights + f);
    mistake(weights * g + f, "ignores the groups");
    mistake(weights / g + f, "divided twice");
    mistake(weights, "a bias as well");
    mistake(weights + f / g, "one group's biases");
    mistake(weights * n[4] * n[5], "multiplications");
    mistake((weights + f) / g, "That is one group");
  }

  @Property(tries = 40)
  void multiplicationsFromATool(@ForAll long seed) {
    long[] n = draw("tool-count", seed);
    long outputs = n[1] * n[2] * n[3];
    right((n[0] - outputs) / 2);
    mistake(n[0], "additions and biases");
    mistake(n[0] - outputs, "halve what is left");
    mistake(n[0] / 2, "half of all");
    mistake(answer + outputs, "ptflops");
    mistake(2 * n[0], "already has");
    mistake(n[0] / 2 - outputs, "before the rest is halved");
  }

  @Property(tries = 40)
  void parametersOfAStage(@ForAll long seed) {
    long[] n = draw("stage-parameters", seed);
    // n convolutions of 3×3 with f filters … pooling of 2×2 … h×w×d
    long f = n[3];
    long first = 9 * n[8] * f + f;
    long later = 9 * f * f + f;
    right(first + (n[0] - 1) * later);
    mistake(n[0] * first, "Only the first one");
    mistake(n[0] * later, "not yet");
    mistake(first + later, "two convolutions");
    mistake(answer - n[0] * f, "a bias as well");
    mistake(answer + 4 * f, "no parameters");
    mistake((answer - n[0] * f) * n[6] * n[7], "multiplications");
  }

  @Property(tries = 20)
  void shareOfTheFirstDenseLayer(@ForAll long seed) {
    // The convolutions' parameters of the columns A to E, added up by hand.
    Map<Character, Long> columns =
        Map.of(
            'A', 9_220_480L, 'B', 9_404_992L, 'C', 9_996_096L, 'D', 14_714_688L, 'E', 20_024_384L);
    long[] n = draw("dense-share", seed);
    long convolutions = columns.get(exercise.toString().charAt(4));
    // VGG E … images of 224×224×3: … leave 7×7×512, … fc6 and fc7 with h outputs … fc8 with c
    long hidden = n[8];
    long classes = n[10];
    long fc6 = n[3] * n[4] * 512 * hidden + hidden;
    long later = hidden * hidden + hidden + hidden * classes + classes;
    double total = convolutions + fc6 + later;
    right(Math.round(100 * fc6 / total));
    mistake(Math.round(100 * (fc6 + later) / total), "all three dense layers");
    mistake(100 - Math.round(100 * (fc6 + later) / total), "share of the convolutions");
    long at224 = 7 * 7 * 512 * hidden + hidden;
    mistake(Math.round(100.0 * at224 / (total - fc6 + at224)), "That is for 224×224");
  }

  @Property(tries = 40)
  void savingOfAOneByOne(@ForAll long seed) {
    long[] n = draw("one-by-one-saving", seed);
    // an h×w×c volume and f filters
    long positions = n[0] * n[1];
    long weights = n[2] * n[3];
    right(8 * weights * positions);
    mistake(9 * weights * positions, "not free");
    mistake(weights * positions, "not what it saves");
    mistake(8 * weights, "Those are the weights");
    mistake(2 * answer, "FLOPs");
    mistake(answer / n[2], "count twice");
    mistake((int) answer, "int");
    long inside = (3 * n[0] - 2) * (3 * n[1] - 2) * weights;
    mistake(inside - weights * positions, "padding's zeros");
  }

  @Property(tries = 40)
  void savingOfGlobalPooling(@ForAll long seed) {
    long[] n = draw("pooling-instead-of-dense", seed);
    // h×w×c features … n classes
    long flat = n[0] * n[1] * n[2] * n[3];
    long pooled = n[2] * n[3];
    right(flat - pooled);
    mistake(flat + n[3], "some of it remains");
    mistake(flat, "weights after flatten");
    mistake(pooled + n[3], "what remains");
    mistake(pooled, "weights that remain");
    mistake(answer + n[3], "biases in both");
    mistake((n[0] - 1) * pooled, "both rows and columns");
  }

  @Property(tries = 40)
  void rowsBehindCeilPoolings(@ForAll long seed) {
    long[] n = draw("ceil-pooling", seed);
    long ceil = n[4];
    long floor = n[4];
    long same = n[4];
    for (int i = 0; i < n[0]; i++) {
      ceil = (ceil - 3 + 1) / 2 + 1;
      floor = (floor - 3) / 2 + 1;
      same = (same + 1) / 2;
    }
    right(ceil);
    mistake(floor, "rounded down");
    mistake(same, "SAME");
    mistake((ceil - 3 + 1) / 2 + 1, "too many");
    mistake((n[4] - 3 + 1) / 2 + 1, "first pooling");
  }

  @Property(tries = 40)
  void weightsOfAFiveAsThree(@ForAll long seed) {
    long[] n = draw("five-as-three", seed);
    // h×w×d … f filters of 5×5 … a 1×1 reduction to r channels
    long f = n[3];
    long r = n[8];
    right(16 * r * f);
    mistake(16 * n[2] * f, "reduction stands before");
    mistake(25 * r * f, "all of the 5×5");
    mistake(9 * r * f, "what the 3×3 has");
    mistake(2 * r * f, "both sides");
    mistake(16 * r * f * n[0] * n[1], "multiplications");
    mistake(16 * r, "short by that much");
  }
}
