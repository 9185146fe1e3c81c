package pointwise.exercise;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The exercises about Inception V3, worked out again from the figures in the question. */
class InceptionV3ExercisesTest extends WorkedOut {
  @Property(tries = 40)
  void parametersOfABranch(@ForAll long seed) {
    long[] n = draw("branch-parameters", seed);
    // h×w×c: m filters of 1×1, then m of 1×k, then f of k×1
    long c = n[2];
    long m = n[3];
    long k = n[8];
    long f = n[9];
    long weights = c * m + k * m * m + k * m * f;
    long channels = m + m + f;
    right(weights + 2 * channels);
    mistake(weights, "The normalisation learns");
    mistake(weights + channels, "you counted one");
    mistake(weights + 3 * channels, "There are no biases");
    mistake(weights + 4 * channels, "stored and not learned");
    mistake(c * m + k * k * m * f + 2 * (m + f), "in the place of the row and the column");
    mistake(c * m + k * k * m * (m + f) + 2 * channels, "for each pair of channels");
    mistake(c * m + k * c * m + k * m * f + 2 * channels, "stands before it");
    mistake(k * m * m + k * m * f + 2 * (m + f), "at the beginning");
    mistake(weights * n[0] * n[1], "multiplications");
  }

  @Property(tries = 40)
  void savingOfAGridReduction(@ForAll long seed) {
    long[] n = draw("grid-reduction", seed);
    // h×w×c to become h'×w'×2c
    long places = n[0] * n[1];
    long c = n[2];
    long half = n[3] * n[4];
    long one = 9 * c * c;
    right(2 * places * one - half * one);
    mistake(2 * places * one, "B is not free");
    mistake(half * one, "what B takes");
    mistake(2 * places * one - 2 * half * one, "come from its pooling");
    mistake(2 * places * one - places * one, "With stride 2");
    mistake(one, "Those are the weights");
    mistake(2 * answer, "FLOPs");
    mistake((int) answer, "int");
  }

  @Property(tries = 40)
  void targetsOfASmoothedLabel(@ForAll long seed) {
    long[] n = draw("smoothed-targets", seed);
    // class l of the k classes 0 to k − 1 … ε = 0.ee
    int label = (int) n[0];
    int classes = (int) n[1];
    float epsilon = n[5] / 100f;
    float share = epsilon / classes;
    right(targets(classes, label, 1 - epsilon + share, share));
    mistake(targets(classes, label, 1 - epsilon, epsilon / (classes - 1)), "the other classes");
    mistake(targets(classes, label, 1 - epsilon, share), "do not sum to 1");
    mistake(targets(classes, label, 1 - epsilon, epsilon), "what all classes share");
    mistake(targets(classes, label, 1, share), "sum to more than 1");
    mistake(targets(classes, label, 1, 0), "before it is smoothed");
    mistake(targets(classes, label, share, 1 - epsilon + share), "for the others");
    mistake(targets(classes, label - 1, 1 - epsilon + share, share), "counted from 0");
  }

  private static Tensor targets(int classes, int label, float right, float wrong) {
    float[] targets = Tensor.full(Shape.of(classes), wrong).toArray();
    targets[label] = right;
    return Tensor.of(Shape.of(classes), targets);
  }
}
