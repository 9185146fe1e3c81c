package pointwise.engine.fast;

import java.util.List;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.PlainDepthwiseKernels;
import pointwise.engine.fast.kernel.PlainRowKernels;
import pointwise.engine.fast.routine.DepthwiseConv;
import pointwise.engine.fast.routine.LoopsConv;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** The fast engine in plain loops: for JVMs without Java's Vector API, and until that is warm. */
final class LoopsEngine extends FastEngine {
  private final List<String> replaced;

  LoopsEngine(int threads) {
    this(threads, List.of());
  }

  /** Plain loops that stand in for vector kernels, with a sentence on why. */
  LoopsEngine(int threads, List<String> replaced) {
    super(threads, new PlainRowKernels());
    this.replaced = replaced;
  }

  @Override
  public List<String> replaced() {
    return replaced;
  }

  @Override
  Routine conv2d(ConvShape s, Tensor filters, Tensor bias) {
    return new LoopsConv(s, filters, bias, threads());
  }

  @Override
  public Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.depthwise(x, filters, bias, window);
    return new DepthwiseConv(new PlainDepthwiseKernels(s.outChannels()), s, filters, bias);
  }
}
