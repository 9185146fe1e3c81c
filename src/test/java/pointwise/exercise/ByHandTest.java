package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.exercise.answer.Code;
import pointwise.tensor.Tensor;

/**
 * Answers worked out by hand from the figures in the question, with the field's formulas and not
 * with the library: what no other test of this package works out.
 */
class ByHandTest extends WorkedOut {
  private static final int TRIES = 12;

  /** Rows out = ⌊(rows − span) / stride⌋ + 1; span = (kernel − 1) · dilation + 1. */
  private static long out(long rows, long kernel, long stride, long dilation) {
    return (rows - (kernel - 1) * dilation - 1) / stride + 1;
  }

  private void shape(long rows, long columns, long channels) {
    String given = rows + "x" + columns + "x" + channels;
    assertThat(exercise.check(given).right()).as("%s: %s", exercise, given).isTrue();
  }

  @Property(tries = TRIES)
  void shapes(@ForAll long seed) {
    // A k×k convolution with f filters, … , runs over a h×w×d volume
    long[] n = draw("valid-shape", seed);
    shape(out(n[3], n[0], 1, 1), out(n[4], n[1], 1, 1), n[2]);
    n = draw("rectangular-shape", seed);
    shape(out(n[3], n[0], 1, 1), out(n[4], n[1], 1, 1), n[2]);
    // … with stride s, runs over a h×w×d volume; SAME leaves ⌈rows / stride⌉
    n = draw("same-shape", seed);
    shape((n[4] + n[3] - 1) / n[3], (n[5] + n[3] - 1) / n[3], n[2]);
    n = draw("strided-shape", seed);
    shape(out(n[4], n[0], n[3], 1), out(n[5], n[1], n[3], 1), n[2]);
    n = draw("dilated-shape", seed);
    shape(out(n[4], n[0], 1, n[3]), out(n[5], n[1], 1, n[3]), n[2]);
  }

  /** The smallest image, found by trying them all forwards. */
  @Property(tries = TRIES)
  void smallestInput(@ForAll long seed) {
    // A k×k convolution with stride s, a max pooling of p×p with stride 2 and a m×m convolution
    long[] n = draw("smallest-input", seed);
    long rows = 1;
    while (!fits(rows, n)) {
      rows++;
    }
    right(rows);
  }

  private static boolean fits(long rows, long[] n) {
    if (rows < n[0]) {
      return false;
    }
    long first = out(rows, n[0], n[2], 1);
    return first >= n[3] && out(first, n[3], n[5], 1) >= n[6];
  }

  @Property(tries = TRIES)
  void parameters(@ForAll long seed) {
    // A r×c convolution with f filters … runs over a h×w×d volume
    long[] n = draw("parameters", seed);
    right(n[0] * n[1] * n[5] * n[2] + n[2]);
    n = draw("parameters-without-bias", seed);
    right(n[0] * n[1] * n[5] * n[2]);
    // A k×k convolution from d to f channels, with biases, is divided into g groups
    n = draw("group-saving", seed);
    right(n[0] * n[1] * n[2] * n[3] - n[0] * n[1] * n[2] / n[4] * n[3]);
    // On a h×w×d volume: a filters of 3×3 and b of 1×1: two numbers for each of a + b channels
    n = draw("norm-parameters", seed);
    right(2 * (n[3] + n[6]));
  }

  /** LeNet-5's C3 itself: 6 maps see 3, 9 see 4, 1 sees all 6: (18 + 36 + 6)·25 + 16 = 1,516. */
  @Property(tries = TRIES)
  void partialConnections(@ForAll long seed) {
    // As in LeNet-5's C3, … a k×k … all m maps before them: a see x, b see y and c see all m
    long[] n = draw("partial-connections", seed);
    int at = 2; // after the 5 and the 3 of "LeNet-5's C3"
    long taps = n[at] * n[at + 1];
    long kernels = n[at + 3] * n[at + 4] + n[at + 5] * n[at + 6] + n[at + 7] * n[at + 8];
    long maps = n[at + 3] + n[at + 5] + n[at + 7];
    right(kernels * taps + maps);
    assertThat((6 * 3 + 9 * 4 + 6) * 25 + 16).isEqualTo(1516);
  }

  @Property(tries = TRIES)
  void denseAsConvolution(@ForAll long seed) {
    // A dense layer with o outputs on a flattened h×w×d volume
    long[] n = draw("dense-as-convolution", seed);
    String given = n[1] + "x" + n[2] + "x" + n[3] + "x" + n[0];
    assertThat(exercise.check(given).right()).as("%s: %s", exercise, given).isTrue();
  }

