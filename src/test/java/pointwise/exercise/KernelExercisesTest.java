package pointwise.exercise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

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
    mistake(taps * planes + planes * f + f, "a bias a channel");
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
    mistake(answer + 1, "One filter less");
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
}
