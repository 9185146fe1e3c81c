package pointwise;

import java.util.List;
import pointwise.cost.Comparison;
import pointwise.cost.CostReport;
import pointwise.model.Model;
import pointwise.op.AvgPool;
import pointwise.op.Concat;
import pointwise.op.Conv2d;
import pointwise.op.Dense;
import pointwise.op.DepthwiseConv2d;
import pointwise.op.Flatten;
import pointwise.op.GlobalAvgPool;
import pointwise.op.MaxPool;
import pointwise.op.Op;
import pointwise.op.Relu;
import pointwise.op.Residual;
import pointwise.op.Sequence;
import pointwise.op.Softmax;
import pointwise.tensor.Shape;
import pointwise.view.Charts;
import pointwise.view.Drawing;
import pointwise.view.Picture;

/**
 * The vocabulary of the notebooks: {@code import static pointwise.Pointwise.*}.
 *
 * <p>Arguments come in Keras's order and with Keras's defaults: stride 1, no padding, a bias; a
 * pooling's stride is its kernel.
 */
public final class Pointwise {
  private Pointwise() {}

  /** A convolution with a square kernel. */
  public static Conv2d conv(int filters, int kernel) {
    return conv(filters, kernel, kernel);
  }

  /** A convolution with a kernel of the given rows and columns. */
  public static Conv2d conv(int filters, int kernelHeight, int kernelWidth) {
    return Conv2d.of(filters, kernelHeight, kernelWidth);
  }

  /** A depthwise convolution with a square kernel: each channel has its own filter. */
  public static DepthwiseConv2d depthwiseConv(int kernel) {
    return depthwiseConv(kernel, kernel);
  }

  /** A depthwise convolution with a kernel of the given rows and columns. */
  public static DepthwiseConv2d depthwiseConv(int kernelHeight, int kernelWidth) {
    return DepthwiseConv2d.of(kernelHeight, kernelWidth);
  }

  /** A max pooling with a square window; the stride is the window's size. */
  public static MaxPool maxPool(int kernel) {
    return maxPool(kernel, kernel);
  }

  /** A max pooling with a window of the given rows and columns. */
  public static MaxPool maxPool(int kernelHeight, int kernelWidth) {
    return MaxPool.of(kernelHeight, kernelWidth);
  }

  /** An average pooling with a square window; the stride is the window's size. */
  public static AvgPool avgPool(int kernel) {
    return avgPool(kernel, kernel);
  }

  /** An average pooling with a window of the given rows and columns. */
  public static AvgPool avgPool(int kernelHeight, int kernelWidth) {
    return AvgPool.of(kernelHeight, kernelWidth);
  }

  /** The mean of each channel over the whole image. */
  public static GlobalAvgPool globalAvgPool() {
    return new GlobalAvgPool();
  }

  /** A dense layer. */
  public static Dense dense(int outputs) {
    return new Dense(outputs, true);
  }

  /** The rectified linear unit. */
  public static Relu relu() {
    return new Relu();
  }

  /** An image as one row of features. */
  public static Flatten flatten() {
    return new Flatten();
  }

  /** Probabilities over the innermost axis. */
  public static Softmax softmax() {
    return new Softmax();
  }

  /** Operations one after another. */
  public static Sequence sequence(Op... ops) {
    return new Sequence(List.of(ops));
  }

  /** Branches over the same input, their channels side by side. */
  public static Concat concat(Op... branches) {
    return new Concat(List.of(branches));
  }

  /** A body and the identity over the same input, added. */
  public static Residual residual(Op body) {
    return residual(body, sequence());
  }

  /** A body and a projecting shortcut over the same input, added. */
  public static Residual residual(Op body, Op shortcut) {
    return new Residual(body, shortcut);
  }

  /**
   * GoogLeNet's Inception module, as the columns of Table 1 give it (Szegedy et al. 2014, section
   * 5).
   *
   * @param ones filters of the 1×1 branch
   * @param threeReduce 1×1 filters before the 3×3
   * @param threes filters of the 3×3
   * @param fiveReduce 1×1 filters before the 5×5
   * @param fives filters of the 5×5
   * @param poolProjection 1×1 filters behind the pooling
   */
  public static Concat inception(
      int ones, int threeReduce, int threes, int fiveReduce, int fives, int poolProjection) {
    return concat(
        sequence(conv(ones, 1).named("1x1"), relu()),
        sequence(
            conv(threeReduce, 1).named("3x3_reduce"),
            relu(),
            conv(threes, 3).same().named("3x3"),
            relu()),
        sequence(
            conv(fiveReduce, 1).named("5x5_reduce"),
            relu(),
            conv(fives, 5).same().named("5x5"),
            relu()),
        sequence(
            maxPool(3).stride(1).same().named("pool"),
            conv(poolProjection, 1).named("pool_proj"),
            relu()));
  }

  /** What an operation costs on an input of that shape. */
  public static CostReport count(Op op, Shape input) {
    return CostReport.of(op, input);
  }

  /** What several designs cost on the same input. */
  public static Comparison compare(Shape input, Op... designs) {
    return Comparison.of(input, designs);
  }

  /** An operation with random weights; the same seed gives the same weights everywhere. */
  public static Model model(Op op, Shape input, long seed) {
    return Model.of(op, input, seed);
  }

  // What a person looks at.

  /** The picture that tells most about an operation on an input of that shape. */
  public static Picture draw(Op op, Shape input) {
    return Drawing.of(op, input);
  }

  /** The designs of a comparison as bars, by their multiplications. */
  public static Picture chart(Comparison comparison) {
    return Charts.multiplications(comparison);
  }

  /** The layers of a report as bars, by their multiplications. */
  public static Picture chart(CostReport report) {
    return Charts.multiplications(report);
  }
}
