package pointwise.op;

import java.util.List;
import pointwise.tensor.Require;
import pointwise.window.Window;

/**
 * The vocabulary of operations, for whoever writes a network: the notebooks' {@code Pointwise} has
 * all of it too.
 *
 * <p>Arguments come in Keras's order and with Keras's defaults: stride 1, no padding, a bias; a
 * pooling's stride is its kernel.
 */
public abstract class Operations {
  protected Operations() {}

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

  /** A transposed convolution with a square kernel: every input paints it into the output. */
  public static TransposedConv2d transposedConv(int filters, int kernel) {
    return transposedConv(filters, kernel, kernel);
  }

  /** A transposed convolution with a kernel of the given rows and columns. */
  public static TransposedConv2d transposedConv(int filters, int kernelHeight, int kernelWidth) {
    return TransposedConv2d.of(filters, kernelHeight, kernelWidth);
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
    return new Sequence(Require.all("operations in a sequence", ops));
  }

  /** Branches over the same input, their channels side by side. */
  public static Concat concat(Op... branches) {
    return new Concat(Require.all("branches of a concat", branches));
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

  /** Batch normalisation with gamma and beta, and Keras's epsilon of 0.001. */
  public static BatchNorm batchNorm() {
    return new BatchNorm(BatchNorm.KERAS_EPSILON, true, true);
  }

  /** Local response normalisation with AlexNet's constants: 5 channels, k 2, alpha 1e-4, beta ¾. */
  public static LocalResponseNorm lrn() {
    return lrn(5, 2, 1e-4, 0.75);
  }

  /** Local response normalisation; alpha is not divided by the size. */
  public static LocalResponseNorm lrn(int size, double k, double alpha, double beta) {
    return new LocalResponseNorm(size, k, alpha, beta, false);
  }

  /** Dropout of that share in training; the identity at inference. */
  public static Dropout dropout(double rate) {
    return new Dropout(rate);
  }

  /** The hyperbolic tangent. */
  public static Tanh tanh() {
    return new Tanh(1, 1);
  }

  /** The logistic function. */
  public static Sigmoid sigmoid() {
    return new Sigmoid();
  }

  /** LeNet's subsampling with a square window: a trainable coefficient and bias a channel. */
  public static Subsample subsample(int kernel) {
    return Subsample.of(kernel, kernel);
  }

  /**
   * A convolution with a square kernel whose output maps each see the given input maps only.
   *
   * @param connections a list an output map, with the input maps that it sees, counted from 0
   */
  public static PartialConv2d partialConv(List<List<Integer>> connections, int kernel) {
    return new PartialConv2d(connections, Window.of(kernel, kernel));
  }

  /** The squared distance of the features to a stored pattern a class. */
  public static RadialBasis radialBasis(int classes) {
    return new RadialBasis(classes);
  }

  /** Probabilities of distances: the smallest is the likeliest. */
  public static Softmin softmin() {
    return new Softmin();
  }

  /** Layers beside the main path, whose result is not passed on. */
  public static SideHead sideHead(Op... ops) {
    return new SideHead(sequence(ops));
  }
}
