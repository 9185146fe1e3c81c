package pointwise.engine.fast;

import java.util.List;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.DepthwiseKernels;
import pointwise.engine.fast.kernel.Kernels;
import pointwise.engine.fast.kernel.PlainDepthwiseKernels;
import pointwise.engine.fast.kernel.Vectors;
import pointwise.engine.fast.routine.DepthwiseConv;
import pointwise.engine.fast.routine.DirectConv;
import pointwise.engine.fast.routine.LoopsConv;
import pointwise.engine.fast.routine.Routine;
import pointwise.engine.fast.routine.Winograd;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** The fast engine on Java's Vector API. Only loaded where the JVM has the module. */
final class VectorEngine extends FastEngine {
  private final boolean winograd;
  private final Kernels kernels;

  VectorEngine(int threads, boolean winograd, Kernels kernels) {
    super(threads, kernels.rows());
    this.winograd = winograd && kernels.transforms() != null;
    this.kernels = kernels;
  }

  @Override
  public List<String> replaced() {
    return kernels.replaced();
  }

  @Override
  public double peakGmacs() {
    return VectorPeak.gmacs(this);
  }

  @Override
  public Routine conv2d(Shape x, Tensor filters, Tensor bias, Window window, int groups) {
    ConvShape s = ConvShape.conv2d(x, filters, bias, window, groups);
    if (kernels.tiles() == null) {
      return new LoopsConv(s, filters, bias, threads());
    }
    if (winograd && Winograd.suits(s, Vectors.LANES)) {
      return Winograd.of(kernels.tiles(), kernels.transforms(), s, filters, bias, threads());
    }
    return DirectConv.of(kernels.tiles(), s, filters, bias, threads());
  }

  @Override
  public Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.depthwise(x, filters, bias, window);
    DepthwiseKernels taps =
        kernels.taps() == null ? new PlainDepthwiseKernels(s.outChannels()) : kernels.taps();
    return new DepthwiseConv(taps, s, filters, bias);
  }
}
