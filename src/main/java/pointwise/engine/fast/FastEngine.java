package pointwise.engine.fast;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import pointwise.engine.ConvShape;
import pointwise.engine.Engine;
import pointwise.engine.fast.kernel.RowKernels;
import pointwise.engine.fast.routine.DenseRoutine;
import pointwise.engine.fast.routine.Interpreted;
import pointwise.engine.fast.routine.LocalNorm;
import pointwise.engine.fast.routine.Pool;
import pointwise.engine.fast.routine.PostOp;
import pointwise.engine.fast.routine.Routine;
import pointwise.engine.fast.routine.Sum;
import pointwise.engine.fast.routine.TensorView;
import pointwise.engine.fast.routine.TransposedConv;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * An engine that makes an operation ready once, as a {@link Routine}, and then runs it often.
 *
 * <p>Results do not depend on the number of threads, not in the last bit.
 */
public abstract class FastEngine implements Engine {
  private final Workers workers;
  private final RowKernels rows;

  FastEngine(int threads, RowKernels rows) {
    this.rows = rows;
    this.workers = new Workers(threads);
  }

  /**
   * Billions of multiplications per second that its threads reach in a loop that does nothing else,
   * measured anew; NaN without Java's Vector API.
   */
  public double peakGmacs() {
    return Double.NaN;
  }

  /** One sentence for each kernel that something slower stands in for, as this JVM is. */
  public List<String> replaced() {
    return List.of();
  }

  /** The threads it computes on, the caller's among them. */
  public final int threads() {
    return workers.threads();
  }

  /** A convolution made ready; the arguments are those of {@link Engine#conv2d}. */
  public final Routine conv2d(Shape x, Tensor filters, Tensor bias, Window window, int groups) {
    return conv2d(ConvShape.conv2d(x, filters, bias, window, groups), filters, bias);
  }

  /** A convolution of these sizes made ready. */
  abstract Routine conv2d(ConvShape s, Tensor filters, Tensor bias);

  /**
   * A convolution made ready whose result has no gaps between its pixels. It may have several of
   * them as the channels of one: the same numbers in the same order, in another shape.
   */
  Routine conv2dAlone(ConvShape s, Tensor filters, Tensor bias) {
    return conv2d(s, filters, bias);
  }

  /** A depthwise convolution made ready. */
  public abstract Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window);

  /** A transposed convolution made ready. */
  public final Routine transposedConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.transposed(x, filters, bias, window);
    return TransposedConv.of(this::conv2d, s, filters, bias);
  }

  /** A dense layer made ready. */
  public final Routine dense(Shape x, Tensor weights, Tensor bias) {
    ConvShape.checkDense(x, weights, bias);
    return new DenseRoutine(rows, x, weights, bias, threads());
  }

  /** A max pooling made ready. */
  public final Routine maxPool(Shape x, Window window) {
    return Pool.max(rows, x, window);
  }

  /** An average pooling made ready. */
  public final Routine avgPool(Shape x, Window window, boolean countPadding) {
    return Pool.average(rows, x, window, countPadding);
  }

  /** The sum of inputs of that shape; of a single one, a copy. */
  public final Routine sum(Shape x) {
    return new Sum(rows, x);
  }

  /** What is negative becomes 0. */
  public final Routine relu(Shape x) {
    return sum(x).with(PostOp.RELU);
  }

  /** Each channel times a factor, plus a shift. */
  public final Routine affine(Shape x, float[] factors, float[] shifts) {
    return sum(x).with(PostOp.affine(factors, shifts));
  }

  /** A local response normalisation over so many channels. */
  public final Routine localNorm(Shape x, int size, double k, double factor, double beta) {
    return new LocalNorm(rows, x, size, k, factor, beta);
  }

  /** Any computation on whole tensors. */
  public final Routine interpreted(
      List<Shape> inputs, Shape output, Function<List<Tensor>, Tensor> forward) {
    return new Interpreted(inputs, output, forward);
  }

  @Override
  public final void run(int tasks, IntConsumer task) {
    workers.run(tasks, Require.given(task, "a task"));
  }

  @Override
  public final Tensor conv2d(Tensor x, Tensor filters, Tensor bias, Window window, int groups) {
    ConvShape s = ConvShape.conv2d(ConvShape.shapeOf(x), filters, bias, window, groups);
    return apply(conv2dAlone(s, filters, bias), x).reshape(s.output().toArray());
  }

  @Override
  public final Tensor depthwiseConv2d(Tensor x, Tensor filters, Tensor bias, Window window) {
    return apply(depthwiseConv2d(ConvShape.shapeOf(x), filters, bias, window), x);
  }

  @Override
  public final Tensor transposedConv2d(Tensor x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.transposed(ConvShape.shapeOf(x), filters, bias, window);
    Routine routine =
        TransposedConv.single(this::conv2dAlone, s, filters, bias)
            .orElseGet(() -> TransposedConv.of(this::conv2d, s, filters, bias));
    return apply(routine, x).reshape(s.input().toArray());
  }

  @Override
  public final Tensor dense(Tensor x, Tensor weights, Tensor bias) {
    return apply(dense(ConvShape.shapeOf(x), weights, bias), x);
  }

  @Override
  public final Tensor maxPool(Tensor x, Window window) {
    return apply(maxPool(ConvShape.shapeOf(x), window), x);
  }

  @Override
  public final Tensor avgPool(Tensor x, Window window, boolean countPadding) {
    return apply(avgPool(ConvShape.shapeOf(x), window, countPadding), x);
  }

  private Tensor apply(Routine routine, Tensor x) {
    float[] y = Tensor.allocate(routine.output());
    TensorView[] inputs = {new TensorView(x.data(), 0, x.shape().channels())};
    TensorView output = new TensorView(y, 0, routine.output().channels());
    run(routine.tasks(), task -> routine.run(task, inputs, output));
    return Tensor.wrap(routine.output(), y);
  }
}