  @Property(tries = TRIES)
  void operations(@ForAll long seed) {
    // A k×k convolution with f filters … over a h×w×d volume; a sum of n products: n − 1 additions
    long[] n = draw("additions", seed);
    long bias = exercise.question().contains("no biases") ? 0 : 1;
    right(n[3] * n[4] * n[2] * (n[0] * n[1] * n[5] - 1 + bias));
    n = draw("stride-saving", seed);
    // … How many multiplications does a stride of s save? ⌈h/s⌉·⌈w/s⌉ places are left
    long each = n[0] * n[1] * n[5] * n[2];
    long left = ((n[3] + n[6] - 1) / n[6]) * ((n[4] + n[6] - 1) / n[6]);
    right((n[3] * n[4] - left) * each);
    // A branch on a h×w×d volume has f filters after a reduction to r: "The 5×5 branch"
    n = draw("module-saving", seed);
    long positions = n[2] * n[3];
    right(positions * (25 * n[4] * n[5] - n[4] * lastOf(n) - 25 * lastOf(n) * n[5]));
  }

  private static long lastOf(long[] n) {
    return n[n.length - 1];
  }

  /** Every tap of every place is looked at: is it outside of the image? */
  @Property(tries = TRIES)
  void paddingZeros(@ForAll long seed) {
    long[] n = draw("padding-zeros", seed);
    long zeros = 0;
    for (long y = 0; y < n[3]; y++) {
      for (long x = 0; x < n[4]; x++) {
        for (long i = -(n[0] / 2); i <= n[0] / 2; i++) {
          for (long j = -(n[1] / 2); j <= n[1] / 2; j++) {
            boolean inside = y + i >= 0 && y + i < n[3] && x + j >= 0 && x + j < n[4];
            zeros += inside ? 0 : n[5] * n[2];
          }
        }
      }
    }
    right(zeros);
  }

  private void decimal(double given) {
    assertThat(exercise.check(given).right()).as("%s: %s", exercise, given).isTrue();
  }

  @Property(tries = TRIES)
  void ratios(@ForAll long seed) {
    // A 3×3 convolution with f filters and SAME padding runs over a h×w×d volume
    long[] n = draw("flops", seed);
    decimal(2.0 * n[0] * n[1] * n[2] * n[3] * n[4] * n[5] / 1e9);
    // … sees a times as many channels, has b times as many filters, and runs over 1/s of the rows
    n = draw("doubled-channels", seed);
    decimal((double) n[6] * n[7] / (n[9] * n[9]));
    // On a h×w×d volume, one k×k convolution with f filters is replaced by m of 3×3
    for (String id : new String[] {"two-threes", "three-threes"}) {
      n = draw(id, seed);
      double large = (double) n[3] * n[4] * n[2] * n[5];
      double stack = 9.0 * n[2] * n[5] + (n[6] - 1) * 9.0 * n[5] * n[5];
      decimal(100 * (1 - stack / large));
    }
    // A 1×1 convolution … takes h×w×d to h×w×f in float32
    n = draw("intensity", seed);
    double macs = (double) n[2] * n[3] * n[4] * n[7];
    decimal(macs / (4.0 * (n[2] * n[3] * n[4] + n[4] * n[7] + n[5] * n[6] * n[7])));
  }

  @Property(tries = TRIES)
  void networkShare(@ForAll long seed) {
    // h×w×3 images: a filters of 5×5, pooling 2×2, b of 5×5, pooling 2×2, dense layers of c and 10
    long[] n = draw("network-share", seed);
    long rows = n[0];
    long a = n[3];
    long b = n[8];
    long c = n[13];
    long features = (rows / 4) * (rows / 4) * b;
    double convolutions;
    double dense;
    if (exercise.question().contains("of its parameters")) {
      convolutions = 25 * 3 * a + a + 25 * a * b + b;
      dense = features * c + c + c * 10 + 10;
    } else {
      convolutions = rows * rows * 25 * 3 * a + (rows / 2) * (rows / 2) * 25 * a * b;
      dense = features * c + c * 10;
    }
    decimal(100 * convolutions / (convolutions + dense));
  }

