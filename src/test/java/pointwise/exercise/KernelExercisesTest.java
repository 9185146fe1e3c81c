package pointwise.exercise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The exercises about kernels, worked out again from the figures in the question. */
class KernelExercisesTest extends WorkedOut {
  @Property(tries = 40)
  void parametersOfASeparableConvolution(@ForAll long seed) {
    long[] n = draw("separable-parameters", seed);
    // a h×w×d volume, k×k with multiplier m, f filters of 1×1
    long d = n[2];
    long taps = n[3] * n[4];
    long planes = d * n[5];
    long f = n[6];
    right(taps * planes + planes + planes * f + f);
    mistake(taps * planes + planes * f, "both layers have biases");
    mistake(taps * planes + planes * f + f, "biases as well, one for each");
    mistake(taps * planes + planes, "the 1×1 follows");
    mistake(planes * f + f, "comes before it");
    mistake(taps * d * f + f, "ordinary convolution");
    mistake(taps * d * planes + planes + planes * f + f, "reach through all channels");
    mistake(taps * planes + planes + d * f + f, "made more of them");
    mistake(taps * d + d + d * f + f, "gives every channel");
    mistake((taps * planes + planes * f) * n[0] * n[1], "multiplications");
  }

  @Property(tries = 40)
  void filtersFromWhichASeparableConvolutionSavesSoMuch(@ForAll long seed) {
    long[] n = draw("separable-ratio", seed);
    // k×k … k×k and a 1×1 … at most 1/p
    long taps = n[0] * n[1];
    long part = n[7];
    // 1/N + 1/taps ≤ 1/part is N (taps − part) ≥ taps·part
    right((taps * part + taps - part - 1) / (taps - part));
    mistake(part, "depthwise part alone");
    mistake(taps, "The 1×1 alone");
    mistake(answer - 1, "one filter too few");
    mistake(answer + 1, "One filter fewer");
    mistake(64 * answer, "in proportion to them");
  }

  @Property(tries = 40)
  void zerosOfABlockDiagonalKernel(@ForAll long seed) {
    long[] n = draw("block-diagonal", seed);
    // k×k takes c channels to f in g groups
    long all = n[0] * n[1] * n[2] * n[3];
    long own = all / n[4];
    right(all - own);
    mistake(own, "may differ from 0");
    mistake(all, "does see");
    mistake(all - own / n[4], "leaves one block");
    mistake(own / n[4], "one block on the diagonal");
    mistake(answer / n[0] / n[1], "one tap");
    mistake(answer / n[3], "one filter");
    mistake(answer * 28 * 28, "multiplications");
  }

  @Property(tries = 40)
  void parametersOfANinBlock(@ForAll long seed) {
    long[] n = draw("nin-block", seed);
    // h×w×d … f filters of k×k, then a and b filters of 1×1
    long d = n[2];
    long f = n[3];
    long taps = n[4] * n[5];
    long a = n[6];
    long b = n[7];
    long spatial = taps * d * f + f;
    right(spatial + f * a + a + a * b + b);
    mistake(taps * d * f + f * a + a * b, "a bias as well");
    mistake(spatial, "two 1×1 follow");
    mistake(f * a + a + a * b + b, "Those are the two 1×1");
    mistake(spatial + f * a + a, "leaves out the second");
    mistake(spatial + d * a + a + d * b + b, "the layer before it");
    mistake(spatial + taps * f * a + a + taps * a * b + b, "one weight per channel");
    mistake((taps * d * f + f * a + a * b) * n[0] * n[1], "multiplications");
  }

  @Property(tries = 40)
  void fieldOfMlpconvs(@ForAll long seed) {
    long[] n = draw("mlpconv-field", seed);
    // k×k and n of 1×1 with stride 1; 3×3 with stride 2; l×l and n of 1×1
    long k = n[0] - 1;
    long ones = n[2];
    long l = n[9] - 1;
    right(1 + k + 2 + 2 * l);
    mistake(answer + 3 * ones, "adds k − 1 = 0 rows");
    mistake(1 + k + 2 + l, "2 pixels apart");
    mistake(1 + k + 2 * l, "a window as well");
    mistake(1 + k, "first convolution");
    mistake(1, "The last layer is 1×1");
    mistake(answer * answer, "Those are the pixels");
  }

  @Property(tries = 40)
  void onePixelThroughAOneByOne(@ForAll long seed) {
    draw("one-by-one-product", seed);
    float[] x = given("pixel").toArray();
    Tensor w = given("weights: a row for each channel, a column for each filter");
    float[] before = new float[3];
    float[] rows = new float[3];
    float[] alone = new float[3];
    for (int f = 0; f < 3; f++) {
      for (int c = 0; c < 3; c++) {
        before[f] += x[c] * w.get(c, f);
        rows[f] += x[c] * w.get(f, c);
      }
      alone[f] = x[f] * w.get(f, f);
    }
    right(rectified(before));
    mistake(Tensor.of(Shape.of(3), before), "before the ReLU");
    mistake(rectified(rows), "took the rows for filters");
    mistake(rectified(alone), "as a depthwise");
    float sum = x[0] + x[1] + x[2];
    mistake(Tensor.full(Shape.of(3), sum), "without weights");
  }

  private static Tensor rectified(float... values) {
    float[] positive = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      positive[i] = Math.max(0, values[i]);
    }
    return Tensor.of(Shape.of(values.length), positive);
  }
}
