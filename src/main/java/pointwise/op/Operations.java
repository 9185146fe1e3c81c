package pointwise.op;

import java.util.List;
import pointwise.tensor.Require;
import pointwise.window.Window;

/**
 * The vocabulary of operations, for those who write a network: the notebooks' {@code Pointwise} has
 * all of it too.
 *
 * <p>Arguments come in Keras's order and with Keras's defaults: stride 1, no padding, a bias; a
 * pooling's stride is its kernel.
 */
public abstract class Operations {
  protected Operations() {}

  /** A convolution with a square kernel: height × width × channels → height × width × filters. */
  public static Conv2d conv(int filters, int kernel) {
    return conv(filters, kernel, kernel);
  }

  /**
   * A convolution: height × width × channels → ⌊(height − kernelHeight) / stride⌋ + 1 rows, columns
   * likewise, × filters. Images may come in batches; {@code same()} keeps height and width.
   */
  public static Conv2d conv(int filters, int kernelHeight, int kernelWidth) {
    return Conv2d.of(filters, kernelHeight, kernelWidth);
  }

  /**
   * A depthwise convolution with a square kernel, each channel with its own filter: height × width
   * × channels → the same channels.
   */
  public static DepthwiseConv2d depthwiseConv(int kernel) {
    return depthwiseConv(kernel, kernel);
  }

  /** A depthwise convolution with a kernel of the given rows and columns; the channels stay. */
  public static DepthwiseConv2d depthwiseConv(int kernelHeight, int kernelWidth) {
    return DepthwiseConv2d.of(kernelHeight, kernelWidth);
  }

  /**
   * A transposed convolution with a square kernel, which every input paints into the output: height
   * × width × channels → (height − 1) · stride + kernel rows, columns likewise, × filters.
   */
  public static TransposedConv2d transposedConv(int filters, int kernel) {
    return transposedConv(filters, kernel, kernel);
  }

  /** A transposed convolution with a kernel of the given rows and columns. */
  public static TransposedConv2d transposedConv(int filters, int kernelHeight, int kernelWidth) {
    return TransposedConv2d.of(filters, kernelHeight, kernelWidth);
  }

  /**
   * A max pooling with a square window and stride: height × width → height / kernel × width /
   * kernel.
   */
  public static MaxPool maxPool(int kernel) {
    return maxPool(kernel, kernel);
  }

  /** A max pooling with a window of the given rows and columns, which is its stride too. */
  public static MaxPool maxPool(int kernelHeight, int kernelWidth) {
    return MaxPool.of(kernelHeight, kernelWidth);
  }

  /**
   * An average pooling with a square window and stride; shapes are those of {@link #maxPool(int)}.
   */
  public static AvgPool avgPool(int kernel) {
    return avgPool(kernel, kernel);
  }

  /** An average pooling with a window of the given rows and columns, which is its stride too. */
  public static AvgPool avgPool(int kernelHeight, int kernelWidth) {
    return AvgPool.of(kernelHeight, kernelWidth);
  }

  /** The mean of each channel over the whole image: height × width × channels → channels. */
  public static GlobalAvgPool globalAvgPool() {
    return new GlobalAvgPool();
  }

  /** A dense layer: features, or batch × features → outputs, or batch × outputs. */
  public static Dense dense(int outputs) {
    return new Dense(outputs, true);
  }

  /** The rectified linear unit, max(0, x): any shape → the same shape. */
  public static Relu relu() {
    return new Relu();
  }

  /** An image as one row of features: height × width × channels → height · width · channels. */
  public static Flatten flatten() {
    return new Flatten();
  }

  /** Probabilities over the innermost axis: any shape → the same shape, each row with the sum 1. */
  public static Softmax softmax() {
    return new Softmax();
  }

  /** Operations one after another; without any, the identity. */
  public static Sequence sequence(Op... ops) {
    return new Sequence(Require.all("operations in a sequence", ops));
  }

  /** Branches over the same input, their channels side by side: heights and widths must agree. */
  public static Concat concat(Op... branches) {
    return new Concat(Require.all("branches of a concat", branches));
  }

  /** A body and the identity over the same input, added: the body keeps its input's shape. */
  public static Residual residual(Op body) {
    return residual(body, sequence());
  }

  /** A body and a projecting shortcut over the same input, added: both results have one shape. */
  public static Residual residual(Op body, Op shortcut) {
    return new Residual(body, shortcut);
  }

  /**
   * GoogLeNet's Inception module, as the columns of Table 1 give it (Szegedy et al. 2014, section
   * 5): height × width × channels → height × width × (ones + threes + fives + poolProjection).
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
    Concat module =
        concat(
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
    return module.kind("inception");
  }

  // What the networks of the series need beyond those.

  /** Batch normalisation per channel with gamma and beta, and Keras's epsilon of 0.001. */
  public static BatchNorm batchNorm() {
    return new BatchNorm(BatchNorm.KERAS_EPSILON, true, true);
  }

  /** Local response normalisation with AlexNet's constants: 5 channels, k 2, alpha 1e-4, beta ¾. */
  public static LocalResponseNorm lrn() {
    return lrn(5, 2, 1e-4, 0.75);
  }

  /** Local response normalisation over {@code size} channels; alpha is not divided by the size. */
  public static LocalResponseNorm lrn(int size, double k, double alpha, double beta) {
    return new LocalResponseNorm(size, k, alpha, beta, false);
  }

  /** Dropout of that share of the values in training; the identity at inference. */
  public static Dropout dropout(double rate) {
    return new Dropout(rate);
  }

  /** The hyperbolic tangent: any shape → the same shape. */
  public static Tanh tanh() {
    return new Tanh(1, 1);
  }

  /** The logistic function, 1 / (1 + e⁻ˣ): any shape → the same shape. */
  public static Sigmoid sigmoid() {
    return new Sigmoid();
  }

  /** LeNet's subsampling with a square window: one trainable coefficient and bias per channel. */
  public static Subsample subsample(int kernel) {
    return Subsample.of(kernel, kernel);
  }

  /**
   * A convolution with a square kernel whose output maps each see the given input maps only.
   *
   * @param connections per output map, the input maps that it sees, counted from 0
   */
  public static PartialConv2d partialConv(List<List<Integer>> connections, int kernel) {
    return new PartialConv2d(connections, Window.of(kernel, kernel));
  }

  /** The squared distance of the features to one stored pattern per class: features → classes. */
  public static RadialBasis radialBasis(int classes) {
    return new RadialBasis(classes);
  }

  /** Probabilities of distances, of which the smallest is the likeliest: classes → classes. */
  public static Softmin softmin() {
    return new Softmin();
  }

  /** Layers beside the main path, computed and counted, whose result is not passed on. */
  public static SideHead sideHead(Op... ops) {
    return new SideHead(sequence(ops));
  }
}