  @Property(tries = TRIES)
  void memory(@ForAll long seed) {
    // A 3×3 convolution with f filters … a batch of b volumes of h×w×d. … in float32 or int8
    long[] n = draw("activation-bytes", seed);
    right(n[3] * n[4] * n[5] * n[2] * lastOf(n) / 8);
    // l convolutions of 3×3 with f filters … on a h×w×f volume in float32
    n = draw("training-memory", seed);
    long tensor = 4 * n[4] * n[5] * n[6];
    right(exercise.question().contains("in training") ? (n[0] + 1) * tensor : 2 * tensor);
    // "im2col writes …": the kernel is k×k with stride s and no padding, the volume h×w×d
    n = draw("im2col", seed);
    right(out(n[4], n[1], n[3], 1) * out(n[5], n[2], n[3], 1) * n[1] * n[2] * n[6]);
  }

  @Property(tries = TRIES)
  void fields(@ForAll long seed) {
    // l convolutions of k×k with dilations a, b, c, … follow one another
    long[] n = draw("dilated-field", seed);
    long field = 1;
    for (int layer = 0; layer < n[0]; layer++) {
      field += (n[1] - 1) * n[3 + layer];
    }
    right(field);
    // A k×k with stride s, a m×m with stride 1, a max pooling of 3×3 with stride 2, then a branch
    n = draw("branch-field", seed);
    long step = n[2];
    long before = n[0] + (n[3] - 1) * step + 2 * step;
    String branch = exercise.question().split("this branch of it see: ", 2)[1];
    long more = 0;
    more += branch.contains("3×3 with stride 1") || branch.contains("the 3×3") ? 2 : 0;
    more += branch.contains("two 3×3") ? 4 : 0;
    more += branch.contains("5×5") ? 4 : 0;
    more += branch.contains("7×1") ? 6 : 0; // rows: the 1×7 adds columns
    right(before + more * 2 * step);
  }

  /** The layers as the question lists them: "11×11/4 conv, 96" is a kernel of 11 with stride 4. */
  @Property(tries = TRIES)
  void networkField(@ForAll long seed) {
    draw("network-field", seed);
    String list = exercise.question().split(": ", 2)[1].split("\\. How many", 2)[0];
    long field = 1;
    long step = 1;
    for (String layer : list.split(", (?=\\d+×)")) {
      String window = layer.split(" ", 2)[0];
      field += (Long.parseLong(window.split("×", 2)[0]) - 1) * step;
      step *= window.contains("/") ? Long.parseLong(window.split("/", 2)[1]) : 1;
    }
    right(field);
  }

  @Property(tries = TRIES)
  void maxPoolsGradient(@ForAll long seed) {
    draw("pool-gradient", seed);
    Tensor image = given("image");
    Tensor outputs = given("gradient of the outputs");
    float[][] gradient = new float[4][4];
    for (int y = 0; y < 4; y += 2) {
      for (int x = 0; x < 4; x += 2) {
        int row = y;
        int column = x;
        for (int i = y; i < y + 2; i++) {
          for (int j = x; j < x + 2; j++) {
            if (image.get(i, j) > image.get(row, column)) {
              row = i;
              column = j;
            }
          }
        }
        gradient[row][column] = outputs.get(y / 2, x / 2);
      }
    }
    right(Tensor.of((Object) gradient));
  }

  @Property(tries = TRIES)
  void convolutionOrCorrelation(@ForAll long seed) {
    draw("convolution-or-correlation", seed);
    Tensor row = given("row");
    Tensor kernel = given("kernel");
    float first = given("result").get(0);
    float straight =
        row.get(0) * kernel.get(0) + row.get(1) * kernel.get(1) + row.get(2) * kernel.get(2);
    float flipped =
        row.get(0) * kernel.get(2) + row.get(1) * kernel.get(1) + row.get(2) * kernel.get(0);
    if (straight != flipped) {
      String word = first == straight ? "correlation" : "convolution";
      assertThat(exercise.check(word).right()).as(exercise.toString()).isTrue();
    }
  }

  @Property(tries = TRIES)
  void functions(@ForAll long seed) {
    draw("output-function", seed);
    boolean up = exercise.question().contains("rounds up");
    Code.OfFour counted =
        (rows, kernel, stride, padding) -> {
          long places = 0; // where the window stands inside the padded rows, one by one
          int last = rows + 2 * padding - kernel;
          for (int at = 0; at <= last; at += stride) {
            places++;
          }
          return up && last % stride != 0 ? places + 1 : places;
        };
    assertThat(exercise.check(counted).right()).as(exercise.toString()).isTrue();
  }
}
